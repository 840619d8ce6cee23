import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../desk/model';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { MatterDialog } from './MatterDialog';
import { beginningOf, type Matter } from './model';
import './publicmatter.css';
import { useOpenMatters, useRenewMatters } from './useMatters';

/** 并入公共事项: an open contact is settled with the answer of a matter, old or new. */
export function JoinMatter({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'choose' | 'open' | null>(null);
  const close = () => {
    setStep(null);
  };
  return (
    <>
      <Button
        size="small"
        type="link"
        onClick={() => {
          setStep('choose');
        }}
      >
        {t('publicmatter.join.action')}
      </Button>
      {step === 'choose' ? (
        <ChooseMatter
          contact={contact}
          onNew={() => {
            setStep('open');
          }}
          onClose={close}
        />
      ) : null}
      {step === 'open' ? (
        <MatterDialog
          beginning={beginningOf(contact)}
          room={contact.room}
          contactId={contact.id}
          onClose={close}
        />
      ) : null}
    </>
  );
}

interface ChooseMatterProps {
  contact: Contact;
  onNew: () => void;
  onClose: () => void;
}

function ChooseMatter({ contact, onNew, onClose }: ChooseMatterProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const matters = useOpenMatters();
  const renew = useRenewMatters();
  const join = useAct((matter: string, actId) =>
    ok(
      api.POST('/api/c/{community}/public-matters/{matter}/join', {
        params: { path: { community, matter } },
        headers: actHeaders(actId),
        body: { contact_id: contact.id },
      }),
    ),
  );
  const press = async (matter: Matter) => {
    const joined = await join.run(matter.id);
    if (!joined) return;
    const said = { number: contact.number, title: matter.title, calls: joined.calls };
    void message.success(t('publicmatter.join.done', said));
    onClose();
    await renew();
  };
  return (
    <Modal
      open
      title={t('publicmatter.join.title', { number: contact.number })}
      footer={<Button onClick={onNew}>{t('publicmatter.new')}</Button>}
      onCancel={onClose}
    >
      <p>{t('publicmatter.join.explain')}</p>
      <ProblemAlert problem={join.problem} onClose={join.dismiss} />
      <Loaded query={matters}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="zs-muted">{t('publicmatter.join.none')}</p>
          ) : (
            <ul className="zs-matter-cards">
              {page.items.map((matter) => (
                <li key={matter.id} className="zs-matter-card">
                  <div className="zs-matter-card-head">
                    <b>{matter.title}</b>
                    <Button
                      type="primary"
                      ghost
                      loading={join.pending}
                      aria-label={`${t('publicmatter.join.into')} ${matter.title}`}
                      onClick={() => void press(matter)}
                    >
                      {t('publicmatter.join.into')}
                    </Button>
                  </div>
                  <p className="zs-matter-answer">{matter.answer}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Modal>
  );
}
