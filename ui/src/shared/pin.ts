import { createContext, useContext } from 'react';

/** Someone who may sign here. `note` is a role or a post. */
export interface PinPerson {
  id: string;
  name: string;
  note?: string;
}

export interface SignedBy {
  personId: string;
  pin: string;
}

export interface PinRequest {
  /** Who may sign. One person is chosen without asking. */
  persons: readonly PinPerson[];
  /** Chosen at first among several. */
  personId?: string;
  title?: string;
  /** What is signed, in a sentence. */
  explain?: string;
  /** The word on the button; 确认签名 by default. */
  confirm?: string;
  /**
   * The act itself. While it runs the dialog waits; what it throws is shown in the dialog and the PIN
   * can be entered again. Without it the caller gets the PIN and acts on its own.
   */
  submit?: (signed: SignedBy) => Promise<unknown>;
}

/** Asks for a signature; null when the person cancels. */
export type AskPin = (request: PinRequest) => Promise<SignedBy | null>;

export const PinContext = createContext<AskPin | null>(null);

/** `const askPin = usePin(); const signed = await askPin({ persons, submit })`. */
export function usePin(): AskPin {
  const ask = useContext(PinContext);
  if (!ask) throw new Error('usePin needs a PinProvider');
  return ask;
}
