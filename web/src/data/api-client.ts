import { ARROW_STREAM_TYPE, problemAnswer, type SpansQuery } from '#core/api.ts';
import { ApiError } from './api-error.ts';

/** Longer than the server's own limit towards Jaeger, so that its answer is what is told. */
const TIMEOUT_MS = 120_000;

/** What a schema of core/api.ts is used for here. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: T } | { readonly success: false; readonly error: Error };
}

/** GETs `/api/<path>` and checks the answer. Throws `ApiError`, or the signal's reason. */
export async function getJson<T>(
  path: string,
  query: Readonly<Record<string, string>>,
  schema: Schema<T>,
  signal: AbortSignal,
): Promise<T> {
  return parse(await request('GET', path, query, signal), schema);
}

/** POSTs to `/api/<path>` without a body and checks the answer. Throws as `getJson`. */
export async function postForJson<T>(path: string, schema: Schema<T>, signal: AbortSignal): Promise<T> {
  return parse(await request('POST', path, {}, signal), schema);
}

/** The bytes of one slice of spans (see core/spans/encode-slice.ts). Throws as `getJson`. */
export async function getSlice(query: SpansQuery, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const texts = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const response = await request('GET', 'spans', texts, signal);
  if (!response.headers.get('content-type')?.startsWith(ARROW_STREAM_TYPE)) {
    throw new ApiError('server-unreadable', 'the answer is not an Arrow stream');
  }
  return read(() => response.arrayBuffer().then((buffer) => new Uint8Array(buffer)), signal);
}

async function request(
  method: 'GET' | 'POST',
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  const url = new URL(`/api/${path}`, location.origin);
  url.search = new URLSearchParams(query).toString();
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const response = await read(() => fetch(url, { method, signal: bounded }), signal);
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function parse<T>(response: Response, schema: Schema<T>): Promise<T> {
  const result = schema.safeParse(await jsonOf(response));
  if (!result.success) throw new ApiError('server-unreadable', 'the answer has another form', { cause: result.error });
  return result.data;
}

async function errorOf(response: Response): Promise<ApiError> {
  const problem = problemAnswer.safeParse(await jsonOf(response));
  if (!problem.success) return new ApiError('server-unreadable', `status ${response.status} without a reason`);
  const { code, detail, advice, fields } = problem.data;
  return new ApiError(code, detail, { advice, fields });
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new ApiError('server-unreadable', 'the answer is not JSON', { cause });
  }
}

/** Whoever left is told nothing else; any other failure on the way is the server's absence. */
async function read<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await attempt();
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new ApiError('server-unreachable', cause instanceof Error ? cause.message : '', { cause });
  }
}
