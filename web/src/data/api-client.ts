import { ARROW_STREAM_TYPE, BUILD_HEADER, problemAnswer, type SpansQuery } from '#core/api.ts';
import { ApiError } from './api-error.ts';
import { isOtherBuild } from './is-other-build.ts';
import { tellOutdated } from './tell-outdated.ts';

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

export interface SliceBytes {
  /** See core/spans/encode-slice.ts. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By a server of another version, which may write slices in another way. */
  readonly isOther: boolean;
}

/** One slice of spans. Throws as `getJson`. */
export async function getSlice(query: SpansQuery, signal: AbortSignal): Promise<SliceBytes> {
  const texts = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const response = await request('GET', 'spans', texts, signal);
  if (!response.headers.get('content-type')?.startsWith(ARROW_STREAM_TYPE)) {
    throw unreadable(response, 'the answer is not an Arrow stream');
  }
  const bytes = await read(() => response.arrayBuffer().then((buffer) => new Uint8Array(buffer)), signal);
  return { bytes, isOther: isOther(response) };
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
  if (isOther(response)) tellOutdated('updated');
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function parse<T>(response: Response, schema: Schema<T>): Promise<T> {
  const result = schema.safeParse(await jsonOf(response));
  if (!result.success) throw unreadable(response, 'the answer has another form', { cause: result.error });
  return result.data;
}

async function errorOf(response: Response): Promise<ApiError> {
  const problem = problemAnswer.safeParse(await jsonOf(response));
  if (!problem.success) return unreadable(response, `status ${response.status} without a reason`);
  const { code, detail, advice, fields } = problem.data;
  return new ApiError(code, detail, { advice, fields });
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw unreadable(response, 'the answer is not JSON', { cause });
  }
}

function unreadable(response: Response, detail: string, options?: ErrorOptions): ApiError {
  return new ApiError(isOther(response) ? 'other-version' : 'server-unreadable', detail, options);
}

function isOther(response: Response): boolean {
  const own = document.querySelector<HTMLMetaElement>('meta[name=kuji-build]')?.content;
  return isOtherBuild(own, response.headers.get(BUILD_HEADER));
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
