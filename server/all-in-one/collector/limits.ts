/** Bounds of what one request may bring. Whatever is beyond is cut, and the span says so in its warnings. */
/** In one message of Thrift or Zipkin; one with more is refused. */
export const MAX_SPANS = 100_000;
export const MAX_ATTRIBUTES = 1_000;
export const MAX_EVENTS = 10_000;
export const MAX_LINKS = 1_000;
/** Lists and maps inside one another. */
export const MAX_VALUE_DEPTH = 16;
/** Size of a request's body, after decompression. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;
