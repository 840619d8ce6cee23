import {
  CheckCircleOutlined,
  CloseCircleFilled,
  InfoCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnostic } from './model';
import { useRegulationWords } from './words';

const ICONS: Record<Diagnostic['severity'], ReactNode> = {
  error: <CloseCircleFilled />,
  warning: <WarningFilled />,
  advice: <InfoCircleOutlined />,
};

interface DiagnosticListProps {
  diagnostics: readonly Diagnostic[];
  /** Leads to the line in the source; without it the lines are only named. */
  onLine?: (line: number) => void;
}

/** What the linter says: where, what is wrong, what to do. */
export function DiagnosticList({ diagnostics, onLine }: DiagnosticListProps) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  if (diagnostics.length === 0) {
    return (
      <p className="zs-reg-clean">
        <CheckCircleOutlined aria-hidden /> {t('regulation.check.clean')}
      </p>
    );
  }
  return (
    <ul className="zs-reg-diagnostics">
      {diagnostics.map((one, at) => {
        const line = one.place?.line;
        return (
          <li key={at} className={`zs-reg-${one.severity}`}>
            <span className="zs-reg-severity">
              {ICONS[one.severity]} {t(`regulation.check.severity.${one.severity}`)}
            </span>
            {line !== undefined && onLine ? (
              <Button
                size="small"
                type="link"
                aria-label={t('regulation.check.go', { n: line })}
                onClick={() => {
                  onLine(line);
                }}
              >
                {t('regulation.check.line', { n: line })}
              </Button>
            ) : (
              <span className="zs-muted">
                {line === undefined
                  ? t('regulation.check.whole')
                  : t('regulation.check.line', { n: line })}
              </span>
            )}
            <strong>{words.message(one)}</strong>
            <p>{words.help(one)}</p>
            {one.path === '' ? null : <code>{one.path}</code>}
          </li>
        );
      })}
    </ul>
  );
}
