import type { SpanResource, StoredSpan } from '../store/stored-span.ts';
import type { JaegerProcess, JaegerSpan, JaegerTrace } from './jaeger-json.ts';
import { jaegerSpan } from './jaeger-span.ts';
import { jaegerTag } from './jaeger-tag.ts';
import { traceIdText } from './trace-id-text.ts';

/** A trace as Jaeger shows it: resources with the same content are one process, called `p1`, `p2`, … as they come up. */
export function jaegerTrace(traceId: string, spans: readonly StoredSpan[]): JaegerTrace {
  const processes: Record<string, JaegerProcess> = {};
  const idByResource = new Map<SpanResource, string>();
  const idByContent = new Map<string, string>();

  function processId(resource: SpanResource): string {
    const known = idByResource.get(resource);
    if (known !== undefined) return known;
    const process: JaegerProcess = { serviceName: resource.serviceName, tags: resource.attributes.map(jaegerTag) };
    const content = JSON.stringify(process);
    const id = idByContent.get(content) ?? `p${idByContent.size + 1}`;
    idByContent.set(content, id);
    idByResource.set(resource, id);
    processes[id] = process;
    return id;
  }

  const shown: readonly JaegerSpan[] = spans.map((span) => jaegerSpan(span, processId(span.resource)));
  return { traceID: traceIdText(traceId), spans: shown, processes, warnings: null };
}
