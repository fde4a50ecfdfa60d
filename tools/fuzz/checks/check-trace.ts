import type { Attribute, Trace } from '#core/trace/trace.ts';
import { NO_PARENT } from '#core/trace/trace.ts';
import { require } from './require.ts';

const TYPES = new Set(['string', 'bool', 'int64', 'float64', 'binary']);
const KINDS = new Set(['internal', 'server', 'client', 'producer', 'consumer', 'unspecified']);

/** What `core/trace/trace.ts` promises of every trace. @throws BrokenRule */
export function checkTrace({ id, start, spans, resources, problems }: Trace): void {
  require(/^[0-9a-f]{32}$/.test(id), 'the id of a trace is 32 digits');
  require(Number.isFinite(start), 'the start of a trace is finite');
  require(spans.length > 0, 'a trace has a span');
  const ids = new Set<string>();
  for (const [index, span] of spans.entries()) {
    require(/^[0-9a-f]{16}$/.test(span.id), 'the id of a span is 16 digits');
    require(!ids.has(span.id), 'the ids of spans differ');
    ids.add(span.id);
    require(Number.isInteger(span.parent) && span.parent >= NO_PARENT && span.parent < index, 'a parent stands before');
    const depth = span.parent === NO_PARENT ? 0 : spans[span.parent]!.depth + 1;
    require(span.depth === depth, 'a span is one deeper than its parent');
    require(resources[span.resource] !== undefined, 'a span has a resource');
    require(Number.isFinite(span.start) && span.start >= 0, 'a span starts at a finite time in its trace');
    require(Number.isFinite(span.duration) && span.duration >= 0, 'a duration is finite and not negative');
    require(KINDS.has(span.kind) && typeof span.isError === 'boolean', 'kind and error are what they can be');
    require(typeof span.operation === 'string', 'an operation is text');
    checkAttributes(span.attributes);
    let before = Number.NEGATIVE_INFINITY;
    for (const event of span.events) {
      require(Number.isFinite(event.at) && event.at >= before, 'events are at finite times, in order');
      before = event.at;
      require(typeof event.name === 'string', 'the name of an event is text');
      checkAttributes(event.attributes);
    }
    for (const link of span.links) {
      require(/^[0-9a-f]{32}$/.test(link.traceId) && /^[0-9a-f]{16}$/.test(link.spanId), 'a link has ids');
    }
    require(span.warnings.every((warning) => typeof warning === 'string'), 'a warning is text');
  }
  for (const { service, attributes } of resources) {
    require(typeof service === 'string' && service !== '', 'a service has a name');
    checkAttributes(attributes);
  }
  require(problems.every(({ spanId }) => ids.has(spanId)), 'a problem is of a span of the trace');
}

function checkAttributes(attributes: readonly Attribute[]): void {
  for (const { key, type, value } of attributes) {
    require(typeof key === 'string' && typeof value === 'string' && TYPES.has(type), 'an attribute is text of a type');
  }
}
