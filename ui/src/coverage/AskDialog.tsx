import { Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { Coverage, PostAct, PostCoverage } from './model';
import type { PostWords } from './usePostActs';

/** Acts that need a choice or a word first. */
export const ASKS_FIRST: readonly PostAct[] = ['ask_relief', 'transfer_line'];

interface AskDialogProps {
  act: PostAct;
  post: PostCoverage;
  board: Coverage;
  /** Who acts; nobody is asked to relieve himself. */
  personId: string | null;
  problem: unknown;
  pending: boolean;
  onClose: () => void;
  onSubmit: (words: PostWords) => Promise<void>;
}

export function AskDialog({ act, post, board, personId, problem, pending, ...on }: AskDialogProps) {
  const { t } = useTranslation();
  const postName = usePostName();
  const targets = board.posts.filter((one) => post.line_targets.includes(one.post_id));
  const [words, setWords] = useState<PostWords>({
    askedId: null,
    ...(targets[0] ? { toPostId: targets[0].post_id } : {}),
  });
  return (
    <Modal
      open
      title={t(`coverage.act.${act}`)}
      okText={t('coverage.send')}
      confirmLoading={pending}
      onOk={() => void on.onSubmit(words)}
      onCancel={on.onClose}
    >
      {act === 'ask_relief' ? (
        <ReliefWords board={board} personId={personId} words={words} onChange={setWords} />
      ) : (
        <>
          <p>{t('coverage.lineExplain')}</p>
          <Select
            aria-label={t('coverage.act.transfer_line')}
            style={{ width: '100%' }}
            value={words.toPostId ?? null}
            options={targets.map((one) => ({
              value: one.post_id,
              label: postName(one.post_id, one.name),
            }))}
            onChange={(toPostId) => {
              if (toPostId) setWords({ ...words, toPostId });
            }}
          />
        </>
      )}
      <ProblemAlert problem={problem} />
    </Modal>
  );
}

interface ReliefWordsProps {
  board: Coverage;
  personId: string | null;
  words: PostWords;
  onChange: (words: PostWords) => void;
}

const REASONS = ['meal', 'toilet', 'site', 'errand'] as const;

function ReliefWords({ board, personId, words, onChange }: ReliefWordsProps) {
  const { t } = useTranslation();
  const id = useId();
  const others = board.people.filter((one) => one.person_id !== personId);
  return (
    <div className="zs-stack">
      <label htmlFor={`${id}-who`}>{t('coverage.asked')}</label>
      <Select
        id={`${id}-who`}
        showSearch={{ optionFilterProp: 'label' }}
        value={words.askedId ?? ''}
        options={[
          { value: '', label: t('coverage.anybody') },
          ...others.map((one) => ({ value: one.person_id, label: one.name })),
        ]}
        onChange={(askedId) => {
          onChange({ ...words, askedId: askedId === '' ? null : askedId });
        }}
      />
      <span>{t('coverage.reason')}</span>
      <div className="zs-chips">
        {REASONS.map((reason) => {
          const said = t(`coverage.why_leave.${reason}`);
          return (
            <button
              key={reason}
              type="button"
              className="zs-chip"
              aria-pressed={words.reason === said}
              onClick={() => {
                onChange({ ...words, reason: said });
              }}
            >
              {said}
            </button>
          );
        })}
      </div>
      <label htmlFor={`${id}-why`}>{t('workorder.form.note')}</label>
      <Input
        id={`${id}-why`}
        value={words.reason ?? ''}
        onChange={(event) => {
          onChange({ ...words, reason: event.target.value });
        }}
      />
    </div>
  );
}
