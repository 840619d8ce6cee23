import { PrinterOutlined } from '@ant-design/icons';
import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { newActId } from '../shared/actId';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity, useCommunityPath } from '../shared/community';
import { ErasureMenu } from '../shared/ErasureMenu';
import { isErased } from '../shared/erased';
import { Loaded } from '../shared/Loaded';
import { Masked } from '../shared/Masked';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import { CaseActs } from './CaseActs';
import { CaseDue, CaseMarks } from './CaseItem';
import { CasePhotos } from './CasePhotos';
import { CaseTimeline } from './CaseTimeline';
import './externalcase.css';
import type { Case } from './model';
import { useCase, useRenewCases } from './useCase';

/** One case: who waits for what until when, what was replied, and the next step at the thumb. */
export default function CasePage() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const { id = '' } = useParams();
  const one = useCase(id);
  return (
    <Page
      title={one.data?.number ?? t('externalcase.title')}
      extra={<Link to={path('externalcase')}>{t('externalcase.back')}</Link>}
      actions={one.data ? <CaseActs one={one.data} /> : undefined}
    >
      <Loaded query={one}>
        {(data) => (
          <div className="zs-case">
            <section className="zs-panel">
              <div className="zs-case-line">
                <CaseMarks one={data} />
                <CaseDue one={data} />
              </div>
              <Facts one={data} />
              <CasePhotos one={data} />
              <Foot one={data} />
            </section>
            <section className="zs-panel">
              <h2 className="zs-case-h2">{t('externalcase.timeline')}</h2>
              <CaseTimeline entries={data.timeline} />
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** The sheet to be sent with the reply, and what is rarely done. */
function Foot({ one }: { one: Case }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const renew = useRenewCases();
  return (
    <div className="zs-case-foot-acts">
      <Link to={path(`externalcase/${one.id}/sheet`)}>
        <PrinterOutlined aria-hidden /> {t('externalcase.sheet.open')}
      </Link>
      {isErased(one.content) ? null : (
        <ErasureMenu
          subject={{ kind: 'external_case', id: one.id }}
          name={one.number}
          explain={t('externalcase.eraseExplain', { number: one.number })}
          onErased={renew}
        />
      )}
    </div>
  );
}

function Facts({ one }: { one: Case }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const time = useTime();
  const order = one.work_order_number ? (
    <Link to={path(`workorder/${one.work_order_id ?? ''}`)}>{one.work_order_number}</Link>
  ) : null;
  const erased = t('shared.erasure.erased');
  const rows: [string, ReactNode][] = [
    ['externalNumber', one.external_number],
    ['sourceName', one.source_name],
    ['received', time.format(one.received_at, 'full')],
    ['due', time.format(one.due_at, 'full')],
    ['extensions', one.extensions > 0 ? t('externalcase.times', { n: one.extensions }) : null],
    ['caller', one.caller_name_masked],
    ['phone', one.caller_phone_masked ? <CallerPhone one={one} /> : null],
    ['room', one.room],
    ['content', isErased(one.content) ? erased : one.content],
    ['order', order],
    ['contact', one.contact_number],
    ['reply', one.reply],
    ['noProof', one.no_proof_reason],
    ['takenBy', `${one.taken_by.name} ${time.format(one.taken_at, 'short')}`],
  ];
  const wide = new Set(['content', 'reply', 'noProof']);
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      size="small"
      items={rows
        .filter(([, value]) => value != null && value !== '')
        .map(([key, children]) => ({
          key,
          label: t(`externalcase.field.${key}`),
          children,
          ...(wide.has(key) ? { span: 'filled' as const } : {}),
        }))}
    />
  );
}

function CallerPhone({ one }: { one: Case }) {
  const community = useCommunity();
  const reveal = async (reason: string | null) => {
    const data = await ok(
      api.POST('/api/c/{community}/external-cases/{case}/reveal-caller', {
        params: { path: { community: community.id, case: one.id } },
        headers: actHeaders(newActId()),
        body: { reason: reason ?? '' },
      }),
    );
    return data.phone ?? '';
  };
  return <Masked masked={one.caller_phone_masked} needsReason={!one.own_job} reveal={reveal} />;
}
