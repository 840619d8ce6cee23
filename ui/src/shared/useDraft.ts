import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type Dispatch,
  type SetStateAction,
} from 'react';

const PREFIX = 'zhishou.draft.';

/** `tab` forgets with the browser tab; `device` survives a power cut, for long forms without personal data. */
export type DraftPlace = 'tab' | 'device';

export interface Draft<T> {
  value: T;
  setValue: Dispatch<SetStateAction<T>>;
  /** After saving or discarding: back to the initial value, nothing stored. */
  clear: () => void;
  /** Whether the value came from an earlier, unsaved entry. */
  restored: boolean;
}

/**
 * What is typed survives a reload, an ended session and a change of person. `key` names the form and
 * its subject (`desk.intake`, `workorder.finish.<id>`); take one key for one mounted form.
 */
export function useDraft<T>(key: string, initial: T, place: DraftPlace = 'tab'): Draft<T> {
  const [stored] = useState(() => readDraft<T>(key, place));
  const [value, setValue] = useState<T>(stored ?? initial);
  const [restored, setRestored] = useState(stored !== undefined);
  const start = useRef(initial);
  const untouched = useRef(true);

  useEffect(() => {
    if (untouched.current) {
      untouched.current = false;
      return;
    }
    writeDraft(key, place, value);
  }, [key, place, value]);

  const clear = useCallback(() => {
    untouched.current = true;
    setValue(start.current);
    setRestored(false);
    removeDraft(key, place);
  }, [key, place]);

  return { value, setValue, clear, restored };
}

/** At a deliberate sign-out: nothing typed stays for the next person at this screen. */
export function clearAllDrafts(): void {
  for (const storage of [storageOf('tab'), storageOf('device')]) {
    if (!storage) continue;
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  }
}

export function readDraft<T>(key: string, place: DraftPlace = 'tab'): T | undefined {
  try {
    const text = storageOf(place)?.getItem(PREFIX + key);
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    // A draft of an older shape of the page is worth less than a working page.
    return undefined;
  }
}

function writeDraft(key: string, place: DraftPlace, value: unknown): void {
  try {
    storageOf(place)?.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage full or refused: the page itself still holds what is typed.
  }
}

function removeDraft(key: string, place: DraftPlace): void {
  storageOf(place)?.removeItem(PREFIX + key);
}

function storageOf(place: DraftPlace): Storage | undefined {
  try {
    return place === 'tab' ? window.sessionStorage : window.localStorage;
  } catch {
    return undefined;
  }
}
