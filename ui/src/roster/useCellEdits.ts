import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { CellQueue, type QueueState } from './cellQueue';
import {
  cellKey,
  cellsOf,
  EMPTY_CELL,
  sameCell,
  withEdit,
  type CellEdit,
  type Roster,
} from './model';
import { rosterKey } from './useRoster';

export interface CellEdits extends QueueState {
  /** The roster with the edits that are not stored yet. */
  shown: Roster;
  edit: (edit: CellEdit) => void;
  /** Takes the last edit back; false when there is none to take back. */
  undo: () => CellEdit | null;
  canUndo: boolean;
  /** After the whole roster was filled anew, earlier edits mean nothing. */
  forget: () => void;
  queue: CellQueue;
}

interface Done {
  edit: CellEdit;
  before: CellEdit;
}

/** Editing the cells of a draft: shown at once, stored in the background, taken back by Ctrl+Z. */
export function useCellEdits(roster: Roster): CellEdits {
  const queue = useCellQueue(roster.id);
  const state = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const [done, setDone] = useState<readonly Done[]>([]);
  const shown = useMemo(
    () => state.waiting.reduce((sofar, waiting) => withEdit(sofar, waiting.edit), roster),
    [roster, state.waiting],
  );
  const cellNow = (at: CellEdit) => cellsOf(shown).get(cellKey(at.personId, at.date)) ?? EMPTY_CELL;
  const edit = (wanted: CellEdit) => {
    const before = cellNow(wanted);
    if (sameCell(before, wanted)) return;
    setDone([...done, { edit: wanted, before: { ...wanted, ...before } }]);
    queue.add(wanted, before);
  };
  const undo = () => {
    const last = done.at(-1);
    if (!last) return null;
    setDone(done.slice(0, -1));
    // Where somebody else has changed the cell since, their work is not undone.
    if (!sameCell(cellNow(last.edit), last.edit)) return null;
    queue.add(last.before, last.edit);
    return last.before;
  };
  const forget = () => {
    setDone([]);
  };
  return { ...state, shown, edit, undo, canUndo: done.length > 0, forget, queue };
}

/** One queue for as long as the roster is on the screen; the board is made anew for another roster. */
function useCellQueue(rosterId: string): CellQueue {
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  const [queue] = useState(() => {
    const key = rosterKey(community, rosterId);
    return new CellQueue({
      latest: () => queries.getQueryData<Roster>(key),
      stored: (roster) => queries.setQueryData(key, roster),
      send: ({ personId, date, shifts, mark }, version, actId) =>
        ok(
          api.PUT('/api/c/{community}/rosters/{roster}/cells', {
            params: { path: { community, roster: rosterId } },
            headers: actHeaders(actId),
            body: { version, person_id: personId, date, shifts, mark },
          }),
        ),
    });
  });
  return queue;
}
