import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { DiagnosticList } from './DiagnosticList';
import { ReadView } from './ReadView';
import type { Checked } from './useChecked';

interface CheckPanelProps {
  checked: Checked;
  onLine: (line: number) => void;
}

/** Beside the source: what the linter says, and how the regulation reads. */
export function CheckPanel({ checked, onLine }: CheckPanelProps) {
  const { t } = useTranslation();
  const { query, diagnostics } = checked;
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  const document = query.data?.document;
  return (
    <aside className="zs-reg-side" aria-label={t('regulation.check.title')}>
      <ProblemAlert problem={query.error} onRetry={checked.now} />
      <Tabs
        items={[
          {
            key: 'check',
            label: `${t('regulation.draft.result')} ${diagnostics.length > 0 ? String(diagnostics.length) : ''}`,
            children: query.data ? (
              <>
                {diagnostics.length > 0 ? (
                  <p role="status">
                    {t('regulation.check.count', {
                      errors,
                      others: diagnostics.length - errors,
                    })}
                  </p>
                ) : null}
                <DiagnosticList diagnostics={diagnostics} onLine={onLine} />
              </>
            ) : (
              <p className="zs-muted">
                {t(query.isFetching ? 'regulation.check.running' : 'regulation.check.empty')}
              </p>
            ),
          },
          {
            key: 'preview',
            label: t('regulation.draft.preview'),
            children: document ? (
              <ReadView document={document} />
            ) : (
              <p className="zs-muted">{t('regulation.check.unread')}</p>
            ),
          },
        ]}
      />
    </aside>
  );
}
