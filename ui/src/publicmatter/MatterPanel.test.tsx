import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { IntakeForm } from '../desk/IntakeForm';
import { IntakeProvider } from '../desk/IntakeProvider';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { MatterPanel } from './MatterPanel';
import { BUILDINGS, NO_WATER, NORTH_GATE } from './sample';

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
const desk = (
  <IntakeProvider>
    <IntakeForm focusAsked={0} />
    <MatterPanel />
  </IntakeProvider>
);

function serve(more: Record<string, unknown>) {
  return fakeServer({
    [`POST ${C}/callers/search`]: [LI],
    [`GET ${C}/work-orders`]: { items: [] },
    [`GET ${C}/buildings`]: BUILDINGS,
    [`GET ${C}/public-matters`]: { items: [NORTH_GATE, NO_WATER] },
    ...more,
  });
}

async function bodiesOf(server: ReturnType<typeof fakeServer>, path: string): Promise<unknown[]> {
  const sent = server.mock.calls
    .map(([request]) => request)
    .filter((request) => request.method === 'POST' && new URL(request.url).pathname === path);
  return Promise.all(sent.map((request) => request.clone().json()));
}

test('a repeat call is two touches beyond the lookup: the card, and +1', async () => {
  const path = `${C}/public-matters/m/calls`;
  const server = serve({
    [`POST ${path}`]: { contact: { id: 'c', number: 'JD-005' }, calls: 5 },
  });
  renderPage(desk);
  const lookup = screen.getByLabelText(/电话 \/ 房号/);
  await userEvent.type(lookup, '13611112222');
  await userEvent.click(await screen.findByRole('button', { name: '选择此住户' }));
  // The matter of the caller's building is marked, the other is not.
  expect(screen.getByText('登记人：3-1-1201 李**')).toBeTruthy();
  const marked = screen.getByText('本楼栋').closest('li');
  expect(within(marked as HTMLElement).getByText(NO_WATER.answer)).toBeTruthy();
  expect(screen.getAllByText('本楼栋')).toHaveLength(1);
  const plus = screen.getByRole('button', { name: '+1 登记此事 3栋停水' });
  await userEvent.click(plus);
  expect(await screen.findByText('已登记 JD-005，“3栋停水”共 5 次')).toBeTruthy();
  expect(await bodiesOf(server, path)).toMatchObject([
    { resident_id: 'li', call: { room: '3-1-1201', channel: 'call' } },
  ]);
  // The form is free for the next caller, and typing goes on in the lookup.
  expect(lookup).toHaveProperty('value', '');
  expect(document.activeElement).toBe(lookup);
  // The second half of a double click is no second call.
  await userEvent.click(plus);
  expect(await bodiesOf(server, path)).toHaveLength(1);
});

test('what was typed stays when the matter has ended meanwhile', async () => {
  const refusal = new Refusal(422, {
    code: 'public_matter_closed',
    detail: '该公共事项已结束，如情况再次发生，请新建公共事项',
  });
  serve({ [`POST ${C}/public-matters/m/calls`]: refusal });
  renderPage(desk);
  await userEvent.type(screen.getByLabelText('内容'), '家里没水');
  await userEvent.click(await screen.findByRole('button', { name: '+1 登记此事 3栋停水' }));
  expect(await screen.findByText(/该公共事项已结束/)).toBeTruthy();
  expect(screen.getByLabelText('内容')).toHaveProperty('value', '家里没水');
});

test('a new matter begins with what the caller said and the building of the caller', async () => {
  const path = `${C}/public-matters`;
  const server = serve({
    [`GET ${path}`]: { items: [] },
    [`POST ${path}`]: { id: 'm', number: 'GG-001' },
  });
  renderPage(desk);
  expect(await screen.findByText(/没有进行中的公共事项/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('房号'), '3栋1单元1201');
  await userEvent.type(screen.getByLabelText('内容'), '停水');
  await userEvent.click(screen.getByRole('button', { name: '新建公共事项' }));
  await userEvent.type(await screen.findByLabelText(/统一口径/), '正在抢修');
  await userEvent.click(screen.getByRole('button', { name: /保\s?存/ }));
  await waitFor(async () => {
    expect(await bodiesOf(server, path)).toMatchObject([
      {
        matter: { title: '停水', answer: '正在抢修', kind: 'repair', building_ids: ['b3'] },
        contact_id: null,
      },
    ]);
  });
});

test('who may not take calls reads the answers and taps nothing', async () => {
  serve({});
  renderPage(
    <IntakeProvider>
      <MatterPanel />
    </IntakeProvider>,
    { community: { verbs: new Set(['read_desk']) } },
  );
  expect(await screen.findByText(NO_WATER.answer)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('on a phone what concerns the caller stands under the caller, not only below the form', async () => {
  const media = vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) =>
      ({
        matches: query === '(max-width: 767px)',
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }) as unknown as MediaQueryList,
  );
  serve({});
  renderPage(desk);
  await screen.findByRole('button', { name: '+1 登记此事 3栋停水' });
  await userEvent.type(screen.getByLabelText(/电话 \/ 房号/), '3-1-1201');
  await waitFor(() => {
    expect(screen.getAllByRole('button', { name: '+1 登记此事 3栋停水' })).toHaveLength(2);
  });
  expect(screen.getAllByRole('button', { name: '+1 登记此事 北门施工' })).toHaveLength(1);
  media.mockRestore();
});
