import { useTranslation } from 'react-i18next';
import { usePin } from '../shared/pin';
import { answersForLine, sideOf, type CheckLine } from './model';
import { useWizard, type Edit } from './wizardContext';

interface Outcome {
  in_order: boolean;
  note: string;
}

/**
 * Ticks lines of one side: one's own at once, those of the other side by that person's PIN. False
 * when it was refused or cancelled.
 */
export function useChecking(): (lines: readonly CheckLine[], outcome: Outcome) => Promise<boolean> {
  const { t } = useTranslation();
  const askPin = usePin();
  const { handover, pen, name, edit, editAs } = useWizard();
  return async (lines, outcome) => {
    const edits = lines.map((line): Edit => ({ edit: 'check', key: line.key, ...outcome }));
    const other = lines.find((line) => !answersForLine(handover, line, pen));
    if (!other || other.side === 'both') {
      for (const one of edits) if (!(await edit(one))) return false;
      return true;
    }
    const person = sideOf(handover, other.side);
    const signed = await askPin({
      persons: [{ id: person, name: name(person) }],
      title: t('handover.checks.pinTitle'),
      explain: t('handover.checks.pinExplain', { n: lines.length }),
      submit: async ({ personId, pin }) => {
        for (const one of edits) await editAs(one, { person_id: personId, pin });
      },
    });
    return signed !== null;
  };
}
