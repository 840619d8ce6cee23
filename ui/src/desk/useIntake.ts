import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import { useIntakePhotos } from './useIntakePhotos';
import { contactOf, EMPTY_INTAKE, fromLookup, opensOrder, orderOf, type Intake } from './model';

interface Saved {
  contact: { id: string; number: string };
  order: { number: string } | null;
}

/** The intake form: its draft, and saving it as a contact and, if wanted, a work order. */
export function useIntake() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const community = useCommunity();
  const queries = useQueryClient();
  const draft = useDraft<Intake>('desk.intake', EMPTY_INTAKE);
  const pictures = useIntakePhotos();
  const params = { path: { community: community.id } };

  const save = useAct(async (typed: Intake, actId) => {
    const intake = fromLookup(typed);
    const contact = contactOf(intake);
    const headers = actHeaders(actId);
    if (!opensOrder(intake)) {
      const taken = await ok(
        api.POST('/api/c/{community}/contacts', { params, headers, body: contact }),
      );
      return { contact: taken, order: null };
    }
    // One act: a contact whose order failed would be found by nobody.
    return ok(
      api.POST('/api/c/{community}/contacts/with-order', {
        params,
        headers,
        body: { contact, order: orderOf(intake) },
      }),
    );
  });

  const saidOf = ({ contact, order }: Saved, intake: Intake) => {
    if (order) {
      return t('desk.intake.savedWithOrder', { number: contact.number, order: order.number });
    }
    const { number } = contact;
    return t(intake.withOrder ? 'desk.intake.savedAlone' : 'desk.intake.saved', { number });
  };

  const clear = () => {
    draft.clear();
    pictures.setPhotos([]);
  };

  const run = async () => {
    const saved = await save.run(draft.value);
    if (!saved) return false;
    void message.success(saidOf(saved, draft.value));
    const sent = pictures.photos;
    clear();
    await pictures.send(saved.contact, sent);
    await queries.invalidateQueries({ queryKey: communityKey(community.id, 'desk') });
    await queries.invalidateQueries({ queryKey: communityKey(community.id, 'workorder') });
    return true;
  };
  return { draft, save: { ...save, run }, pictures, clear };
}
