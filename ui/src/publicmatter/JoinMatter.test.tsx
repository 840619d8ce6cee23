import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Contact } from '../desk/model';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { JoinMatter } from './JoinMatter';
import MattersPage from './MattersPage';
import { OpenFromOrder } from './OpenFromOrder';
import { BUILDINGS, NO_WATER } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const CONTACT = {
  id: 'c',
  number: 'JD-003',
  kind: 'repair',
  room: '3-1-1201',
  content: '没水了',
} as Contact;
const ORDER = {
  id: 'other',
  number: 'BX20261124-009',
  kind: 'repair',
  stage: 'dispatched',
  content: '10栋电梯停运',
  room_code: '10-1-101',
} as Parameters<typeof OpenFromOrder>[0]['order'];

function serve(more: Record<string, unknown> = {}) {
  const sent: unknown[] = [];
  const keep = (answer: unknown) => async (request: Request) => {
    sent.push(await request.json());
    return answer;
  };
  fakeServer({
    [`GET ${C}/public-matters`]: { items: [NO_WATER] },
    [`GET ${C}/buildings`]: BUILDINGS,
    [`GET ${C}/work-orders`]: { items: [ORDER] },
    [`POST ${C}/public-matters`]: keep({ id: 'x', number: 'GG-009' }),
    [`POST ${C}/public-matters/m/join`]: keep({
      contact: { id: 'c', number: 'JD-003' },
      calls: 5,
    }),
    ...more,
  });
  return sent;
}

test('an open contact joins a matter that goes on', async () => {
  const sent = serve();
  renderPage(<JoinMatter contact={CONTACT} />);
  await userEvent.click(screen.getByRole('button', { name: '并入公共事项' }));
  await userEvent.click(await screen.findByRole('button', { name: '并入 3栋停水' }));
  expect(await screen.findByText('JD-003 已并入“3栋停水”，共 5 次')).toBeTruthy();
  expect(sent).toEqual([{ contact_id: 'c' }]);
});

test('a new matter is opened out of the contact', async () => {
  const sent = serve();
  renderPage(<JoinMatter contact={CONTACT} />);
  await userEvent.click(screen.getByRole('button', { name: '并入公共事项' }));
  await userEvent.click(await screen.findByRole('button', { name: '新建公共事项' }));
  await userEvent.type(await screen.findByLabelText(/统一口径/), '正在抢修');
  await userEvent.click(screen.getByRole('button', { name: /保\s?存/ }));
  expect(await screen.findByText('已新建公共事项 GG-009')).toBeTruthy();
  expect(sent).toMatchObject([
    { contact_id: 'c', matter: { title: '没水了', building_ids: ['b3'] } },
  ]);
});

test('an order shows its matter, or the way to open one', async () => {
  serve();
  const page = renderPage(<OpenFromOrder order={{ ...ORDER, id: 'w' }} />);
  expect(await screen.findByRole('link', { name: /GG20261124-001/ })).toBeTruthy();
  page.unmount();
  const sent = serve();
  renderPage(<OpenFromOrder order={ORDER} />);
  await userEvent.click(await screen.findByRole('button', { name: '设为公共事项' }));
  await userEvent.type(await screen.findByLabelText(/统一口径/), '维保单位已到场');
  await userEvent.click(screen.getByRole('button', { name: /保\s?存/ }));
  expect(await screen.findByText('已新建公共事项 GG-009')).toBeTruthy();
  expect(sent).toMatchObject([
    { matter: { title: '10栋电梯停运', work_order_id: 'other', building_ids: ['b10'] } },
  ]);
});

test('the list shows what goes on, and what has ended with how', async () => {
  const ended = { ...NO_WATER, closed_at: NO_WATER.opened_at, outcome: '18:20 恢复供水' };
  serve({
    [`GET ${C}/public-matters`]: (request: Request) => ({
      items: [new URL(request.url).searchParams.get('closed') === 'true' ? ended : NO_WATER],
    }),
  });
  renderPage(<MattersPage />);
  expect(await screen.findByText(NO_WATER.answer)).toBeTruthy();
  await userEvent.click(screen.getByText('已结束'));
  expect(await screen.findByText('→ 18:20 恢复供水')).toBeTruthy();
});
