import { constants, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { Code, ConnectError, createConnectRouter } from '@connectrpc/connect';
import type { UniversalHandler } from '@connectrpc/connect/protocol';
import {
  compressionGzip,
  universalRequestFromNodeRequest,
  universalResponseToNodeResponse,
} from '@connectrpc/connect-node';
import type { H2Listener } from '../listen-h2.ts';
import { BadOtlp } from './bad-otlp.ts';
import { groupsFromRequest } from './groups-from-protobuf.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import type { ExportTraceServiceRequest, ExportTraceServiceResponse } from './otlp_pb.ts';
import { exportResponse } from './otlp-answers.ts';
import type { OtlpHttpOptions } from './otlp-http.ts';
import type { RejectReason } from './receiver-meter.ts';
import { storeGroups } from './store-groups.ts';
import { TraceService } from './trace_service_pb.ts';

/** Requests that may be in memory at once. */
const MAX_AT_ONCE = 32;
const REQUEST_TIMEOUT_MS = 60_000;

/** Why a request was not taken, by the status that its sender got. */
const REASONS: Readonly<Partial<Record<Code, RejectReason>>> = {
  [Code.Internal]: 'unreadable',
  [Code.InvalidArgument]: 'unreadable',
  [Code.ResourceExhausted]: 'too-large',
  [Code.Unimplemented]: 'unsupported',
  [Code.Unavailable]: 'overload',
  [Code.Unknown]: 'failed',
};

/**
 * OTLP over gRPC, as the OpenTelemetry Collector inside Jaeger speaks it: `TraceService/Export`, gzip, and nothing else. The
 * protocol is Connect's; what is not among its services is answered here. Statuses are those that a Jaeger 2.13 gave.
 */
export function otlpGrpc(options: OtlpHttpOptions): H2Listener {
  const router = createConnectRouter({
    connect: false,
    grpcWeb: false,
    acceptCompression: [compressionGzip],
    readMaxBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
  });
  router.service(TraceService, { export: (request) => take(request, options) });
  const handlers = new Map(router.handlers.map((handler) => [handler.requestPath, handler]));
  let atOnce = 0;

  function answer(request: Http2ServerRequest, response: Http2ServerResponse): void {
    const handler = handlers.get(request.url);
    if (!isGrpc(request)) {
      refuse(response, 415, Code.InvalidArgument, 'invalid gRPC request content-type');
    } else if (handler === undefined) {
      refuse(response, 200, Code.Unimplemented, unknownText(request.url));
    } else if (!URL.canParse(`http://${request.authority}`)) {
      refuse(response, 400, Code.InvalidArgument, 'malformed authority');
    } else if (atOnce >= MAX_AT_ONCE) {
      refuse(response, 200, Code.Unavailable, 'too many requests at once');
    } else {
      track(request, response);
      void call(handler, request, response);
    }
  }

  function track(request: Http2ServerRequest, response: Http2ServerResponse): void {
    atOnce++;
    const timeout = setTimeout(() => request.stream.close(constants.NGHTTP2_CANCEL), REQUEST_TIMEOUT_MS);
    response.once('close', () => {
      atOnce--;
      clearTimeout(timeout);
    });
    // A sender may still be sending what is not read any more.
    response.once('finish', () => request.resume());
  }

  /** Lets the library answer, and counts what it refused. */
  async function call(
    handler: UniversalHandler,
    request: Http2ServerRequest,
    response: Http2ServerResponse,
  ): Promise<void> {
    try {
      const answered = await handler(universalRequestFromNodeRequest(request, response, undefined, undefined));
      const status = Number(answered.trailer?.get('grpc-status') ?? 0);
      const reason = REASONS[status as Code];
      const message = decodeURIComponent(answered.trailer?.get('grpc-message') ?? '');
      if (reason !== undefined) options.meter.rejected(reason, message);
      await universalResponseToNodeResponse(answered, response);
    } catch (error) {
      // A sender that went away in the middle of its request is no failure of ours.
      if (response.destroyed || request.aborted) return;
      options.log('error', 'a gRPC request failed', { error });
      request.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    }
  }

  function refuse(response: Http2ServerResponse, httpStatus: number, code: Code, message: string): void {
    options.meter.rejected(REASONS[code] ?? 'failed', message);
    if (response.stream.closed || response.stream.destroyed) return;
    const headers = { 'content-type': 'application/grpc', 'grpc-status': String(code), 'grpc-message': message };
    // Headers that end the stream themselves: gRPC clients take no empty body after a status.
    response.stream.respond({ ':status': httpStatus, ...headers }, { endStream: true });
    response.stream.resume();
  }

  return answer;
}

async function take(
  request: ExportTraceServiceRequest,
  { sink, meter, log }: OtlpHttpOptions,
): Promise<ExportTraceServiceResponse> {
  try {
    return exportResponse(await storeGroups(groupsFromRequest(request), sink, meter));
  } catch (error) {
    if (error instanceof BadOtlp) {
      throw new ConnectError(`grpc: error unmarshalling request: ${error.message}`, Code.Internal);
    }
    log('error', 'an OTLP request failed', { error });
    throw new ConnectError('internal error', Code.Unknown);
  }
}

function isGrpc(request: Http2ServerRequest): boolean {
  return /^application\/grpc(?:$|[+;])/.test(request.headers['content-type'] ?? '');
}

/** gRPC wants the message in printable ASCII, `%` escaped. */
function unknownText(path: string): string {
  const [, service, method, more] = path.split('/');
  const text =
    service === undefined || method === undefined || more !== undefined
      ? `malformed method name: ${JSON.stringify(path)}`
      : service === TraceService.typeName
        ? `unknown method ${method} for service ${service}`
        : `unknown service ${service}`;
  return encodeURI(text.slice(0, 200)).replaceAll('%20', ' ');
}
