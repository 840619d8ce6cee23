import { newActId } from '../shared/actId';
import { asProblem, type Problem } from '../shared/problem';
import {
  cellKey,
  cellsOf,
  EMPTY_CELL,
  sameCell,
  type Cell,
  type CellEdit,
  type Roster,
} from './model';

/** An edit that is shown but not stored yet. */
export interface Waiting {
  edit: CellEdit;
  /** What the person saw in the cell when they changed it. */
  before: Cell;
  actId: string;
}

export interface QueueState {
  waiting: readonly Waiting[];
  /** Somebody else put something different into the same cell. */
  conflict: { waiting: Waiting; theirs: Cell } | null;
  problem: Problem | null;
}

interface Storage {
  /** The newest roster that is known. */
  latest: () => Roster | undefined;
  send: (edit: CellEdit, version: number, actId: string) => Promise<Roster>;
  /** Called with every roster that the server gave. */
  stored: (roster: Roster) => void;
}

/**
 * Edits of cells, stored one after the other, so that fast typing never waits and each carries the
 * version that the one before it gave. Nothing typed is lost: what fails waits for a retry, and where
 * somebody else changed the same cell the person decides. Changes to other cells are no conflict.
 */
export class CellQueue {
  private state: QueueState = { waiting: [], conflict: null, problem: null };
  private listeners = new Set<() => void>();
  private running = false;

  constructor(private readonly storage: Storage) {}

  snapshot = (): QueueState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  add(edit: CellEdit, before: Cell): void {
    this.change({ waiting: [...this.state.waiting, { edit, before, actId: newActId() }] });
    void this.drain();
  }

  retry(): void {
    this.change({ problem: null });
    void this.drain();
  }

  drop(): void {
    this.change({ waiting: [], problem: null, conflict: null });
  }

  keepMine(): void {
    this.change({ conflict: null });
    this.renewHead();
    void this.drain();
  }

  takeTheirs(): void {
    this.change({ conflict: null, waiting: this.state.waiting.slice(1) });
    void this.drain();
  }

  private change(part: Partial<QueueState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  /** A refused act is settled; sent again it is another one. */
  private renewHead(): void {
    const [head, ...rest] = this.state.waiting;
    if (head) this.change({ waiting: [{ ...head, actId: newActId() }, ...rest] });
  }

  private async drain(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let head = this.next(); head; head = this.next()) await this.store(head);
    this.running = false;
  }

  private next(): Waiting | undefined {
    const stopped = this.state.conflict !== null || this.state.problem !== null;
    return stopped ? undefined : this.state.waiting[0];
  }

  private async store(head: Waiting): Promise<void> {
    const version = this.storage.latest()?.version ?? 0;
    try {
      const roster = await this.storage.send(head.edit, version, head.actId);
      this.storage.stored(roster);
      this.take(head);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.isConflict) this.meet(head, problem.current as Roster);
      else this.refuse(head, problem);
    }
  }

  /** Only the edit that was sent goes: the rest may have been dropped meanwhile. */
  private take(head: Waiting): void {
    this.change({ waiting: this.state.waiting.filter((one) => one.actId !== head.actId) });
  }

  private meet(head: Waiting, current: Roster): void {
    this.storage.stored(current);
    const { personId, date } = head.edit;
    const theirs = cellsOf(current).get(cellKey(personId, date)) ?? EMPTY_CELL;
    if (sameCell(theirs, head.edit)) this.take(head);
    else if (sameCell(theirs, head.before)) this.renewHead();
    else this.change({ conflict: { waiting: head, theirs } });
  }

  private refuse(head: Waiting, problem: Problem): void {
    if (problem.status >= 400 && problem.status < 500 && this.state.waiting[0] === head) {
      this.renewHead();
    }
    this.change({ problem });
  }
}
