import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../api/schema';
import { newActId } from './actId';
import { serverClock } from './clock';
import { Problem, readProblem } from './problem';
import { sessionLost } from './sessionLost';

export { Problem } from './problem';

const sentAt = new WeakMap<Request, number>();
let language = 'zh-CN';

/** The language in which the server words its refusals. */
export function speakToServerIn(next: string): void {
  language = next;
}

/** Adds to a request what the server asks of every caller. */
function prepare(request: Request): Request {
  request.headers.set('Accept-Language', language);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    request.headers.set('X-Zhishou', '1');
    if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newActId());
  }
  sentAt.set(request, serverClock.monotonic());
  return request;
}

/** Takes the server's time from a reply and turns a refusal into a thrown `Problem`. */
async function judge(request: Request, response: Response): Promise<void> {
  const serverNow = Number(response.headers.get('X-Server-Now'));
  if (serverNow > 0) {
    serverClock.observe(serverNow, sentAt.get(request) ?? serverClock.monotonic());
  }
  if (response.ok) return;
  // Signing in answers 401 for a wrong password; only elsewhere does it mean that the session ended.
  const path = new URL(request.url).pathname;
  if (response.status === 401 && path !== '/api/session') sessionLost.announce();
  throw await readProblem(response);
}

const keepHouse: Middleware = {
  onRequest: ({ request }) => prepare(request),
  onResponse: async ({ request, response }) => {
    await judge(request, response);
    return response;
  },
  onError: ({ error }) =>
    error instanceof Problem ? error : new Problem({ status: 0, code: 'network' }),
};

/** The generated client. Every refusal is thrown as `Problem`; wrap calls in `ok()` for the data. */
export const api = createClient<paths>({
  credentials: 'same-origin',
  // Looked up at call time, so that tests can stand in for the network.
  fetch: (request: Request) => globalThis.fetch(request),
  // An absolute address, since `Request` outside a browser knows no origin.
  baseUrl: typeof location === 'undefined' ? '' : location.origin,
});
api.use(keepHouse);

/** The data of a successful call: `const order = await ok(api.GET('/api/…'))`. */
export async function ok<T>(reply: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await reply;
  return data as NonNullable<T>;
}

/** Headers that make a repeated sending of the same act count once. */
export function actHeaders(actId: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': actId };
}

/**
 * For what the generated client cannot send: a photo or a file as raw body.
 * The same headers, clock and refusals as `api`.
 */
export async function sendRaw(
  method: 'POST' | 'PUT',
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = prepare(
    new Request(new URL(path, location.origin), {
      method,
      body,
      headers,
      credentials: 'same-origin',
    }),
  );
  let response: Response;
  try {
    response = await globalThis.fetch(request);
  } catch {
    throw new Problem({ status: 0, code: 'network' });
  }
  await judge(request, response);
  return response;
}
