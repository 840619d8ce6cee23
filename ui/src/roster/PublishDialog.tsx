import { App, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { byGravity } from './issues';
import type { Roster, RosterIssue } from './model';
import { IssueLine } from './ProblemList';
import { usePublishRoster } from './useRoster';

/** Publishing cannot be undone: errors stop it, warnings are read first. */
export function PublishDialog({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const publish = usePublishRoster(roster.id);
  const [read, setRead] = useState(false);
  const errors = byGravity(roster.problems).filter((one) => one.severity === 'error');
  const warnings = byGravity(roster.problems).filter((one) => one.severity === 'warning');
  const blocked = errors.length > 0;
  const submit = async () => {
    if (blocked) {
      onClose();
      return;
    }
    const input = { version: roster.version, warnings_confirmed: read };
    if (!(await publish.run(input))) return;
    void message.success(t('roster.publish.done'));
    onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={t('roster.publish.title')}
      okText={t(blocked ? 'roster.publish.toProblem' : 'roster.publish.run')}
      okButtonProps={{ disabled: !blocked && warnings.length > 0 && !read }}
      confirmLoading={publish.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <ProblemAlert problem={publish.problem} />
      {publish.problem?.isConflict ? <p>{t('roster.conflict.reloaded')}</p> : null}
      {blocked ? (
        <Issues
          title={t('roster.publish.errors', { n: errors.length, count: errors.length })}
          issues={errors}
        />
      ) : null}
      {!blocked && warnings.length > 0 ? (
        <>
          <Issues
            title={t('roster.publish.warnings', { n: warnings.length, count: warnings.length })}
            issues={warnings}
          />
          <Checkbox
            checked={read}
            onChange={(event) => {
              setRead(event.target.checked);
            }}
          >
            {t('roster.publish.read')}
          </Checkbox>
        </>
      ) : null}
      {!blocked && warnings.length === 0 ? <p>{t('roster.publish.clean')}</p> : null}
    </Modal>
  );
}

function Issues({ title, issues }: { title: string; issues: readonly RosterIssue[] }) {
  return (
    <>
      <p>{title}</p>
      <ul className="zs-roster-issues">
        {issues.map((issue) => (
          <IssueLine key={`${issue.code}|${issue.zh}`} issue={issue} />
        ))}
      </ul>
    </>
  );
}
