import { CheckOutlined, CloudSyncOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../shared/ConflictDialog';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { Roster } from './model';
import type { CellEdits } from './useCellEdits';
import { useRosterWords } from './words';

/** Whether everything that was typed is stored. */
export function SaveState({ edits }: { edits: CellEdits }) {
  const { t } = useTranslation();
  const n = edits.waiting.length;
  const failed = edits.problem !== null || edits.conflict !== null;
  useLeaveWarning(n > 0);
  return (
    <span role="status" className={failed ? 'zs-roster-unsaved' : 'zs-muted'}>
      {failed ? <WarningFilled aria-hidden /> : n > 0 ? <CloudSyncOutlined /> : <CheckOutlined />}{' '}
      {failed
        ? t('roster.save.failed', { n, count: n })
        : n > 0
          ? t('roster.save.saving', { n, count: n })
          : t('roster.save.saved')}
    </span>
  );
}

/** The browser asks before a page with unstored cells is closed. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [unsaved]);
}

/** What the server refused, with the typed cells still there; and a cell that somebody else changed. */
export function SaveProblem({ roster, edits }: { roster: Roster; edits: CellEdits }) {
  const { t } = useTranslation();
  const { queue, conflict } = edits;
  return (
    <div className="zs-roster-problem zs-no-print">
      <ProblemAlert
        problem={edits.problem}
        onRetry={() => {
          queue.retry();
        }}
      />
      {edits.problem ? (
        <Button
          onClick={() => {
            queue.drop();
            edits.forget();
          }}
        >
          {t('roster.save.drop')}
        </Button>
      ) : null}
      {conflict ? (
        <CellConflict
          key={conflict.waiting.actId}
          roster={roster}
          edits={edits}
          conflict={conflict}
        />
      ) : null}
    </div>
  );
}

interface CellConflictProps {
  roster: Roster;
  edits: CellEdits;
  conflict: NonNullable<CellEdits['conflict']>;
}

/** Both contents of the cell; closed without a choice, nothing is decided and nothing is lost. */
function CellConflict({ roster, edits, conflict }: CellConflictProps) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const [open, setOpen] = useState(true);
  const { edit } = conflict.waiting;
  const name = roster.people.find((one) => one.person_id === edit.personId)?.name ?? '';
  const cell = t('roster.conflict.cell', { name, date: words.date(edit.date) });
  return (
    <>
      <ConflictDialog
        open={open}
        fields={[{ name: 'cell', label: cell }]}
        mine={{ cell: words.content(roster, edit) }}
        theirs={{ cell: words.content(roster, conflict.theirs) }}
        onKeepMine={() => {
          edits.queue.keepMine();
        }}
        onTakeTheirs={() => {
          edits.queue.takeTheirs();
        }}
        onClose={() => {
          setOpen(false);
        }}
      />
      <Button
        danger
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('roster.conflict.decide', { cell })}
      </Button>
    </>
  );
}
