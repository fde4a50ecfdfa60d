/** The body of a search for the service `long`: so many traces of one span, with a text of that length each. */
export function longTraces(traces: number, characters: number): string {
  const data = Array.from({ length: traces }, (_, index) => {
    const id = (index + 1).toString(16);
    const value = `${id} `.repeat(characters / (id.length + 1));
    return {
      traceID: id.padStart(32, '0'),
      spans: [
        {
          traceID: id.padStart(32, '0'),
          spanID: id.padStart(16, '0'),
          operationName: 'long',
          references: [],
          startTime: 1_795_424_400_000_000 + index,
          duration: 1,
          tags: [{ key: 'text', type: 'string', value }],
          logs: [],
          processID: 'p1',
        },
      ],
      processes: { p1: { serviceName: 'long', tags: [] } },
    };
  });
  return JSON.stringify({ data });
}
