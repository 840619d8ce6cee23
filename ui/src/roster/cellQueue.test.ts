import { expect, test, vi } from 'vitest';
import { Problem } from '../shared/problem';
import { CellQueue } from './cellQueue';
import { EMPTY_CELL, withEdit, type CellEdit, type Roster } from './model';
import { placed, sampleRoster } from './sample';

const EDIT: CellEdit = { personId: 'li', date: '2026-12-01', shifts: ['day'], mark: null };

/** A server that keeps one roster and refuses what began from another version. */
function storage(stored: Roster) {
  let known = sampleRoster();
  const server = { roster: stored, offline: false };
  const send = vi.fn((edit: CellEdit, version: number): Promise<Roster> => {
    if (server.offline) return Promise.reject(new Problem({ status: 0, code: 'network' }));
    if (version !== server.roster.version) {
      const body = { status: 409, code: 'conflict', current: server.roster };
      return Promise.reject(new Problem(body));
    }
    server.roster = { ...withEdit(server.roster, edit), version: version + 1 };
    return Promise.resolve(server.roster);
  });
  const queue = new CellQueue({
    latest: () => known,
    send,
    stored: (roster) => {
      known = roster;
    },
  });
  return { queue, send, server };
}

test('edits typed quickly are stored one after the other, each with the version before it', async () => {
  const { queue, send, server } = storage(sampleRoster());
  queue.add(EDIT, EMPTY_CELL);
  queue.add({ ...EDIT, date: '2026-12-02' }, EMPTY_CELL);
  await vi.waitFor(() => {
    expect(queue.snapshot().waiting).toHaveLength(0);
  });
  expect(send.mock.calls.map(([, version]) => version)).toEqual([1, 2]);
  expect(server.roster.cells).toHaveLength(2);
});

test('a change to another cell by somebody else is no conflict', async () => {
  const theirs = { ...sampleRoster({ cells: [placed('zhang', '2026-12-05', 'day')] }), version: 4 };
  const { queue, server } = storage(theirs);
  queue.add(EDIT, EMPTY_CELL);
  await vi.waitFor(() => {
    expect(queue.snapshot().waiting).toHaveLength(0);
  });
  expect(server.roster.cells).toHaveLength(2);
});

test('the same cell changed by somebody else waits for a decision, and mine can be kept', async () => {
  const theirs = { ...sampleRoster({ cells: [placed('li', '2026-12-01', 'noon')] }), version: 4 };
  const { queue, server } = storage(theirs);
  queue.add(EDIT, EMPTY_CELL);
  await vi.waitFor(() => {
    expect(queue.snapshot().conflict?.theirs.shifts).toEqual(['noon']);
  });
  expect(queue.snapshot().waiting).toHaveLength(1);
  queue.keepMine();
  await vi.waitFor(() => {
    expect(queue.snapshot().waiting).toHaveLength(0);
  });
  expect(server.roster.cells.map((cell) => cell.shift)).toEqual(['day']);
});

test('without a network nothing typed is lost, and a retry stores it', async () => {
  const { queue, server } = storage(sampleRoster());
  server.offline = true;
  queue.add(EDIT, EMPTY_CELL);
  await vi.waitFor(() => {
    expect(queue.snapshot().problem?.code).toBe('network');
  });
  expect(queue.snapshot().waiting).toHaveLength(1);
  server.offline = false;
  queue.retry();
  await vi.waitFor(() => {
    expect(queue.snapshot().waiting).toHaveLength(0);
  });
  expect(server.roster.cells).toHaveLength(1);
});
