import { useEffect, useState } from 'react';
import type { Diagnostic } from './model';
import { useCheck } from './useRegulation';

const PAUSE_MS = 1200;
const NONE: readonly Diagnostic[] = [];

export interface Checked {
  query: ReturnType<typeof useCheck>;
  /** Of the text that was checked last. */
  diagnostics: readonly Diagnostic[];
  /** Checks what stands there now. */
  now: () => void;
}

/** Checks a text when its writer pauses, and at once when asked. A failed check changes nothing of it. */
export function useChecked(text: string): Checked {
  const [asked, setAsked] = useState(text);
  const query = useCheck(asked);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setAsked(text);
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text]);
  const now = () => {
    if (asked === text) void query.refetch();
    else setAsked(text);
  };
  const shown = text.trim() === '' ? undefined : query.data;
  return { query, diagnostics: shown?.diagnostics ?? NONE, now };
}
