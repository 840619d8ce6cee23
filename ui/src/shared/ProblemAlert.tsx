import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from './problem';
import { problemText } from './problemText';

interface ProblemAlertProps {
  /** Whatever was thrown; nothing is shown for null and undefined. */
  problem: unknown;
  onRetry?: () => void;
  onClose?: () => void;
  /** Readable names of the fields by JSON pointer: `{ '/phone': '电话' }`. */
  fields?: Record<string, string>;
}

/** What went wrong, where, and what to do. */
export function ProblemAlert({ problem, onRetry, onClose, fields = {} }: ProblemAlertProps) {
  const { t } = useTranslation();
  if (problem === null || problem === undefined) return null;
  const shown = asProblem(problem);
  const text = problemText(shown, t);
  const details = shown.errors.map((error) => {
    const field = fields[error.pointer] ?? error.pointer.split('/').at(-1) ?? '';
    return field === '' ? error.detail : t('shared.problem.field', { field, detail: error.detail });
  });
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="zs-problem"
      title={text}
      description={
        details.length > 0 ? (
          <ul className="zs-problem-list">
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        ) : undefined
      }
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('shared.action.retry')}
          </Button>
        ) : undefined
      }
      closable={onClose ? { onClose, 'aria-label': t('shared.action.close') } : false}
    />
  );
}
