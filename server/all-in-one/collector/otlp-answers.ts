import { create, toBinary, toJsonString } from '@bufbuild/protobuf';
import { type ExportTraceServiceResponse, ExportTraceServiceResponseSchema, RpcStatusSchema } from './otlp_pb.ts';

/** An answer of the collector, word for word. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

export type OtlpEncoding = 'application/json' | 'application/x-protobuf';

const METHOD_NOT_ALLOWED: Answer = {
  status: 405,
  contentType: 'text/plain',
  body: '405 method not allowed, supported: [POST]',
};
const UNSUPPORTED_MEDIA_TYPE: Answer = {
  status: 415,
  contentType: 'text/plain',
  body: '415 unsupported media type, supported: [application/json, application/x-protobuf]',
};
const NOT_FOUND: Answer = { status: 404, contentType: 'text/plain; charset=utf-8', body: '404 page not found\n' };

export const otlpAnswers = {
  methodNotAllowed: METHOD_NOT_ALLOWED,
  unsupportedMediaType: UNSUPPORTED_MEDIA_TYPE,
  notFound: NOT_FOUND,
  accepted,
  failed,
} as const;

/** The answer to a request that was taken; where spans were refused, with their number. */
export function exportResponse(refused: number): ExportTraceServiceResponse {
  const errorMessage = 'spans with an all-zero trace id or span id belong to no trace';
  const partialSuccess = refused === 0 ? {} : { rejectedSpans: BigInt(refused), errorMessage };
  return create(ExportTraceServiceResponseSchema, { partialSuccess });
}

function accepted(encoding: OtlpEncoding, refused: number): Answer {
  return { status: 200, contentType: encoding, body: encode(encoding, exportResponse(refused)) };
}

function encode(encoding: OtlpEncoding, response: ExportTraceServiceResponse): string | Uint8Array {
  return encoding === 'application/json'
    ? toJsonString(ExportTraceServiceResponseSchema, response)
    : toBinary(ExportTraceServiceResponseSchema, response);
}

/** A google.rpc.Status (`code` is gRPC's) in the encoding of the request. */
function failed(encoding: OtlpEncoding, status: number, code: number, message: string): Answer {
  const body = create(RpcStatusSchema, { code, message });
  return {
    status,
    contentType: encoding,
    body: encoding === 'application/json' ? toJsonString(RpcStatusSchema, body) : toBinary(RpcStatusSchema, body),
  };
}
