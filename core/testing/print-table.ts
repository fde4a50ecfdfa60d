import type { SpanTable } from '../spans/span-table.ts';

/** A span table as text, a line per span, for inline comparison: codes are resolved, so tables of other numbering print alike. */
export function printTable(table: SpanTable): string {
  const { keys, keyOfCode, values } = table.annotations;
  const text = (code: number): string =>
    `${keys[keyOfCode[code]!]!.scope}:${keys[keyOfCode[code]!]!.key}=${values[code]!}`;
  const lines: string[] = [];
  for (let trace = 0; trace < table.traceCount; trace++) {
    const mark = table.isSuperseded[trace] === 1 ? ' superseded' : '';
    lines.push(`${table.traceIds[trace]} at ${table.traceStart[trace]}${mark}`);
    const first = table.firstSpan[trace]!;
    for (let span = first; span < table.firstSpan[trace + 1]!; span++) {
      const parent = table.spanParent[span]!;
      const tags = Array.from(table.tagCodes.subarray(table.tagOffsets[span], table.tagOffsets[span + 1]), text);
      const events: string[] = [];
      for (let i = table.eventOffsets[span]!; i < table.eventOffsets[span + 1]!; i++) {
        events.push(`${text(table.eventCodes[i]!)}@${table.eventTimes[i]}`);
      }
      lines.push(
        [
          `  ${span - first} of ${parent < 0 ? '-' : parent - first}`,
          `${table.services[table.spanService[span]!]} ${table.operations[table.spanOperation[span]!]}`,
          `kind ${table.spanKind[span]}`,
          `${table.spanStart[span]}+${table.spanDuration[span]}`,
          ...(table.spanError[span] === 1 ? ['error'] : []),
          ...tags,
          ...events,
          ...table.resources[table.spanResource[span]!]!.map(text),
        ].join(' | '),
      );
    }
  }
  return lines.join('\n');
}
