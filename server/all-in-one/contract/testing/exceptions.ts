import type { RecordedAnswer } from './comparable-answer.ts';

/*
 * Where the embedded Jaeger does not answer as the real one was recorded, case by case, each with its reason. Whatever is not
 * named here has to be the same.
 */

/** Requests whose body is not kept beside the recordings. */
export const requestBodies: Readonly<Record<string, string | Buffer>> = {
  'ingest-otlp-empty-object': '{}',
  'ingest-otlp-bad-json': '{"resourceSpans":',
  'ingest-otlp-bad-id': '{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"zz","spanId":"01"}]}]}]}',
  'ingest-otlp-bad-protobuf': '\x07\x07',
  'ingest-14268-garbage': Buffer.from([0xff, 0, 1]),
  'ingest-9411-bad-json': '[{"traceId":',
  'ingest-9411-empty-list': '[]',
};

const NO_HEALTH = 'the process that it is a part of has a health of its own';

/** Recorded from a port that the embedded one does not have. */
export const notPlayed: Readonly<Record<string, string>> = {
  health: NO_HEALTH,
  'health-verbose': NO_HEALTH,
  'health-root': NO_HEALTH,
};

const NO_UI = "Jaeger's own pages are not part of the embedded one: the dashboard is the page";
const NOT_READ = 'the dashboard does not read it, and nothing else is meant to';

/** Answered with 404. */
export const notServed: Readonly<Record<string, string>> = {
  'html-root': NO_UI,
  'html-search': NO_UI,
  'html-trace': NO_UI,
  'unknown-api-noslash': 'a redirect to an address that is not there',
  'transform-demo': NOT_READ,
  'transform-types': NOT_READ,
  'transform-bad': NOT_READ,
  archive: NOT_READ,
  'metrics-latencies': NOT_READ,
  'metrics-no-service': NOT_READ,
  'deep-dependencies': 'sample data in the real one too',
  'quality-metrics': 'sample data in the real one too',
};

type Json = Readonly<Record<string, unknown>>;
type Comparable = Omit<RecordedAnswer, 'body'> & { readonly body: unknown };

interface ComparedInPart {
  readonly reason: string;
  /** What is left of either answer for the comparison. */
  readonly part: (answer: unknown) => unknown;
}

const OWN_WORDS: ComparedInPart = {
  reason: 'what is wrong is said in the words of our parsers',
  part: (answer) => {
    const { body, ...head } = answer as Comparable;
    return { ...head, body: typeof body === 'string' ? body.slice(0, 2) : { code: (body as Json).code } };
  },
};

const READS_DO_NOT_MUTATE = 'in 2.20 every read without raw adds its warnings again; here reading changes nothing';

const WITHOUT_WARNINGS: ComparedInPart = { reason: READS_DO_NOT_MUTATE, part: (answer) => without(answer, 'warnings') };

/** Compared is how many there are; each of them is compared in the cases without a limit. */
const HOW_MANY: ComparedInPart = {
  reason:
    'which traces come last under a limit is chance where many arrive in one batch: 2.20 stores it in the order of a Go map',
  part: (answer) => {
    const { body, ...head } = answer as Comparable;
    const count = typeof body === 'string' ? body.split('"startTimeUnixNano"').length : lists(body as Json);
    return { ...head, count };
  },
};

/** The status and the type are the same, the body is compared in part. */
export const comparedInPart: Readonly<Record<string, ComparedInPart>> = {
  'ingest-otlp-empty-body': OWN_WORDS,
  'ingest-otlp-bad-json': OWN_WORDS,
  'ingest-otlp-bad-id': OWN_WORDS,
  'ingest-otlp-bad-protobuf': OWN_WORDS,
  'error-tags-bad': {
    reason: 'what is wrong with the JSON is said in the words of our parser',
    part: (answer) => JSON.stringify(answer).replace(/(cannot unmarshal JSON: ).*?"\}/, '$1"}'),
  },
  'v3-error-attributes-bad': {
    reason: 'what is wrong with the JSON is said in the words of our parser',
    part: (answer) => JSON.stringify(answer).replace(/(query\.attributes: ).*?"\}/, '$1"}'),
  },
  'v3-traces-raw': {
    reason: 'in 2.20 an earlier read has sorted and moved attributes for good; here raw is as it was sent',
    part: (answer) =>
      changed(answer, (attributes, key) =>
        key === 'attributes' ? sorted(attributes.filter((item) => !text(item).includes('telemetry.sdk'))) : attributes,
      ),
  },
  'gzip-v3-traces': {
    reason: 'in 2.20 what remains of duplicates is their resource, without spans; here nothing remains',
    part: (answer) =>
      changed(answer, (items, key) => (key === '' ? items.filter((item) => text(item).includes('spanId')) : items)),
  },
  'thrift-http-search': HOW_MANY,
  'thrift-http-v3-search': HOW_MANY,
  'thrift-http-v3-summaries': HOW_MANY,
  'trace-60-again': WITHOUT_WARNINGS,
  'trace-60-raw': WITHOUT_WARNINGS,
  'search-demo-raw': {
    reason: 'in 2.20 an earlier read has sorted the attributes for good; here raw is as it was sent',
    part: (answer) => withSorted(answer, ['tags', 'fields']),
  },
};

interface Differs {
  readonly reason: string;
  /** The answer that is expected in place of the recorded one. `bodyOf` gives the recorded body of another case. */
  readonly instead: (recorded: RecordedAnswer, bodyOf: (name: string) => string) => RecordedAnswer;
}

const NAN_TRACE = {
  traceID: '5af7183fb1d4cf5f00000000000000c8',
  spans: [
    {
      traceID: '5af7183fb1d4cf5f00000000000000c8',
      spanID: 'abc000000000c001',
      operationName: 'nan',
      references: [],
      startTime: 1795424400000000,
      duration: 1000,
      tags: [
        { key: 'inf', type: 'float64', value: 'Infinity' },
        { key: 'minus-inf', type: 'float64', value: '-Infinity' },
        { key: 'nan', type: 'float64', value: 'NaN' },
        { key: 'span.kind', type: 'string', value: 'server' },
      ],
      logs: [],
      processID: 'p1',
      warnings: null,
    },
  ],
  processes: { p1: { serviceName: 'nan', tags: [] } },
  warnings: null,
};

const NAN: Differs = {
  reason: 'one NaN or ±Inf makes 2.20 answer 500 to everything; here it is the text "NaN", "Infinity" or "-Infinity"',
  instead: () => tracesAnswer([NAN_TRACE]),
};

const ZERO_IDS_TRACE = {
  traceID: '5af7183fb1d4cf5f00000000000000c9',
  spans: [
    {
      traceID: '5af7183fb1d4cf5f00000000000000c9',
      spanID: 'abc000000000c102',
      operationName: 'link with zero ids',
      references: [],
      startTime: 1795424400005000,
      duration: 1000,
      tags: [{ key: 'span.kind', type: 'string', value: 'server' }],
      logs: [],
      processID: 'p1',
      warnings: ['Invalid span link removed', 'Invalid span link removed'],
    },
  ],
  processes: { p1: { serviceName: 'zero-ids', tags: [] } },
  warnings: null,
};

const ZERO_IDS_RESOURCE_SPANS = [
  {
    resource: { attributes: [{ key: 'service.name', value: { stringValue: 'zero-ids' } }] },
    scopeSpans: [
      {
        scope: {},
        spans: [
          {
            traceId: '5af7183fb1d4cf5f00000000000000c9',
            spanId: 'abc000000000c102',
            name: 'link with zero ids',
            kind: 2,
            startTimeUnixNano: '1795424400005000000',
            endTimeUnixNano: '1795424400006000000',
            attributes: [
              {
                key: '@jaeger@warnings',
                value: {
                  arrayValue: {
                    values: [
                      { stringValue: 'Invalid span link removed' },
                      { stringValue: 'Invalid span link removed' },
                    ],
                  },
                },
              },
            ],
            status: {},
          },
        ],
      },
    ],
  },
];

const ZERO_IDS =
  'a span with an all-zero id hides in 2.20 whatever arrived before it; here it is refused, and the sender is told';

/** Another answer is expected. */
export const differs: Readonly<Record<string, Differs>> = {
  'nan-search': NAN,
  'nan-trace': NAN,
  'nan-tags-nan': NAN,
  'ingest-otlp-zero-ids': {
    reason: ZERO_IDS,
    instead: (recorded) => ({
      ...recorded,
      body: JSON.stringify({
        partialSuccess: {
          rejectedSpans: '2',
          errorMessage: 'spans with an all-zero trace id or span id belong to no trace',
        },
      }),
    }),
  },
  'zero-ids-search': { reason: ZERO_IDS, instead: () => tracesAnswer([ZERO_IDS_TRACE]) },
  'zero-ids-v3': { reason: ZERO_IDS, instead: () => otlpAnswer(ZERO_IDS_RESOURCE_SPANS) },
  'zero-ids-v3-after': {
    reason: ZERO_IDS,
    instead: (_, bodyOf) => ({ ...otlpAnswer([]), body: bodyOf('v3-trace-1') }),
  },
  'zero-ids-after': {
    reason: ZERO_IDS,
    instead: (recorded, bodyOf) => ({ ...recorded, body: bodyOf('zero-ids-before') }),
  },
};

function tracesAnswer(data: readonly unknown[]): RecordedAnswer {
  return answerOf({ data, total: 0, limit: 0, offset: 0, errors: null });
}

function otlpAnswer(resourceSpans: readonly unknown[]): RecordedAnswer {
  return answerOf({ result: { resourceSpans } });
}

function answerOf(body: object): RecordedAnswer {
  return {
    status: 200,
    contentType: 'application/json',
    nosniff: null,
    location: null,
    body: JSON.stringify(body),
  };
}

function lists({ data, summaries }: Json): number | undefined {
  const list = data ?? summaries;
  return Array.isArray(list) ? list.length : undefined;
}

function without(value: unknown, name: string): unknown {
  return JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === name ? undefined : item)));
}

function withSorted(value: unknown, names: readonly string[]): unknown {
  return changed(value, (items, key) => (names.includes(key) ? sorted(items) : items));
}

/** Every list in the answer, or in the text that is its body, changed. The list that is the body itself has the key ''. */
function changed(value: unknown, change: (items: readonly unknown[], key: string) => readonly unknown[]): unknown {
  const { body } = value as Comparable;
  const whole: unknown = typeof body === 'string' ? JSON.parse(body) : value;
  return JSON.parse(JSON.stringify(whole, (key, item: unknown) => (Array.isArray(item) ? change(item, key) : item)));
}

function sorted(items: readonly unknown[]): readonly unknown[] {
  return items.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}

function text(item: unknown): string {
  return JSON.stringify(item);
}
