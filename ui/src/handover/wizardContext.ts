import { createContext, useContext } from 'react';
import type { ActState } from '../shared/useAct';
import type { Disposition, Handover, HandoverDetail, NextHandover } from './model';

/** Who fills the lines in: nobody named means the person who is signed in. */
export interface Acting {
  person_id?: string;
  pin?: string;
}

/** One change of the lines. */
export type Edit =
  | { edit: 'count'; counts: { item: string; counted: number; explanation: unknown }[] }
  | { edit: 'check'; key: string; in_order: boolean; note: string }
  | { edit: 'dispose'; subject_ids: string[]; disposition: Disposition }
  | { edit: 'matters'; text: string; deferred: boolean }
  | { edit: 'anomalies'; text: string }
  | { edit: 'fitness'; fit: boolean; note: string }
  | { edit: 'refresh' };

/** What every step of the wizard works with. */
export interface Wizard {
  next: NextHandover;
  detail: HandoverDetail;
  handover: Handover;
  /** The words of a person's name. */
  name: (id: string | null | undefined) => string;
  /** Who fills in: the person signed in, or a side who took the pen by PIN. */
  pen: string;
  /** Whether lines may be filled in on this screen now. */
  mayFill: boolean;
  /** Sends one change as who fills in; false when it was refused (`act.problem` says why). */
  edit: (edit: Edit) => Promise<boolean>;
  /**
   * The same for a given person and PIN; throws what was refused, for the PIN dialog. An act that is
   * sent again because no answer came goes by its first id.
   */
  editAs: (edit: Edit, acting: Acting, actId?: string) => Promise<void>;
  act: ActState<Edit, boolean>;
  renew: () => Promise<void>;
}

export const WizardContext = createContext<Wizard | null>(null);

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('useWizard outside the wizard');
  return wizard;
}
