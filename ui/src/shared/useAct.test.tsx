import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Problem } from './problem';
import { useAct } from './useAct';

function recording(outcomes: (Problem | string)[]) {
  const ids: string[] = [];
  const hook = renderHook(() =>
    useAct((_input: { room: string }, actId) => {
      ids.push(actId);
      const outcome = outcomes.shift();
      return outcome instanceof Problem ? Promise.reject(outcome) : Promise.resolve(outcome);
    }),
  );
  const run = (room: string) => act(() => hook.result.current.run({ room }));
  return { ids, hook, run };
}
const silence = () => new Problem({ status: 0, code: 'network' });

it('repeats an act of unknown outcome under the same id', async () => {
  const { ids, hook, run } = recording([silence(), 'saved', 'saved']);
  expect(await run('1201')).toBeUndefined();
  expect(hook.result.current.problem?.code).toBe('network');
  expect(await run('1201')).toBe('saved');
  expect(hook.result.current.problem).toBeNull();
  expect(ids[1]).toBe(ids[0]);
  await run('1201');
  expect(ids[2]).not.toBe(ids[0]);
});

it('takes another input or a clear refusal for another act', async () => {
  const refused = new Problem({ status: 409, code: 'refused' });
  const { ids, run } = recording([silence(), refused, 'saved']);
  await run('1201');
  await run('1202');
  await run('1202');
  expect(new Set(ids).size).toBe(3);
});

it('does nothing at a second press while it runs', async () => {
  const { ids, hook } = recording(['saved', 'saved']);
  const both = await act(() =>
    Promise.all([hook.result.current.run({ room: '1' }), hook.result.current.run({ room: '1' })]),
  );
  expect(both).toEqual(['saved', undefined]);
  expect(ids).toHaveLength(1);
});
