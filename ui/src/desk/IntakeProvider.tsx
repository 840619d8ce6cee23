import type { InputRef } from 'antd';
import { useRef, type ReactNode } from 'react';
import { IntakeContext } from './intakeContext';
import { useIntake } from './useIntake';

/**
 * Holds what stands in the intake form, so that what is beside it can use it. Its children are made
 * outside, so that a typed letter renews only those that look at the form.
 */
export function IntakeProvider({ children }: { children: ReactNode }) {
  const intake = useIntake();
  const lookup = useRef<InputRef>(null);
  return <IntakeContext value={{ ...intake, lookup }}>{children}</IntakeContext>;
}
