import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { People, Relief } from './model';
import { useReliefActs } from './usePostActs';

interface VoiceDialogProps {
  relief: Relief;
  people: People;
  onClose: () => void;
}

/** Somebody said by radio or telephone that he stands in; he confirms it himself in time. */
export function VoiceDialog({ relief, people, onClose }: VoiceDialogProps) {
  const { t } = useTranslation();
  const acts = useReliefActs(relief.relief_id);
  const [who, setWho] = useState<string | null>(relief.asked_id ?? null);
  const note = async () => {
    if (who === null) return;
    // He said it from elsewhere, so only where relief stands at the post first is he there.
    const act = relief.emergency ? 'accept_on_the_way' : 'accept_relief';
    if (await acts.run({ act, byVoiceOf: who })) onClose();
  };
  return (
    <Modal
      open
      title={t('coverage.voice.title')}
      okText={t('coverage.voice.note')}
      okButtonProps={{ disabled: who === null }}
      confirmLoading={acts.pending}
      onOk={() => void note()}
      onCancel={onClose}
    >
      <p>{t('coverage.voice.explain')}</p>
      <div className="zs-pin-tiles" role="radiogroup" aria-label={t('coverage.voice.who')}>
        {people
          .filter((one) => one.person_id !== relief.asker_id)
          .map((one) => (
            <button
              key={one.person_id}
              type="button"
              role="radio"
              aria-checked={who === one.person_id}
              className="zs-pin-tile"
              onClick={() => {
                setWho(one.person_id);
              }}
            >
              <span className="zs-pin-name">{one.name}</span>
            </button>
          ))}
      </div>
      <ProblemAlert problem={acts.problem} />
    </Modal>
  );
}
