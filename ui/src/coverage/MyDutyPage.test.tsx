import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import MyDutyPage from './MyDutyPage';
import { sampleBoard, sampleHold, sampleMine, samplePost, sampleRelief } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const ME = DEMO_COMMUNITY.personId;
const PEOPLE = [
  { person_id: ME, name: '王强' },
  { person_id: 'chen', name: '陈勇' },
];
const HELD = samplePost({
  answers_person_id: ME,
  hold: sampleHold(ME),
  present: [{ person_id: ME, since_at: 0 }],
});

function serve(post = HELD, mine = sampleMine(ME, { people: PEOPLE }), more = {}) {
  return fakeServer({
    [`GET ${C}/coverage`]: sampleBoard([post], PEOPLE),
    [`GET ${C}/coverage/mine`]: mine,
    ...more,
  });
}

const verbs = { verbs: new Set(['read_coverage', 'hold_post'] as const) };

async function bodyOf(server: ReturnType<typeof fakeServer>, path: string): Promise<unknown> {
  const sent = server.mock.calls.map(([request]) => request).find((r) => r.url.includes(path));
  return sent?.clone().json();
}

test('an emergency is one tap and its reason; nothing is typed', async () => {
  const server = serve(HELD, undefined, { [`POST ${C}/posts/desk/leave_for_emergency`]: HELD });
  renderPage(<MyDutyPage />, { community: verbs });
  await userEvent.click(await screen.findByRole('button', { name: /紧急离岗/ }));
  await userEvent.click(await screen.findByRole('button', { name: '爆管跑水' }));
  await waitFor(async () => {
    expect(await bodyOf(server, 'leave_for_emergency')).toEqual({ reason: '爆管跑水' });
  });
});

test('leaving without relief is refused with what to do', async () => {
  const refusal = new Refusal(422, { code: 'relief_needed', detail: '离岗前须先有人代值' });
  serve(HELD, undefined, { [`POST ${C}/posts/desk/leave`]: refusal });
  renderPage(<MyDutyPage />, { community: verbs });
  await userEvent.click(await screen.findByRole('button', { name: '离岗' }));
  expect(await screen.findByText('离岗前须先有人代值')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: '请人代值' }).length).toBe(2);
});

test('one who is asked accepts on the way, and the one who left comes back', async () => {
  const relief = sampleRelief({ asker_id: 'chen', emergency: true });
  const post = samplePost({
    answers_person_id: 'chen',
    hold: sampleHold('chen'),
    reliefs: [relief],
    unattended_since_at: 1,
  });
  const mine = sampleMine(ME, { people: PEOPLE, asked_reliefs: [relief] });
  const server = serve(post, mine, { [`POST ${C}/reliefs/r/accept`]: post });
  renderPage(<MyDutyPage />, { community: verbs });
  await userEvent.click(await screen.findByRole('button', { name: '马上到岗，接受代值' }));
  await waitFor(async () => {
    expect(await bodyOf(server, '/accept')).toEqual({ there: false });
  });
});

test('the one who left sees how long nobody is there, and returns', async () => {
  const left = samplePost({
    answers_person_id: ME,
    hold: sampleHold(ME),
    unattended_since_at: 1,
    reliefs: [sampleRelief({ asker_id: ME, emergency: true })],
  });
  const server = serve(left, undefined, { [`POST ${C}/posts/desk/return`]: HELD });
  renderPage(<MyDutyPage />, { community: verbs });
  expect(await screen.findByText(/无人在位已/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '返岗' }));
  await waitFor(async () => {
    expect(await bodyOf(server, '/return')).toEqual({});
  });
});
