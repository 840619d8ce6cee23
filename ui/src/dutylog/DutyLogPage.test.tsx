import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import DutyLogPage from './DutyLogPage';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const BOARD = {
  now_at: 0,
  posts: [
    {
      post_id: 'desk',
      name: '客户服务中心前台',
      present: [],
      reliefs: [],
      required: true,
      answers_for_post_ids: [],
      line_targets: [],
      unattended_minutes_today: 0,
    },
  ],
  people: [],
};

function entry(seq: number, over: Record<string, unknown>) {
  return {
    seq,
    happened_at: Date.UTC(2026, 10, 24, 18, 10),
    recorded_at: Date.UTC(2026, 10, 24, 18, 10),
    late: false,
    actor_kind: 'staff',
    person_name: '王强',
    subject_kind: 'log_entry',
    subject_id: 's',
    verb: 'dutylog.noted',
    facts: { section: 'equipment' },
    texts: { content: '2 号电梯检修' },
    ...over,
  };
}

test('late, corrected and erased entries say so, with both times and both numbers', async () => {
  fakeServer({
    [`GET ${C}/coverage`]: BOARD,
    [`GET ${C}/dutylog`]: {
      items: [
        entry(9, {
          verb: 'dutylog.corrected',
          facts: { corrects_seq: 7 },
          texts: { content: '3 号电梯检修' },
          corrects_seq: 7,
        }),
        entry(8, { texts: { content: null } }),
        entry(7, {
          late: true,
          recorded_at: Date.UTC(2026, 10, 25, 2, 30),
          corrected_by_seq: 9,
        }),
      ],
      next_cursor: null,
    },
  });
  renderPage(<DutyLogPage />, { community: { verbs: new Set(['read_coverage']) } });
  expect(await screen.findByText('2 号电梯检修')).toBeTruthy();
  expect(screen.getByText('补录于 11-25 10:30')).toBeTruthy();
  expect(screen.getByText('已更正，见第 9 号')).toBeTruthy();
  expect(screen.getByText('更正第 7 号')).toBeTruthy();
  expect(screen.getByText('个人信息已依法删除')).toBeTruthy();
});

test('the way to one shift is offered once a shift, whoever wrote in between', async () => {
  fakeServer({
    [`GET ${C}/coverage`]: BOARD,
    [`GET ${C}/dutylog`]: {
      items: [
        entry(5, { duty_id: 'night' }),
        entry(4, { duty_id: null }),
        entry(3, { duty_id: 'night' }),
        entry(2, { duty_id: 'day' }),
        entry(1, { duty_id: 'night' }),
      ],
      next_cursor: null,
    },
  });
  renderPage(<DutyLogPage />, { community: { verbs: new Set(['read_coverage']) } });
  const ways = await screen.findAllByRole('button', { name: '只看该班次' });
  expect(ways.map((way) => way.closest('li')?.querySelector('.zs-log-seq')?.textContent)).toEqual([
    '第 5 号',
    '第 2 号',
  ]);
});

test('an entry by hand is sent with its section and, when late, with its own time', async () => {
  const written: Request[] = [];
  fakeServer({
    [`GET ${C}/coverage`]: BOARD,
    [`GET ${C}/dutylog`]: { items: [], next_cursor: null },
    [`POST ${C}/dutylog`]: (request: Request) => {
      written.push(request.clone());
      return { seq: 1 };
    },
  });
  renderPage(<DutyLogPage />, {
    community: { verbs: new Set(['read_coverage', 'write_duty_log']) },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /记一笔/ }));
  await user.type(await screen.findByLabelText('内容'), '02:10 停电');
  await user.click(screen.getByLabelText('发生在更早（补录）'));
  await user.click(screen.getByRole('button', { name: '记入台账' }));
  await waitFor(() => {
    expect(written).toHaveLength(1);
  });
  const body = (await written[0]?.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ post_id: 'desk', section: 'general', text: '02:10 停电' });
  expect(typeof body.happened_at).toBe('number');
});
