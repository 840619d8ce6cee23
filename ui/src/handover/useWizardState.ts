import { useState } from 'react';
import { newActId } from '../shared/actId';
import { useCommunity, useMay } from '../shared/community';
import { useAct } from '../shared/useAct';
import { isOpen, nameOf, partyOf, type HandoverDetail, type NextHandover } from './model';
import { sendEdit } from './sendEdit';
import { useRenewHandover } from './useHandover';
import type { Acting, Edit, Wizard } from './wizardContext';

/**
 * What the steps share. A person who is neither side fills in by the PIN of one of them; that PIN
 * stays in the memory of this page only, and signing always asks for it again.
 */
export function useWizardState(next: NextHandover, detail: HandoverDetail) {
  const community = useCommunity();
  const may = useMay('sign_handover');
  const renew = useRenewHandover();
  const [acting, setActing] = useState<Acting>({});
  const { handover } = detail;

  const editAs = async (edit: Edit, as: Acting, actId = newActId()) => {
    const to = { community: community.id, handover: handover.handover_id };
    await sendEdit(edit, { ...to, actId, acting: as });
    await renew();
  };
  const act = useAct(async (edit: Edit, actId) => {
    await editAs(edit, acting, actId);
    return true;
  });
  const wizard: Wizard = {
    next,
    detail,
    handover,
    name: (id) => nameOf(next.people, id),
    pen: acting.person_id ?? community.personId,
    mayFill:
      may &&
      isOpen(handover) &&
      (acting.person_id !== undefined || partyOf(handover, community.personId) !== null),
    edit: async (edit) => (await act.run(edit)) === true,
    editAs,
    act,
    renew,
  };
  return { wizard, acting, setActing };
}
