import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { ConflictDialog } from '../shared/ConflictDialog';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useHotkeys } from '../shared/useHotkeys';
import { useTime } from '../shared/useTime';
import { CheckPanel } from './CheckPanel';
import { DraftActs } from './DraftActs';
import { differingLines } from './differing';
import type { Draft } from './model';
import { PublishDialog } from './PublishDialog';
import { SourceEditor } from './SourceEditor';
import { UploadButton } from './UploadButton';
import { useChecked } from './useChecked';
import { useDraftEditing, usePublish } from './useDraftEditing';
import { useEditorLine } from './useEditorLine';

/** Source on one side, what the linter says on the other. */
export function DraftDesk({ title, draft }: { title: string; draft: Draft }) {
  const { t } = useTranslation();
  const mayEdit = useMay('edit_regulation');
  const editing = useDraftEditing(draft);
  const checked = useChecked(editing.text);
  const document = checked.query.data?.document ?? null;
  const publish = usePublish(draft, document);
  const { editor, showLine } = useEditorLine();
  const [publishing, setPublishing] = useState(false);
  useHotkeys({ 'ctrl+enter': () => void editing.save() }, mayEdit && editing.dirty);
  return (
    <Page
      title={title}
      extra={<DraftState draft={draft} dirty={editing.dirty} />}
      actions={
        <DraftActs
          draft={draft}
          editing={editing}
          checked={checked}
          onPublish={() => {
            setPublishing(true);
          }}
        />
      }
    >
      <Problems editing={editing} />
      <section className="zs-panel zs-reg-panel">
        <div className="zs-reg-bar-tools">
          {mayEdit ? <UploadButton onText={editing.type} /> : null}
          <span className="zs-muted">
            {mayEdit ? null : t('regulation.draft.readOnly')}
            {draft.state === 'in_review' ? t('regulation.draft.reviewing') : null}
            {editing.restored ? t('regulation.draft.restored') : null}
          </span>
        </div>
        <div className="zs-reg-split">
          <SourceEditor
            ref={editor}
            label={t('regulation.draft.editor')}
            value={editing.text}
            diagnostics={checked.diagnostics}
            {...(mayEdit ? { onChange: editing.type } : {})}
          />
          <CheckPanel checked={checked} onLine={showLine} />
        </div>
      </section>
      {publishing && document ? (
        <PublishDialog
          document={document}
          problem={publish.problem}
          pending={publish.pending}
          onPublish={(adoption) => void publish.run(adoption)}
          onClose={() => {
            setPublishing(false);
          }}
        />
      ) : null}
    </Page>
  );
}

function DraftState({ draft, dirty }: { draft: Draft; dirty: boolean }) {
  const { t } = useTranslation();
  const time = useTime();
  const state = draft.state ?? 'draft';
  return (
    <>
      <span className={`zs-reg-state zs-reg-state-${state}`}>{t(`regulation.state.${state}`)}</span>{' '}
      <span role="status" className={dirty ? 'zs-field-note' : 'zs-muted'}>
        {dirty
          ? t('regulation.draft.unsaved')
          : t('regulation.draft.stored', { time: time.format(draft.updated_at, 'short') })}
      </span>
    </>
  );
}

/** Refusals, with the text still there; and both texts when somebody else saved first. */
function Problems({ editing }: { editing: ReturnType<typeof useDraftEditing> }) {
  const { t } = useTranslation();
  const { acts, conflict } = editing;
  const both = conflict ? differingLines(editing.text, conflict.text ?? '') : null;
  return (
    <>
      {acts.save.problem?.isConflict ? null : (
        <ProblemAlert problem={acts.save.problem} onRetry={() => void editing.save()} />
      )}
      <ProblemAlert problem={acts.submit.problem} onClose={acts.submit.dismiss} />
      {both ? (
        <ConflictDialog
          open
          fields={[
            {
              name: 'text',
              label: t('regulation.draft.text'),
              show: (value) => <pre className="zs-reg-differ">{String(value)}</pre>,
            },
          ]}
          mine={{ text: both.mine }}
          theirs={{ text: both.theirs }}
          onKeepMine={() => void editing.keepMine()}
          onTakeTheirs={() => void editing.takeTheirs()}
          onClose={editing.decideLater}
        />
      ) : null}
    </>
  );
}
