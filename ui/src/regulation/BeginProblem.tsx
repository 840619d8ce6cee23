import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath } from '../shared/community';
import type { Problem } from '../shared/problem';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { Draft } from './model';

/** Why no draft was begun; where one exists already, the way to it. */
export function BeginProblem({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  if (!problem?.isConflict) return <ProblemAlert problem={problem} />;
  const current = problem.current as Draft;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="zs-problem"
      title={t('regulation.beginning.exists')}
      description={
        <Link to={path(`regulation/draft/${current.regulation_id}`)}>
          {t('regulation.beginning.openExisting')}
        </Link>
      }
    />
  );
}
