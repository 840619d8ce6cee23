import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { IntakeForm } from './IntakeForm';
import { IntakeProvider } from './IntakeProvider';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const LI = {
  resident: {
    id: 'li',
    name_masked: '李**',
    phone_masked: '136****2222',
    note: '',
    relation: 'owner',
    room_code: '3-1-1201',
    room_id: 'room',
    version: 1,
  },
  earlier: [],
};
const OPEN = {
  items: [{ id: 'w', number: 'BX-001', stage: 'dispatched', content: '水龙头滴水', place: '' }],
};

function serve(more: Record<string, unknown>) {
  return fakeServer({
    [`POST ${C}/callers/search`]: [LI],
    [`GET ${C}/work-orders`]: OPEN,
    [`GET ${C}/help-calls`]: [],
    [`GET ${C}/desk/scripts`]: [],
    ...more,
  });
}

async function sent(server: ReturnType<typeof fakeServer>): Promise<unknown> {
  const posts = server.mock.calls
    .map(([request]) => request)
    .filter((r) => r.method === 'POST' && !r.url.endsWith('/search'));
  return posts.at(-1)?.clone().json();
}

const form = (
  <IntakeProvider>
    <IntakeForm focusAsked={0} />
  </IntakeProvider>
);

const save = () => screen.getByRole('button', { name: /^登记（/ });

test('a repair and its order are one act; the chosen card stands for name and phone', async () => {
  const taken = { contact: { id: 'c', number: 'JD-001' }, order: { number: 'BX-002' } };
  const server = serve({ [`POST ${C}/contacts/with-order`]: taken });
  renderPage(form);
  await userEvent.type(screen.getByLabelText(/电话 \/ 房号/), '13611112222');
  // What a repeat caller has open is said before anything is chosen.
  expect(await screen.findByText('水龙头滴水')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '选择此住户' }));
  expect(screen.getByLabelText('来电来访人').getAttribute('placeholder')).toBe('李**');
  expect(screen.getByLabelText('联系电话').getAttribute('placeholder')).toBe('136****2222');
  await userEvent.type(screen.getByLabelText('内容'), '又滴水了');
  await userEvent.click(save());
  await waitFor(async () => {
    expect(await sent(server)).toMatchObject({
      contact: { kind: 'repair', resident_id: 'li', room: '3-1-1201', content: '又滴水了' },
      order: { kind: 'repair', urgency: 'normal' },
    });
  });
});

test('a call of which nothing is known is saved all the same', async () => {
  const server = serve({ [`POST ${C}/contacts`]: { id: 'c', number: 'JD-002' } });
  renderPage(form);
  await userEvent.click(save());
  expect(await screen.findByText(/未开工单/)).toBeTruthy();
  expect(await sent(server)).toMatchObject({ kind: 'repair', channel: 'call', settled: false });
});

test('nothing typed is lost when saving fails', async () => {
  const refusal = new Refusal(503, { code: 'unavailable', detail: '服务器繁忙，请稍后重试' });
  serve({ [`POST ${C}/contacts/with-order`]: refusal });
  const page = renderPage(form);
  await userEvent.type(screen.getByLabelText('内容'), '电梯异响');
  await userEvent.click(save());
  expect(await screen.findByText(/服务器繁忙/)).toBeTruthy();
  expect(screen.getByLabelText('内容')).toHaveProperty('value', '电梯异响');
  page.unmount();
  renderPage(form);
  expect(screen.getByLabelText('内容')).toHaveProperty('value', '电梯异响');
});

test('an answer given at once is settled at intake', async () => {
  const server = serve({ [`POST ${C}/contacts`]: { id: 'c', number: 'JD-003' } });
  renderPage(form);
  await userEvent.click(screen.getByText('咨询'));
  await userEvent.type(screen.getByLabelText('当场处理'), '已告知缴费方式');
  await userEvent.click(screen.getByRole('checkbox', { name: /当场办结/ }));
  await userEvent.click(save());
  await waitFor(async () => {
    expect(await sent(server)).toMatchObject({ kind: 'inquiry', settled: true });
  });
});

test('a car in the way is help with its plate, and opens no order', async () => {
  const car = { id: 'v', plate: '鄂A12345', room_code: '3-2-1201', space: 'B1-203', note: '' };
  const server = serve({
    [`POST ${C}/vehicles/search`]: [car],
    [`POST ${C}/contacts`]: { id: 'c', number: 'JD-004' },
  });
  renderPage(form);
  await userEvent.click(screen.getByText('挪车'));
  await userEvent.type(screen.getByLabelText('要挪的车牌'), 'a123');
  await userEvent.click(await screen.findByRole('button', { name: '就是这辆' }));
  await userEvent.click(save());
  await waitFor(async () => {
    expect(await sent(server)).toMatchObject({ kind: 'help', plate: '鄂A12345', settled: false });
  });
});
