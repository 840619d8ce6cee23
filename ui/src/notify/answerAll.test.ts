import { expect, test } from 'vitest';
import { Problem } from '../shared/problem';
import { answerAll } from './answerAll';

const ANSWERED = new Problem({ status: 422, code: 'alert_answered', detail: '陈勇已先答复' });

/** Sends to a server that refuses some; gives what was sent. */
function sending(refusals: Record<string, Problem>) {
  const sent: string[] = [];
  const send = (id: string) => {
    sent.push(id);
    const refusal = refusals[id];
    return refusal ? Promise.reject(refusal) : Promise.resolve();
  };
  return { sent, send };
}

test('what a colleague answered does not keep the rest of the call ringing', async () => {
  const { sent, send } = sending({ a: ANSWERED });
  await answerAll(['a', 'b', 'c'], send);
  expect(sent).toEqual(['a', 'b', 'c']);
});

test('an answer that served for the others is no failure', async () => {
  const { send } = sending({ b: ANSWERED });
  await expect(answerAll(['a', 'b'], send)).resolves.toBeUndefined();
});

test('who comes second is told who was first', async () => {
  const { sent, send } = sending({ a: ANSWERED, b: ANSWERED });
  await expect(answerAll(['a', 'b'], send)).rejects.toBe(ANSWERED);
  expect(sent).toEqual(['a', 'b']);
});

test('another failure is told at once', async () => {
  const lost = new Problem({ status: 0, code: 'network' });
  const { sent, send } = sending({ a: lost });
  await expect(answerAll(['a', 'b'], send)).rejects.toBe(lost);
  expect(sent).toEqual(['a']);
});
