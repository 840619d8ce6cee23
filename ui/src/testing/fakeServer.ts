import { vi, type Mock } from 'vitest';

type Answer = unknown;
type Answers = Record<string, Answer | ((request: Request) => Answer | Promise<Answer>)>;

/** A refusal for `fakeServer`: its status and the members of the problem document. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
  ) {}
}

/**
 * Answers the page's requests by `GET /api/session` → JSON. A function may look at the request and
 * return a `Refusal`. What has no answer fails the test loudly. Returns the spy to see what was sent.
 */
export function fakeServer(answers: Answers): Mock<(request: Request) => Promise<Response>> {
  const spy = vi.fn(async (request: Request) => {
    const line = `${request.method} ${new URL(request.url).pathname}`;
    if (!(line in answers)) throw new Error(`no answer for ${line}`);
    const answer = answers[line];
    const value: unknown =
      typeof answer === 'function' ? await (answer as (r: Request) => unknown)(request) : answer;
    const headers = { 'X-Server-Now': String(Date.now()) };
    if (value instanceof Refusal) {
      return new Response(JSON.stringify(value.body), {
        status: value.status,
        headers: { ...headers, 'Content-Type': 'application/problem+json' },
      });
    }
    if (value === null) return new Response(null, { status: 204, headers });
    return new Response(JSON.stringify(value), {
      status: 200,
      headers: { ...headers, 'Content-Type': 'application/json' },
    });
  });
  vi.stubGlobal('fetch', spy);
  return spy;
}
