import { useCallback, useRef, useState } from 'react';
import { newActId } from './actId';
import { asProblem, type Problem } from './problem';

export interface ActState<Input, Output> {
  /** Runs the act. Undefined when it failed; `problem` then says why. A second press while it runs does nothing. */
  run: (input: Input) => Promise<Output | undefined>;
  pending: boolean;
  problem: Problem | null;
  /** Takes the message away. */
  dismiss: () => void;
}

/**
 * One button that writes. The act keeps its id while its outcome is unknown (no answer, a server
 * fault), so pressing again after a lost reply does not do it twice; another input is another act.
 */
export function useAct<Input, Output>(
  act: (input: Input, actId: string) => Promise<Output>,
): ActState<Input, Output> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const unsettled = useRef<{ id: string; input: string } | null>(null);
  const dismiss = useCallback(() => {
    setProblem(null);
  }, []);

  const run = async (input: Input): Promise<Output | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    const text = JSON.stringify(input ?? null);
    if (unsettled.current?.input !== text) unsettled.current = { id: newActId(), input: text };
    setPending(true);
    setProblem(null);
    try {
      const output = await act(input, unsettled.current.id);
      unsettled.current = null;
      return output;
    } catch (thrown) {
      const failed = asProblem(thrown);
      // A clear refusal settles the act; anything else may have happened on the server.
      if (failed.status >= 400 && failed.status < 500) unsettled.current = null;
      setProblem(failed);
      return undefined;
    } finally {
      running.current = false;
      setPending(false);
    }
  };
  return { run, pending, problem, dismiss };
}
