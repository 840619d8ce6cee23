import { useState, type ClipboardEvent, type Dispatch, type SetStateAction } from 'react';
import { filledFrom, type Intake } from './model';
import { readMessage, type PastedMessage } from './pasted';

/** Where a message was pasted; there it stands as it was when the filling is undone. */
export type PastedInto = 'content' | 'lookup';

export interface Filled {
  message: PastedMessage;
  undo: () => void;
}

/** Reads a message of the owners' group when it is pasted, fills the form, and takes it back. */
export function usePasting(intake: Intake, setValue: Dispatch<SetStateAction<Intake>>) {
  const [filled, setFilled] = useState<Filled | null>(null);
  const dismiss = () => {
    setFilled(null);
  };
  const onPaste = (into: PastedInto) => (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    const message = readMessage(pasted, into === 'lookup');
    if (!message) return;
    event.preventDefault();
    setValue((before) => filledFrom(before, message));
    setFilled({
      message,
      undo: () => {
        setValue(asPasted(intake, pasted.trim(), into));
        setFilled(null);
      },
    });
  };
  return { filled, dismiss, onPaste };
}

/** The form as an ordinary paste would have left it. */
function asPasted(before: Intake, pasted: string, into: PastedInto): Intake {
  if (into === 'lookup') {
    return { ...before, lookup: `${before.lookup}${pasted.replace(/\s+/g, ' ')}` };
  }
  const content = [before.content, pasted].filter((part) => part !== '').join('\n');
  return { ...before, content };
}
