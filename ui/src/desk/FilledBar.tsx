import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import './pictures.css';
import type { Filled } from './usePasting';

interface FilledBarProps {
  filled: Filled | null;
  onClose: () => void;
}

/** Says what a pasted message has filled in, and takes it back with one tap. */
export function FilledBar({ filled, onClose }: FilledBarProps) {
  const { t } = useTranslation();
  const listed = useListed();
  if (!filled) return null;
  const { message, undo } = filled;
  const said = [
    message.room && t('desk.pasted.room', { room: message.room }),
    message.name && t('desk.pasted.name', { name: message.name }),
    message.phone && t('desk.pasted.phone'),
  ].filter((part) => part !== '');
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      className="zs-desk-filled"
      title={t('desk.pasted.filled', { what: listed(said) })}
      action={
        <Button size="small" onClick={undo}>
          {t('desk.pasted.undo')}
        </Button>
      }
      closable={{ onClose, 'aria-label': t('shared.action.close') }}
    />
  );
}
