import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Refusal, fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { withEdit, type Roster } from './model';
import RosterPage from './RosterPage';
import { placed, sampleRoster } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const AT = `/c/${DEMO_COMMUNITY.id}/roster?month=2026-12`;
const EDITOR = { verbs: new Set(['read_roster', 'edit_roster', 'publish_roster'] as const) };

function line(roster: Roster) {
  return {
    post_id: roster.post_id,
    post_name: roster.post_name,
    post_name_en: roster.post_name_en,
    roster_id: roster.id,
    state: roster.state,
  };
}

test('a letter on the keyboard plans a shift, and Ctrl+Z takes it back', async () => {
  let stored = sampleRoster();
  const sent: unknown[] = [];
  fakeServer({
    [`GET ${C}/rosters`]: [line(stored)],
    [`GET ${C}/rosters/roster-1`]: stored,
    [`PUT ${C}/rosters/roster-1/cells`]: async (request: Request) => {
      const body = (await request.json()) as { shifts: string[]; version: number };
      sent.push(body);
      stored = withEdit(stored, {
        personId: 'li',
        date: '2026-12-01',
        shifts: body.shifts,
        mark: null,
      });
      stored = { ...stored, version: body.version + 1 };
      return stored;
    },
  });
  renderPage(<RosterPage />, { at: AT, community: EDITOR });
  const cell = await screen.findByLabelText('李敏，12-1 周二，未排');
  cell.focus();
  fireEvent.keyDown(cell, { key: 'd' });
  expect(await screen.findByLabelText('李敏，12-1 周二，白班')).toBe(cell);
  await waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  fireEvent.keyDown(cell, { key: 'z', ctrlKey: true });
  await screen.findByLabelText('李敏，12-1 周二，未排');
  await waitFor(() => {
    expect(sent).toMatchObject([
      { person_id: 'li', date: '2026-12-01', shifts: ['day'], version: 1 },
      { shifts: [], version: 2 },
    ]);
  });
});

test('two people in one cell: both contents are shown', async () => {
  const theirs = { ...sampleRoster({ cells: [placed('li', '2026-12-01', 'noon')] }), version: 5 };
  fakeServer({
    [`GET ${C}/rosters`]: [line(theirs)],
    [`GET ${C}/rosters/roster-1`]: sampleRoster(),
    [`PUT ${C}/rosters/roster-1/cells`]: () =>
      new Refusal(409, { status: 409, code: 'conflict', current: theirs }),
  });
  renderPage(<RosterPage />, { at: AT, community: EDITOR });
  const user = userEvent.setup();
  await user.click(await screen.findByLabelText('李敏，12-1 周二，未排'));
  await user.click(await screen.findByRole('button', { name: /^白 白班/ }));
  const dialog = await screen.findByRole('dialog', { name: '他人已先行修改' });
  expect(dialog.textContent).toContain('白班');
  expect(dialog.textContent).toContain('午间值班');
});

test('warnings are read before a roster is published', async () => {
  const ref = { date: '2026-12-03', post: 'desk', shift: 'night', person: 'wang' };
  const roster = sampleRoster({
    cells: [placed('wang', '2026-12-03', 'night')],
    problems: [
      {
        code: 'week_hours',
        severity: 'warning',
        cells: [ref],
        zh: '王强工时较长',
        en: 'long week',
      },
    ],
  });
  const published: unknown[] = [];
  fakeServer({
    [`GET ${C}/rosters`]: [line(roster)],
    [`GET ${C}/rosters/roster-1`]: roster,
    [`POST ${C}/rosters/roster-1/publish`]: async (request: Request) => {
      published.push(await request.json());
      return { ...roster, state: 'published', version: 2 };
    },
  });
  renderPage(<RosterPage />, { at: AT, community: EDITOR });
  const user = userEvent.setup();
  expect(await screen.findByLabelText('王强，12-3 周四，夜班，有提醒')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '发布' }));
  const confirm = await screen.findByRole('button', { name: '确认发布' });
  expect(confirm.hasAttribute('disabled')).toBe(true);
  await user.click(screen.getByLabelText('以上提醒已知悉，仍按此发布'));
  await user.click(confirm);
  await waitFor(() => {
    expect(published).toEqual([{ version: 1, warnings_confirmed: true }]);
  });
  expect(await screen.findByText('排班表已发布')).toBeTruthy();
});
