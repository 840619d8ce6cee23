import { ChangeDialog } from './ChangeDialog';
import { FillDialog, type FillMethod } from './FillDialog';
import type { Roster } from './model';
import { PublishDialog } from './PublishDialog';

/** The dialog that stands over the board. */
export type OpenDialog =
  | { kind: 'fill'; method: FillMethod }
  | { kind: 'publish' }
  /** One or several shifts of a cell that have not begun. */
  | { kind: 'change'; personId: string; date: string; shifts: string[] };

interface BoardDialogsProps {
  roster: Roster;
  open: OpenDialog | null;
  onClose: () => void;
  /** The whole roster was filled anew. */
  onFilled: () => void;
}

export function BoardDialogs({ roster, open, onClose, onFilled }: BoardDialogsProps) {
  switch (open?.kind) {
    case 'fill':
      return (
        <FillDialog roster={roster} method={open.method} onClose={onClose} onFilled={onFilled} />
      );
    case 'publish':
      return <PublishDialog roster={roster} onClose={onClose} />;
    case 'change':
      return (
        <ChangeDialog
          roster={roster}
          personId={open.personId}
          date={open.date}
          shifts={open.shifts}
          onClose={onClose}
        />
      );
    case undefined:
      return null;
  }
}
