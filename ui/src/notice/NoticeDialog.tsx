import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { serverClock } from '../shared/clock';
import { useCommunity } from '../shared/community';
import { ConflictDialog } from '../shared/ConflictDialog';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import { useTime } from '../shared/useTime';
import { NoticeFields } from './NoticeFields';
import { EMPTY_NOTICE, inputOf, typedOf, type Notice, type TypedNotice } from './model';
import { useRenewNotices } from './useNotices';

interface NoticeDialogProps {
  /** The one that is edited; left out, a new one is written. */
  notice?: Notice;
  onClose: () => void;
}

/** Writes a notice or edits one. */
export function NoticeDialog({ notice, onClose }: NoticeDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const renew = useRenewNotices();
  const [version, setVersion] = useState(notice?.version ?? 0);
  const draft = useDraft<TypedNotice>(
    notice ? `notice.${notice.id}.${notice.version}` : 'notice.new',
    notice ? typedOf(notice) : EMPTY_NOTICE,
  );
  const save = useSaveNotice(notice);
  const fields = useFieldNames();
  const submit = async (over = version) => {
    const input = inputOf(draft.value, serverClock.now());
    if (!(await save.run({ input, version: over }))) return;
    draft.clear();
    void message.success(t(notice ? 'notice.changed' : 'notice.saved'));
    await renew();
    onClose();
  };
  const stored = save.problem?.isConflict
    ? (save.problem.current as Notice | undefined)
    : undefined;
  return (
    <>
      <Modal
        open
        title={t(notice ? 'notice.form.edit' : 'notice.form.write')}
        okText={t(notice ? 'notice.form.save' : 'notice.form.publish')}
        confirmLoading={save.pending}
        onOk={() => void submit()}
        onCancel={onClose}
      >
        <NoticeFields
          typed={draft.value}
          set={(change) => {
            draft.setValue((before) => ({ ...before, ...change }));
          }}
        />
        {stored ? null : <ProblemAlert problem={save.problem} fields={fields} />}
      </Modal>
      {stored ? (
        <Conflict
          mine={draft.value}
          stored={stored}
          onKeepMine={() => void submit(stored.version)}
          onTakeTheirs={() => {
            draft.setValue(typedOf(stored));
            setVersion(stored.version);
            save.dismiss();
          }}
          onClose={save.dismiss}
        />
      ) : null}
    </>
  );
}

/** The names of the fields as the server points at them. */
function useFieldNames(): Record<string, string> {
  const { t } = useTranslation();
  return {
    '/title': t('notice.form.title'),
    '/text': t('notice.form.text'),
    '/until_at': t('notice.form.until'),
  };
}

function useSaveNotice(notice: Notice | undefined) {
  const { id: community } = useCommunity();
  return useAct(
    ({ input, version }: { input: ReturnType<typeof inputOf>; version: number }, actId) =>
      notice
        ? ok(
            api.PUT('/api/c/{community}/notices/{notice}', {
              params: { path: { community, notice: notice.id } },
              headers: actHeaders(actId),
              body: { version, notice: input },
            }),
          )
        : ok(
            api.POST('/api/c/{community}/notices', {
              params: { path: { community } },
              headers: actHeaders(actId),
              body: input,
            }),
          ),
  );
}

interface ConflictProps {
  mine: TypedNotice;
  stored: Notice;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}

function Conflict({ mine, stored, ...on }: ConflictProps) {
  const { t } = useTranslation();
  const time = useTime();
  const asTime = (at: unknown) => time.format(Number(at), 'full');
  return (
    <ConflictDialog
      open
      fields={[
        { name: 'title', label: t('notice.form.title') },
        { name: 'text', label: t('notice.form.text') },
        { name: 'fromAt', label: t('notice.form.from'), show: asTime },
        { name: 'untilAt', label: t('notice.form.until'), show: asTime },
      ]}
      mine={{ ...mine }}
      theirs={{ ...typedOf(stored) }}
      {...on}
    />
  );
}
