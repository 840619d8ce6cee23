import type { InputRef } from 'antd';
import { createContext, useContext, type RefObject } from 'react';
import type { useIntake } from './useIntake';

/** The intake form as the parts of the desk share it: what stands in it, and where typing begins. */
export interface IntakeState extends ReturnType<typeof useIntake> {
  lookup: RefObject<InputRef | null>;
}

export const IntakeContext = createContext<IntakeState | null>(null);

/** Only under `IntakeProvider`, around the desk. */
export function useIntakeForm(): IntakeState {
  const intake = useContext(IntakeContext);
  if (!intake) throw new Error('useIntakeForm outside the desk');
  return intake;
}
