import { Problem } from '../shared/problem';

/**
 * Answers every alert of one call. An answer serves for the others too, and a colleague may have
 * been first with some: the rest are answered all the same, and who was first is told only when
 * no answer of one's own counted.
 */
export async function answerAll<A>(
  calls: readonly A[],
  send: (one: A) => Promise<void>,
): Promise<void> {
  let answered = false;
  let first: Problem | null = null;
  for (const one of calls) {
    try {
      await send(one);
      answered = true;
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.code !== 'alert_answered') throw thrown;
      first ??= thrown;
    }
  }
  if (first && !answered) throw first;
}
