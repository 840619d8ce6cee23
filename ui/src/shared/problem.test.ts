import { describe, expect, it } from 'vitest';
import { asProblem, pointerPath, Problem, readProblem } from './problem';

const response = (status: number, body: string) => new Response(body, { status });

describe('readProblem', () => {
  it('keeps what the server said: field errors and the stored state at a conflict', async () => {
    const problem = await readProblem(
      response(
        409,
        JSON.stringify({
          type: 'about:blank',
          title: '内容已被他人修改',
          status: 409,
          code: 'stale_version',
          detail: '李建国于 09:12 保存了新内容',
          errors: [{ pointer: '/administrator/phones/0', detail: '号码位数不对' }],
          current: { version: 4, room: '1201' },
        }),
      ),
    );
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.code).toBe('stale_version');
    expect(problem.message).toBe('李建国于 09:12 保存了新内容');
    expect(problem.isConflict).toBe(true);
    expect(problem.current).toEqual({ version: 4, room: '1201' });
    expect(problem.formFields()).toEqual([
      { name: ['administrator', 'phones', 0], errors: ['号码位数不对'] },
    ]);
  });

  it('makes a problem of a proxy’s page and of an empty answer', async () => {
    for (const body of ['<html>Bad Gateway</html>', '', '[]', 'null']) {
      const problem = await readProblem(response(502, body));
      expect(problem).toMatchObject({ status: 502, code: 'http_502', errors: [] });
    }
  });

  it('does not trust members of the wrong type', async () => {
    const problem = await readProblem(
      response(422, JSON.stringify({ code: 7, detail: null, errors: ['x', { pointer: '/a' }] })),
    );
    expect(problem.code).toBe('http_422');
    expect(problem.errors).toEqual([{ pointer: '/a', detail: '' }]);
  });
});

it('takes anything thrown for a problem', () => {
  const own = new Problem({ status: 403, code: 'forbidden' });
  expect(asProblem(own)).toBe(own);
  expect(asProblem(new TypeError('Failed to fetch')).code).toBe('network');
  expect(asProblem(new Error('boom'))).toMatchObject({ code: 'page_error', detail: 'boom' });
  expect(asProblem('boom').detail).toBe('boom');
});

it('reads JSON pointers with their escapes', () => {
  expect(pointerPath('/a~1b/~0c/12')).toEqual(['a/b', '~c', 12]);
  expect(pointerPath('')).toEqual([]);
});
