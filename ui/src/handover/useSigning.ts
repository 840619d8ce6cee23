import { useTranslation } from 'react-i18next';
import { newActId } from '../shared/actId';
import { actHeaders, api } from '../shared/api';
import { useCommunity, useMay } from '../shared/community';
import { usePin, type SignedBy } from '../shared/pin';
import type { Party } from './model';
import { useWizard } from './wizardContext';

/** The acts of the last step; each by the PIN of the person it speaks of. */
export function useSigning() {
  const { t } = useTranslation();
  const askPin = usePin();
  const { id: community } = useCommunity();
  const may = useMay('sign_handover');
  const { handover, name, renew } = useWizard();
  const params = { path: { community, handover: handover.handover_id } };
  const ask = async (
    person: string,
    words: { title: string; explain?: string },
    submit: (signed: SignedBy) => Promise<unknown>,
  ) => {
    const persons = [{ id: person, name: name(person) }];
    const signed = await askPin({ persons, ...words, submit });
    await renew();
    return signed !== null;
  };
  const body = (signed: SignedBy) => ({ person_id: signed.personId, pin: signed.pin });
  return {
    may,
    sign: (party: Party, person: string) =>
      ask(
        person,
        {
          title: t('handover.sign.pinTitle', { party: t(`handover.party.${party}`) }),
          explain: t('handover.sign.pinExplain'),
        },
        (signed) =>
          api.POST('/api/c/{community}/handovers/{handover}/sign', {
            params,
            headers: actHeaders(newActId()),
            body: body(signed),
          }),
      ),
    selfCheck: (person: string) =>
      ask(
        person,
        {
          title: t('handover.sign.selfCheckTitle'),
          explain: t('handover.sign.selfCheckExplain'),
        },
        (signed) =>
          api.POST('/api/c/{community}/handovers/{handover}/self_check', {
            params,
            headers: actHeaders(newActId()),
            body: body(signed),
          }),
      ),
    signIn: (person: string) =>
      ask(person, { title: t('handover.sign.signIn') }, (signed) =>
        api.POST('/api/c/{community}/posts/{post}/sign_in', {
          params: { path: { community, post: handover.post_id } },
          headers: actHeaders(newActId()),
          body: body(signed),
        }),
      ),
  };
}
