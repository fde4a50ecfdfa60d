/**
 * What can be wrong between Kuji and its Jaeger. `connection` faults meet every request; the others meet the searches of one
 * service, while Jaeger answers all else as it should.
 */
export type UpstreamFault =
  | { readonly kind: 'refused' }
  | { readonly kind: 'name-unknown' }
  | { readonly kind: 'certificate'; readonly certificate: 'other-host' | 'expired' }
  /** The connection is reset before a byte of an answer. */
  | { readonly kind: 'reset' }
  /** Silence for ever: before the answer, or after the first part of its body. */
  | { readonly kind: 'hang'; readonly where: 'before' | 'in-body' }
  /** The body ends, and the connection with it, before what was announced has come. */
  | { readonly kind: 'truncated' }
  /** The body ends too early, properly. */
  | { readonly kind: 'half' }
  | { readonly kind: 'chunk-broken' }
  | { readonly kind: 'gzip-broken'; readonly where: 'start' | 'middle' }
  /** So many bytes of one long text, as gzip. */
  | { readonly kind: 'gzip-bomb'; readonly bytes: number }
  /** `content-length` says less than there is, or more. */
  | { readonly kind: 'wrong-length'; readonly announced: 'less' | 'more' }
  | { readonly kind: 'html' }
  | { readonly kind: 'status'; readonly status: number; readonly body: string }
  /** To itself, for ever. */
  | { readonly kind: 'redirect-loop' }
  | { readonly kind: 'redirect-elsewhere' }
  /** Never silent for long, never done: one byte after the other of its head, or of its body. */
  | { readonly kind: 'drip'; readonly where: 'head' | 'body'; readonly everyMillis: number }
  /** A header longer than any has to be. */
  | { readonly kind: 'head-long' }
  /** Another protocol altogether. */
  | { readonly kind: 'no-http' }
  /** Good traces, without end but for this many bytes. */
  | { readonly kind: 'large'; readonly bytes: number }
  /** It has become a version without the legacy API. */
  | { readonly kind: 'upgraded' }
  /** Its storage is being restarted. */
  | { readonly kind: 'storage-away' };

/** Does it meet every request? */
export function isOfConnection({ kind }: UpstreamFault): boolean {
  return kind === 'refused' || kind === 'name-unknown' || kind === 'certificate';
}
