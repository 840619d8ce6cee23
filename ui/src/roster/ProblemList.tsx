import {
  CheckCircleOutlined,
  CloseCircleFilled,
  InfoCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { articleOf, byGravity, countOf, SEVERITIES } from './issues';
import type { RosterIssue, Severity } from './model';
import { useRosterWords } from './words';

const ICONS: Record<Severity, ReactNode> = {
  error: <CloseCircleFilled />,
  warning: <WarningFilled />,
  advice: <InfoCircleOutlined />,
};

const AT_ONCE = 12;

interface ProblemListProps {
  problems: readonly RosterIssue[];
  onJump: (issue: RosterIssue) => void;
}

/** Everything the rules find, the gravest first; each leads to its cell. */
export function ProblemList({ problems, onJump }: ProblemListProps) {
  const { t } = useTranslation();
  const [only, setOnly] = useState<Severity | null>(null);
  const [limit, setLimit] = useState(AT_ONCE);
  const wanted = byGravity(problems).filter((one) => only === null || one.severity === only);
  const left = wanted.length - limit;
  return (
    <section
      className="zs-panel zs-roster-problems zs-no-print"
      aria-label={t('roster.problems.title')}
    >
      <header>
        <h2>{t('roster.problems.title')}</h2>
        {SEVERITIES.filter((severity) => countOf(problems, severity) > 0).map((severity) => (
          <Button
            key={severity}
            size="small"
            aria-pressed={only === severity}
            type={only === severity ? 'primary' : 'default'}
            onClick={() => {
              setOnly(only === severity ? null : severity);
              setLimit(AT_ONCE);
            }}
          >
            {t(`roster.problems.count.${severity}`, {
              n: countOf(problems, severity),
              count: countOf(problems, severity),
            })}
          </Button>
        ))}
      </header>
      {problems.length === 0 ? (
        <p className="zs-roster-clean">
          <CheckCircleOutlined aria-hidden /> {t('roster.problems.none')}{' '}
          {t('roster.problems.noneWhy')}
        </p>
      ) : (
        <ul>
          {wanted.slice(0, limit).map((issue) => (
            <IssueLine
              key={`${issue.code}|${issue.zh}`}
              issue={issue}
              onJump={() => {
                onJump(issue);
              }}
            />
          ))}
        </ul>
      )}
      {left > 0 ? (
        <Button
          type="link"
          onClick={() => {
            setLimit(limit + 50);
          }}
        >
          {t('roster.problems.more', { n: left })}
        </Button>
      ) : null}
    </section>
  );
}

export function IssueLine({ issue, onJump }: { issue: RosterIssue; onJump?: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useRosterWords();
  return (
    <li className={`zs-roster-issue-${issue.severity}`}>
      <span className="zs-roster-severity">
        {ICONS[issue.severity]} {t(`roster.problems.severity.${issue.severity}`)}
      </span>
      <span>
        {words.issue(issue)}
        {issue.article ? (
          <small>
            {t('roster.problems.article', { article: articleOf(issue.article, i18n.language) })}
          </small>
        ) : null}
      </span>
      {onJump && issue.cells.length > 0 ? (
        <Button size="small" type="link" onClick={onJump}>
          {t('roster.problems.jump')}
        </Button>
      ) : null}
    </li>
  );
}
