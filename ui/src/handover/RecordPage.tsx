import { PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { newActId } from '../shared/actId';
import { actHeaders, api } from '../shared/api';
import { useCommunity, useCommunityPath, useMay } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { usePin } from '../shared/pin';
import { useAct } from '../shared/useAct';
import './handover.css';
import { ResolveButton } from './EndingDialogs';
import { isOpen, nameOf, type HandoverDetail } from './model';
import { ReasonDialog } from './ReasonDialog';
import { RecordSheet } from './RecordSheet';
import { useHandover, useRenewHandover } from './useHandover';

/** A handover as it was signed: to be read, printed and amended, never changed. */
export default function RecordPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const path = useCommunityPath();
  const record = useHandover(id);
  return (
    <Page
      title={t('handover.record.title')}
      narrow
      extra={
        <Link className="zs-no-print" to={path('handover')}>
          {t('handover.record.back')}
        </Link>
      }
    >
      <Loaded query={record}>
        {(detail) => (
          <>
            <RecordActs detail={detail} />
            <RecordSheet detail={detail} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function RecordActs({ detail }: { detail: HandoverDetail }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const renew = useRenewHandover();
  const maySign = useMay('sign_handover');
  const mayResolve = useMay('resolve_handover');
  const { handover } = detail;
  const { progress } = handover;
  return (
    <div className="zs-page-actions zs-ho-record-acts">
      {isOpen(handover) ? (
        <Link to={path(`handover/post/${handover.post_id}`)}>
          <Button type="primary">{t('handover.record.goOn')}</Button>
        </Link>
      ) : null}
      {progress.state === 'self_check' && !progress.witness && maySign ? (
        <WitnessButton detail={detail} />
      ) : null}
      {progress.state === 'refused' && mayResolve ? (
        <ResolveButton handover={handover} onDone={renew} />
      ) : null}
      {maySign && !isOpen(handover) ? <AmendButton detail={detail} /> : null}
      <Button
        icon={<PrinterOutlined />}
        onClick={() => {
          window.print();
        }}
      >
        {t('handover.record.print')}
      </Button>
    </div>
  );
}

function AmendButton({ detail }: { detail: HandoverDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id } = useCommunity();
  const renew = useRenewHandover();
  const [open, setOpen] = useState(false);
  const amend = useAct(async (text: string, actId) => {
    await api.POST('/api/c/{community}/handovers/{handover}/amend', {
      params: { path: { community: id, handover: detail.handover.handover_id } },
      headers: actHeaders(actId),
      body: { text },
    });
    await renew();
    return true;
  });
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('handover.record.amend')}
      </Button>
      {open ? (
        <ReasonDialog
          title={t('handover.record.amendTitle')}
          explain={t('handover.record.amendExplain')}
          label={t('handover.record.amendText')}
          confirm={t('handover.record.amend')}
          problem={amend.problem}
          pending={amend.pending}
          onSubmit={async (text) => {
            if (!(await amend.run(text))) return;
            void message.success(t('handover.record.amended'));
            setOpen(false);
          }}
          onClose={() => {
            amend.dismiss();
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

/** A colleague confirms a self-check, by PIN; never the person who made it. */
function WitnessButton({ detail }: { detail: HandoverDetail }) {
  const { t } = useTranslation();
  const askPin = usePin();
  const { id, personId } = useCommunity();
  const renew = useRenewHandover();
  const { handover, people } = detail;
  const witness = async () => {
    await askPin({
      persons: people
        .filter((person) => person.person_id !== handover.outgoing_id)
        .map((person) => ({ id: person.person_id, name: person.name })),
      personId,
      title: t('handover.record.witnessTitle'),
      explain: t('handover.record.witnessExplain', {
        name: nameOf(people, handover.outgoing_id),
      }),
      submit: (signed) =>
        api.POST('/api/c/{community}/handovers/{handover}/witness', {
          params: { path: { community: id, handover: handover.handover_id } },
          headers: actHeaders(newActId()),
          body: { person_id: signed.personId, pin: signed.pin },
        }),
    });
    await renew();
  };
  return (
    <Button type="primary" onClick={() => void witness()}>
      {t('handover.record.witnessAct')}
    </Button>
  );
}
