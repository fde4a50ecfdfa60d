import type { AttributeValue, SpanKind, StoredSpan } from '../../store/stored-span.ts';

type Attributes = Map<string, AttributeValue>;
type Status = StoredSpan['status'];

const UNSET: Status = { code: 'UNSET', message: '' };

/**
 * The status of a span that came from a Jaeger client, taken out of its attributes: `error` = true, else `otel.status_code`,
 * else what `http.status_code` says. The attributes are the caller's own and lose what became the status.
 * Source: opentelemetry-collector-contrib v0.153, pkg/translator/jaeger, `setInternalSpanStatus`.
 */
export function takeStatus(attributes: Attributes, kind: SpanKind): Status {
  const error = attributes.get('error');
  const code = attributes.get('otel.status_code');
  attributes.delete('otel.status_code');
  if (error?.type === 'bool' && error.value) {
    attributes.delete('error');
    return { code: 'ERROR', message: takeDescription(attributes) ?? text(attributes.get('http.status_message')) };
  }
  if (code !== undefined) return { code: namedCode(text(code)), message: takeDescription(attributes) ?? '' };
  return statusOfHttp(attributes, kind);
}

function takeDescription(attributes: Attributes): string | undefined {
  const description = attributes.get('otel.status_description');
  attributes.delete('otel.status_description');
  return description && text(description);
}

function namedCode(name: string): Status['code'] {
  const code = name.toUpperCase();
  return code === 'OK' || code === 'ERROR' ? code : 'UNSET';
}

function statusOfHttp(attributes: Attributes, kind: SpanKind): Status {
  const code = wholeNumber(attributes.get('http.status_code'));
  if (code === undefined) return UNSET;
  const isServersDuty = kind === 'server' && code >= 400n && code < 500n;
  if (isServersDuty || (code >= 100n && code < 399n)) return UNSET;
  return { code: 'ERROR', message: text(attributes.get('http.status_message')) };
}

function wholeNumber(value: AttributeValue | undefined): bigint | undefined {
  if (value?.type === 'int') return value.value;
  return value?.type === 'string' && /^[-+]?\d{1,18}$/.test(value.value)
    ? BigInt(value.value.replace(/^\+/, ''))
    : undefined;
}

function text(value: AttributeValue | undefined): string {
  return value?.type === 'string' ? value.value : '';
}
