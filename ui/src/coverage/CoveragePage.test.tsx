import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import CoveragePage from './CoveragePage';
import HolderSlot from './HolderSlot';
import { sampleBoard, sampleDuty, sampleHold, samplePost } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const ME = DEMO_COMMUNITY.personId;
const PEOPLE = [
  { person_id: ME, name: '张丽' },
  { person_id: 'li', name: '李敏' },
];
const STAFF = [
  { id: ME, name: '张丽', roles: ['service_clerk'] },
  { id: 'li', name: '李敏', roles: ['service_clerk'] },
];
const NOON = samplePost({
  answers_person_id: ME,
  hold: sampleHold(ME, { duty_id: 'day' }),
  present: [
    { person_id: ME, since_at: 0 },
    { person_id: 'li', since_at: 0 },
  ],
  current_duty: sampleDuty('noon', { change: 'one_tap', within: 'day' }),
});
const verbs = {
  verbs: new Set(['read_coverage', 'hold_post', 'read_people', 'resolve_coverage'] as const),
};

function serve(post = NOON, more = {}) {
  return fakeServer({
    [`GET ${C}/coverage`]: sampleBoard([post], PEOPLE),
    [`GET ${C}/staff`]: STAFF,
    [`GET ${C}/posts`]: [{ id: 'desk', kind: 'desk', name: post.name }],
    ...more,
  });
}

async function bodyOf(server: ReturnType<typeof fakeServer>, path: string): Promise<unknown> {
  const sent = server.mock.calls
    .map(([request]) => request)
    .filter((request) => request.url.includes(path));
  return sent.at(-1)?.clone().json();
}

test('at noon a colleague takes the post at this screen by tile and PIN', async () => {
  const answers = [new Refusal(422, { code: 'pin_wrong', detail: '签名密码不正确' }), NOON];
  const server = serve(NOON, { [`POST ${C}/posts/desk/change_holder`]: () => answers.shift() });
  renderPage(<CoveragePage />, { community: verbs });
  await userEvent.click(await screen.findByRole('button', { name: /他人办理/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '换班接岗' }));
  const pin = await screen.findByLabelText(/签名密码/);
  await userEvent.type(pin, '1111{Enter}');
  expect(await screen.findByText(/签名密码不正确/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/签名密码/), '2468{Enter}');
  await waitFor(async () => {
    expect(await bodyOf(server, 'change_holder')).toEqual({ person_id: 'li', pin: '2468' });
  });
});

test('who leads names who takes an empty post, with a reason', async () => {
  const empty = samplePost({
    gap: {
      kind: 'nobody_holds',
      since_at: 0,
      candidates: [{ person_id: 'li', why: 'on_roster' }],
    },
  });
  const server = serve(empty, { [`POST ${C}/posts/desk/resolve`]: empty });
  renderPage(<CoveragePage />, { community: verbs });
  await userEvent.click(await screen.findByRole('button', { name: '指定责任人' }));
  await userEvent.type(await screen.findByLabelText('原因'), '接班人员未到');
  const named = screen.getAllByRole('button', { name: '指定责任人' }).at(-1);
  await userEvent.click(named ?? document.body);
  await waitFor(async () => {
    expect(await bodyOf(server, '/resolve')).toEqual({
      person_id: 'li',
      there: false,
      replaced_stays: false,
      response_minutes: null,
      reason: '接班人员未到',
    });
  });
});

test('the header says who holds the desk, and in red that nobody is there', async () => {
  serve({ ...NOON, present: [], unattended_since_at: 1 });
  renderPage(<HolderSlot />, { community: verbs });
  const slot = await screen.findByRole('link');
  expect(slot.textContent).toContain('张丽');
  expect(slot.textContent).toContain('无人在位');
  expect(slot.className).toContain('zs-holder-red');
});
