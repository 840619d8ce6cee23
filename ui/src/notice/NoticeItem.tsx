import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { useServerNow } from '../shared/clock';
import { useCommunity, useMay } from '../shared/community';
import { ErasureMenu } from '../shared/ErasureMenu';
import { isErased } from '../shared/erased';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useTime } from '../shared/useTime';
import { NoticeDialog } from './NoticeDialog';
import type { Notice } from './model';
import { useRenewNotices } from './useNotices';

/** One notice: what it says, until when, and who says it. */
export function NoticeItem({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const time = useTime();
  const now = useServerNow(60_000);
  const renew = useRenewNotices();
  const erased = isErased(notice.title);
  const until = time.relative(notice.until_at, now);
  const run =
    notice.standing === 'present'
      ? t('notice.until', { time: until })
      : t('notice.run', { from: time.relative(notice.from_at, now), until });
  return (
    <li className="zs-notice-item">
      <strong>{erased ? t('shared.erasure.erased') : notice.title}</strong>
      {erased ? null : <div className="zs-notice-text">{notice.text}</div>}
      <div className="zs-notice-foot">
        <span>{run}</span>
        <span>{t('notice.by', { name: notice.written_by_name ?? t('notice.somebody') })}</span>
        {notice.withdrawn_at == null ? null : (
          <span>{t('notice.withdrawnAt', { time: time.relative(notice.withdrawn_at, now) })}</span>
        )}
        {notice.standing === 'past' ? null : <NoticeActs notice={notice} />}
        {erased ? null : (
          <ErasureMenu
            subject={{ kind: 'notice', id: notice.id }}
            name={notice.title}
            explain={t('notice.eraseExplain')}
            onErased={renew}
          />
        )}
      </div>
    </li>
  );
}

function NoticeActs({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const may = useMay('take_contact');
  const [editing, setEditing] = useState(false);
  const withdraw = useWithdraw(notice);
  if (!may) return null;
  return (
    <>
      <Button
        size="small"
        type="link"
        aria-label={t('notice.editNamed', { title: notice.title })}
        onClick={() => {
          setEditing(true);
        }}
      >
        {t('notice.edit')}
      </Button>
      <Popconfirm
        title={t('notice.withdrawAsk')}
        okText={t('notice.withdraw')}
        onConfirm={withdraw.confirm}
      >
        <Button
          size="small"
          type="link"
          loading={withdraw.pending}
          aria-label={t('notice.withdrawNamed', { title: notice.title })}
        >
          {t('notice.withdraw')}
        </Button>
      </Popconfirm>
      <ProblemAlert problem={withdraw.problem} onClose={withdraw.dismiss} />
      {editing ? (
        <NoticeDialog
          notice={notice}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </>
  );
}

function useWithdraw(notice: Notice) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const renew = useRenewNotices();
  const act = useAct((_: null, actId) =>
    ok(
      api.POST('/api/c/{community}/notices/{notice}/withdraw', {
        params: { path: { community, notice: notice.id } },
        headers: actHeaders(actId),
      }),
    ),
  );
  const confirm = async () => {
    if (!(await act.run(null))) return;
    void message.success(t('notice.withdrawn'));
    await renew();
  };
  return { ...act, confirm };
}
