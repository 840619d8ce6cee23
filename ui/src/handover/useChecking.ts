import { useTranslation } from 'react-i18next';
import { newActId } from '../shared/actId';
import { usePin } from '../shared/pin';
import { asProblem } from '../shared/problem';
import { answersForLine, sideOf, type CheckLine } from './model';
import { useWizard, type Acting, type Edit } from './wizardContext';

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
    const send = inTurn(edits, editAs);
    const signed = await askPin({
      persons: [{ id: person, name: name(person) }],
      title: t('handover.checks.pinTitle'),
      explain: t('handover.checks.pinExplain', { n: lines.length }),
      submit: ({ personId, pin }) => send({ person_id: personId, pin }),
    });
    return signed !== null;
  };
}

type EditAs = (edit: Edit, acting: Acting, actId: string) => Promise<void>;

/**
 * Sends the changes one after another. The dialog stays open when one is refused; sent again, it goes
 * on with that one, so that what the ledger has of the others stands there once. Where no answer came,
 * the act may be recorded all the same and keeps its id.
 */
function inTurn(edits: readonly Edit[], editAs: EditAs): (acting: Acting) => Promise<void> {
  const left = [...edits];
  let unsettled: { actId: string; pin: string | undefined } | null = null;
  return async (acting) => {
    for (let next = left[0]; next; next = left[0]) {
      if (unsettled?.pin !== acting.pin) unsettled = null;
      unsettled ??= { actId: newActId(), pin: acting.pin };
      try {
        await editAs(next, acting, unsettled.actId);
      } catch (thrown) {
        const { status } = asProblem(thrown);
        if (status >= 400 && status < 500) unsettled = null;
        throw thrown;
      }
      unsettled = null;
      left.shift();
    }
  };
}
