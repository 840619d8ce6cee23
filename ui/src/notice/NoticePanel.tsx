import { NotificationOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { NoticeDialog } from './NoticeDialog';
import { NoticeItem } from './NoticeItem';
import { PastNotices } from './PastNotices';
import type { Notice } from './model';
import './notice.css';
import { useNotices } from './useNotices';

/**
 * 今日须知 beside the intake form: what whoever answers must know now. On a phone it is one line
 * above the form until somebody opens it.
 */
export function NoticePanel({ folded = false }: { folded?: boolean }) {
  const { t } = useTranslation();
  const notices = useNotices(false);
  const present = (notices.data ?? []).filter((one) => one.standing === 'present');
  if (folded) {
    return (
      <details className="zs-panel zs-notice zs-notice-folded">
        <summary>
          <NotificationOutlined aria-hidden />{' '}
          {present.length === 0 ? t('notice.none') : t('notice.shown', { count: present.length })}
          <span className="zs-notice-titles">{present.map((one) => one.title).join('；')}</span>
        </summary>
        <WriteButton />
        <Loaded query={notices}>{(all) => <Notices all={all} />}</Loaded>
      </details>
    );
  }
  return (
    <section className="zs-panel zs-notice" aria-labelledby="zs-notices">
      <div className="zs-desk-head">
        <h2 id="zs-notices" className="zs-desk-h2">
          <NotificationOutlined aria-hidden /> {t('notice.title')}
        </h2>
        <WriteButton />
      </div>
      <Loaded query={notices}>{(all) => <Notices all={all} />}</Loaded>
    </section>
  );
}

function WriteButton() {
  const { t } = useTranslation();
  const may = useMay('take_contact');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        size="small"
        className="zs-notice-act"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('notice.write')}
      </Button>
      {open ? (
        <NoticeDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function Notices({ all }: { all: readonly Notice[] }) {
  const { t } = useTranslation();
  const present = all.filter((one) => one.standing === 'present');
  const coming = all.filter((one) => one.standing === 'coming');
  return (
    <>
      {present.length === 0 ? (
        <EmptyState why={t('notice.none')} next={t('notice.noneNext')} />
      ) : (
        <NoticeList notices={present} />
      )}
      {coming.length > 0 ? (
        <details className="zs-notice-more">
          <summary>{t('notice.coming', { count: coming.length })}</summary>
          <NoticeList notices={coming} />
        </details>
      ) : null}
      <PastNotices />
    </>
  );
}

function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <ul className="zs-notice-list">
      {notices.map((one) => (
        <NoticeItem key={one.id} notice={one} />
      ))}
    </ul>
  );
}
