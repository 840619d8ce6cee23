import { Button, Descriptions, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommunityPath, useMay } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import { CloseDialog } from './CloseDialog';
import { MatterCalls } from './MatterCalls';
import { MatterDialog } from './MatterDialog';
import type { Matter } from './model';
import { NoticePart } from './NoticePart';
import './publicmatter.css';
import { useMatter } from './useMatters';

/** One public matter: what it is, the notice to the homes concerned, and who called. */
export default function MatterPage() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const { id = '' } = useParams();
  const matter = useMatter(id);
  return (
    <Page
      title={matter.data?.title ?? t('publicmatter.title')}
      extra={<Link to={path('desk')}>{t('publicmatter.detail.back')}</Link>}
      actions={matter.data ? <MatterActs matter={matter.data} /> : undefined}
    >
      <Loaded query={matter}>
        {(data) => (
          <div className="zs-matter">
            <section className="zs-panel zs-matter-facts">
              <Facts matter={data} />
            </section>
            <NoticePart matter={data} />
            <MatterCalls id={data.id} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function MatterActs({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const may = useMay('take_contact');
  const [open, setOpen] = useState<'edit' | 'close' | null>(null);
  const close = () => {
    setOpen(null);
  };
  if (!may || matter.closed_at != null) return null;
  return (
    <>
      <Button
        onClick={() => {
          setOpen('edit');
        }}
      >
        {t('shared.action.edit')}
      </Button>
      <Button
        type="primary"
        onClick={() => {
          setOpen('close');
        }}
      >
        {t('publicmatter.close.action')}
      </Button>
      {open === 'edit' ? <MatterDialog matter={matter} onClose={close} /> : null}
      {open === 'close' ? <CloseDialog matter={matter} onClose={close} /> : null}
    </>
  );
}

function Facts({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const time = useTime();
  const at = (when: number, name: string | null | undefined) =>
    t('publicmatter.detail.by', { time: time.format(when, 'short'), name: name ?? '' });
  const { work_order: order } = matter;
  const rows: [string, string, ReactNode][] = [
    ['answer', t('publicmatter.field.answer'), <b key="answer">{matter.answer}</b>],
    [
      'buildings',
      t('publicmatter.field.buildings'),
      matter.buildings.map((one) => one.name).join('、') || t('publicmatter.whole'),
    ],
    [
      'order',
      t('publicmatter.field.order'),
      order ? (
        <Link to={path(`workorder/${order.id}`)}>
          {order.number} {t(`workorder.stage.${order.stage}`)}
        </Link>
      ) : null,
    ],
    ['opened', t('publicmatter.detail.opened'), at(matter.opened_at, matter.opened_by_name)],
    [
      'ended',
      t('publicmatter.detail.ended'),
      matter.closed_at == null ? null : at(matter.closed_at, matter.closed_by_name),
    ],
    ['outcome', t('publicmatter.detail.outcome'), matter.outcome],
  ];
  return (
    <>
      <div className="zs-matter-card-head">
        <span>{matter.number}</span>
        <Tag>{t(`desk.kind.${matter.kind}`)}</Tag>
        <Tag color={matter.closed_at == null ? 'blue' : undefined}>
          {t(matter.closed_at == null ? 'publicmatter.goesOn' : 'publicmatter.ended')}
        </Tag>
        <strong>{t('publicmatter.calls', { n: matter.calls, count: matter.calls })}</strong>
      </div>
      <Descriptions
        size="small"
        column={1}
        items={rows
          .filter(([, , value]) => value != null && value !== '')
          .map(([key, label, children]) => ({ key, label, children }))}
      />
    </>
  );
}
