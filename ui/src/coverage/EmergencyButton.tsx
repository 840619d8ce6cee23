import { AlertFilled } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { usePostActs } from './usePostActs';

const REASONS = ['burst', 'lift', 'fire', 'injury', 'power', 'security', 'other'] as const;

/** 紧急离岗: one tap, and the reason that is tapped next confirms it. Nothing has to be typed. */
export function EmergencyButton({ postId, block = false }: { postId: string; block?: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const acts = usePostActs(postId);
  const leave = async (reason: string) => {
    if (await acts.run({ act: 'emergency', words: { reason } })) setOpen(false);
  };
  return (
    <>
      <Button
        className="zs-emergency"
        type="primary"
        danger
        size="large"
        block={block}
        icon={<AlertFilled />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('coverage.act.emergency')}
      </Button>
      <Modal
        open={open}
        title={t('coverage.emergency.title')}
        onCancel={() => {
          acts.dismiss();
          setOpen(false);
        }}
        footer={null}
        width={440}
      >
        <p>{t('coverage.emergency.explain')}</p>
        <div className="zs-emergency-reasons">
          {REASONS.map((reason) => (
            <Button
              key={reason}
              danger
              size="large"
              disabled={acts.pending}
              onClick={() => void leave(t(`coverage.emergency.${reason}`))}
            >
              {t(`coverage.emergency.${reason}`)}
            </Button>
          ))}
        </div>
        <ProblemAlert problem={acts.problem} />
      </Modal>
    </>
  );
}
