import { useMay } from '../shared/community';
import { Masked } from '../shared/Masked';
import { formatPhone } from '../shared/phone';
import { useReveal } from './usePeople';
import type { RevealSubject } from './model';

interface PersonalPhoneProps {
  masked: string | null | undefined;
  subject: RevealSubject;
  /** Whose number, for a screen reader. */
  label: string;
}

/** A masked number of a list. Looking it up here is browsing, so a reason is always asked. */
export function PersonalPhone({ masked, subject, label }: PersonalPhoneProps) {
  const may = useMay('reveal_personal_data');
  const reveal = useReveal();
  if (!masked) return <span className="zs-muted">—</span>;
  if (!may) return <span>{formatPhone(masked)}</span>;
  return (
    <Masked
      masked={masked}
      needsReason
      label={label}
      reveal={async (reason) => (await reveal(subject, reason ?? '')).phone ?? ''}
    />
  );
}
