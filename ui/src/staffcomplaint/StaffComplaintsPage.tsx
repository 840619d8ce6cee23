import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { EmptyState } from '../shared/EmptyState';
import { ErasureMenu } from '../shared/ErasureMenu';
import { isErased } from '../shared/erased';
import { Loaded } from '../shared/Loaded';
import { Masked } from '../shared/Masked';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import { CloseDialog, ReplyDialog } from './HandlingDialogs';
import './staffcomplaint.css';

export type StaffComplaint = components['schemas']['StaffComplaintView'];

/** 员工投诉: what whoever stands above the person concerned handles, and nobody else sees. */
export default function StaffComplaintsPage() {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  const key = communityKey(community, 'staffcomplaint');
  const complaints = useQuery({
    queryKey: key,
    queryFn: () =>
      ok(api.GET('/api/c/{community}/staff-complaints', { params: { path: { community } } })),
    meta: { subjects: ['staff_complaint'] },
  });
  return (
    <Page title={t('staffcomplaint.title')} narrow>
      <p className="zs-muted">{t('staffcomplaint.explain')}</p>
      <Loaded query={complaints}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState why={t('staffcomplaint.none')} next={t('staffcomplaint.noneNext')} />
          ) : (
            <ul className="zs-staffcomplaints">
              {found.map((one) => (
                <ComplaintCard
                  key={one.id}
                  complaint={one}
                  onHandled={() => queries.invalidateQueries({ queryKey: key })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

interface ComplaintCardProps {
  complaint: StaffComplaint;
  onHandled: () => Promise<void>;
}

function ComplaintCard({ complaint, onHandled }: ComplaintCardProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { state } = complaint;
  const about = complaint.about_name ?? t('staffcomplaint.aboutUnknown');
  return (
    <li className="zs-panel" aria-label={complaint.number}>
      <div className="zs-staffcomplaint-head">
        <strong>{complaint.number}</strong>
        <Tag color={state.stage === 'open' ? 'red' : undefined}>
          {t(`staffcomplaint.stage.${state.stage}`)}
        </Tag>
        {state.stage === 'closed' ? (
          <Tag>{t(`staffcomplaint.finding.${state.finding}`)}</Tag>
        ) : null}
        <time>{time.format(complaint.happened_at, 'short')}</time>
        {state.stage === 'open' ? <Countdown dueAt={complaint.reply_due_at} /> : null}
      </div>
      <dl className="zs-staffcomplaint-facts">
        <dt>{t('staffcomplaint.about')}</dt>
        <dd>{about}</dd>
        <dt>{t('staffcomplaint.caller')}</dt>
        <dd>
          <Caller complaint={complaint} />
        </dd>
        <dt>{t('staffcomplaint.said')}</dt>
        <dd>
          {isErased(complaint.content) ? t('shared.erasure.erased') : complaint.content || '—'}
        </dd>
        {complaint.reply ? (
          <>
            <dt>{t('staffcomplaint.replyText')}</dt>
            <dd>{complaint.reply}</dd>
          </>
        ) : null}
        {complaint.outcome ? (
          <>
            <dt>{t('staffcomplaint.outcome')}</dt>
            <dd>{complaint.outcome}</dd>
          </>
        ) : null}
      </dl>
      <div className="zs-staffcomplaint-foot">
        {complaint.taken_by_name ? (
          <small className="zs-muted">
            {t('staffcomplaint.takenBy', { name: complaint.taken_by_name })}
          </small>
        ) : null}
        <Acts complaint={complaint} onHandled={onHandled} />
        {state.stage === 'closed' && !isErased(complaint.content) ? (
          <ErasureMenu
            subject={{ kind: 'staff_complaint', id: complaint.id }}
            name={complaint.number}
            explain={t('staffcomplaint.eraseExplain', { number: complaint.number })}
            onErased={onHandled}
          />
        ) : null}
      </div>
    </li>
  );
}

function Caller({ complaint }: { complaint: StaffComplaint }) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const name = complaint.caller_name_masked || t('staffcomplaint.anonymous');
  return (
    <>
      {[complaint.room, name].filter(Boolean).join(' ')}{' '}
      {complaint.caller_phone_masked ? (
        <Masked
          masked={complaint.caller_phone_masked}
          needsReason={false}
          label={name}
          reveal={async () => {
            const path = { community, complaint: complaint.id };
            const shown = await ok(
              api.POST('/api/c/{community}/staff-complaints/{complaint}/reveal', {
                params: { path },
              }),
            );
            return shown.phone ?? '';
          }}
        />
      ) : null}
    </>
  );
}

function Acts({ complaint, onHandled }: ComplaintCardProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'reply' | 'close' | null>(null);
  const { stage } = complaint.state;
  const onClose = () => {
    setOpen(null);
  };
  if (stage === 'closed') return null;
  return (
    <div className="zs-staffcomplaint-acts">
      {stage === 'open' ? (
        <Button
          type="primary"
          onClick={() => {
            setOpen('reply');
          }}
        >
          {t('staffcomplaint.reply.action')}
        </Button>
      ) : null}
      <Button
        type={stage === 'replied' ? 'primary' : 'default'}
        onClick={() => {
          setOpen('close');
        }}
      >
        {t('staffcomplaint.close.action')}
      </Button>
      {open === 'reply' ? (
        <ReplyDialog complaint={complaint} onHandled={onHandled} onClose={onClose} />
      ) : null}
      {open === 'close' ? (
        <CloseDialog complaint={complaint} onHandled={onHandled} onClose={onClose} />
      ) : null}
    </div>
  );
}
