const traces = (n: string): string => (n === '1' ? '1 trace' : `${n} traces`);
const values = (n: string): string => (n === '1' ? '1 value' : `${n} values`);

export const exportItems = {
  included: (n: string) => (n === '1' ? 'the 1 trace shown' : `the ${traces(n)} shown`),
  picked: (n: string, all: string) => `the ${n} picked of ${traces(all)}`,
  markdown: 'Copy finding and table as Markdown',
  markdownHolds: (n: string) => `the sentence, its numbers, ${values(n)}, the link`,
  csv: 'Table of values as CSV',
  csvHolds: (n: string) => `${values(n)}, durations in µs`,
  arrow: 'Spans as Arrow',
  arrowHolds: (scope: string) => `${scope}, for DuckDB, pandas and Polars`,
  jaegerJson: 'Traces as Jaeger JSON',
  jaegerJsonHolds: (scope: string) => `${scope}, without links, types and the spans' own ids`,
  writing: (name: string) => `Writing ${name}…`,
  saved: (name: string) => `Saved as ${name}`,
  tooLarge: (mebibytes: string) => `Not saved: it would be more than ${mebibytes} MiB. Filter, or pick fewer traces.`,
  changed: 'Not saved: other traces are being read. Try again when they are there.',
  failed: (reason: string) => `Not saved: ${reason}`,
};
