import { App, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, sendRaw } from '../shared/api';
import { useCommunity } from '../shared/community';
import { PhotoInput, type PickedPhoto } from '../shared/PhotoInput';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import { TextField } from './CaseActDialog';
import { usePhotoBase } from './CasePhotos';
import { InstantField } from './InstantField';
import { proofs, type Case } from './model';
import { useRenewCases } from './useCase';

interface Reply {
  text: string;
  noProof: string;
  /** When it was given, where that was earlier; null: now. */
  happenedAt: number | null;
}

const EMPTY: Reply = { text: '', noProof: '', happenedAt: null };

interface ReplyDialogProps {
  one: Case;
  onClose: () => void;
}

/** 回复来源: what was done, with the photos that prove it or the reason why there are none. */
export function ReplyDialog({ one, onClose }: ReplyDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const draft = useDraft<Reply>(`externalcase.reply.${one.id}`, EMPTY);
  const [picked, setPicked] = useState<PickedPhoto[]>([]);
  const send = useReply(one, (sent) => {
    setPicked((left) => left.filter((photo) => photo.id !== sent.id));
  });
  const { value: reply } = draft;
  const set = (change: Partial<Reply>) => {
    draft.setValue((before) => ({ ...before, ...change }));
  };
  const proven = proofs(one).length;
  const submit = async () => {
    if (!(await send.run({ reply, picked }))) return;
    draft.clear();
    void message.success(t('externalcase.reply.done'));
    onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={`${t('externalcase.act.reply')} ${one.number}`}
      okText={t('externalcase.act.reply')}
      confirmLoading={send.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="zs-case-form">
        <TextField
          label={t('externalcase.field.reply')}
          rows={4}
          value={reply.text}
          onChange={(text) => {
            set({ text });
          }}
        />
        <div>
          <div>{t('externalcase.proof.title')}</div>
          {proven > 0 ? <p>{t('externalcase.proof.there', { n: proven })}</p> : null}
          <PhotoInput value={picked} onChange={setPicked} max={6} />
        </div>
        {proven + picked.length === 0 ? (
          <TextField
            label={t('externalcase.proof.noneBecause')}
            rows={1}
            value={reply.noProof}
            onChange={(noProof) => {
              set({ noProof });
            }}
          />
        ) : null}
        <Earlier reply={reply} set={set} />
        <ProblemAlert problem={send.problem} />
      </div>
    </Modal>
  );
}

/** A reply given on the source's own page an hour ago was in time, though it is entered late. */
function Earlier({ reply, set }: { reply: Reply; set: (change: Partial<Reply>) => void }) {
  const { t } = useTranslation();
  const [earlier, setEarlier] = useState(reply.happenedAt !== null);
  return (
    <>
      <Checkbox
        checked={earlier}
        onChange={(event) => {
          setEarlier(event.target.checked);
          if (!event.target.checked) set({ happenedAt: null });
        }}
      >
        {t('externalcase.reply.earlier')}
      </Checkbox>
      {earlier ? (
        <InstantField
          label={t('externalcase.reply.happened')}
          value={reply.happenedAt}
          onChange={(happenedAt) => {
            set({ happenedAt });
          }}
        />
      ) : null}
    </>
  );
}

interface Sending {
  reply: Reply;
  picked: readonly PickedPhoto[];
}

/** Photos first: a reply without its proof would be refused. */
function useReply(one: Case, onSent: (photo: PickedPhoto) => void) {
  const community = useCommunity();
  const base = usePhotoBase(one.id);
  const renew = useRenewCases();
  return useAct(async ({ reply, picked }: Sending, actId) => {
    let version = one.version;
    try {
      for (const photo of picked) {
        const added = await sendRaw('POST', base, photo.blob, {
          'Content-Type': photo.blob.type,
          'Idempotency-Key': photo.id,
        });
        version = ((await added.json()) as Case).version;
        onSent(photo);
      }
      await api.POST('/api/c/{community}/external-cases/{case}/reply', {
        params: { path: { community: community.id, case: one.id } },
        headers: actHeaders(actId),
        body: {
          version,
          reply: reply.text,
          no_proof_reason: reply.noProof,
          happened_at: reply.happenedAt,
        },
      });
    } finally {
      await renew();
    }
    return true;
  });
}
