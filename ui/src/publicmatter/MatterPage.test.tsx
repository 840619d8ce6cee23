import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, test, vi } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import MatterPage from './MatterPage';
import { BUILDINGS, NO_WATER, NOTICE } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const CALL = {
  id: 'c',
  number: 'JD-005',
  channel: 'call',
  happened_at: NO_WATER.opened_at,
  room: '3-1-1201',
  caller_name_masked: '李**',
  caller_phone_masked: '136****2222',
  content: '3栋停水',
  taken_by_name: '王芳',
};

function open(more: Record<string, unknown> = {}) {
  const server = fakeServer({
    [`GET ${C}/public-matters/m`]: NO_WATER,
    [`GET ${C}/public-matters/m/notice`]: NOTICE,
    [`GET ${C}/public-matters/m/calls`]: { items: [CALL] },
    [`GET ${C}/buildings`]: BUILDINGS,
    [`GET ${C}/work-orders`]: { items: [] },
    ...more,
  });
  renderPage(
    <Routes>
      <Route path="/c/:community/publicmatter/:id" element={<MatterPage />} />
    </Routes>,
    { at: `/c/${DEMO_COMMUNITY.id}/publicmatter/m` },
  );
  return server;
}

test('the notice is copied as text, also where the browser has no clipboard', async () => {
  open();
  expect(await screen.findByText('涉及 96 户')).toBeTruthy();
  expect(screen.getByRole('heading', { name: '关于3栋停水的通知' })).toBeTruthy();
  expect(await screen.findByText('136****2222')).toBeTruthy();
  const copied: string[] = [];
  const user = userEvent.setup();
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  const execCommand = () => {
    // The last one: the library measures heights in a field of its own there.
    const fields = document.querySelectorAll<HTMLTextAreaElement>('body > textarea');
    copied.push([...fields].at(-1)?.value ?? '');
    return true;
  };
  Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand });
  await user.click(screen.getByRole('button', { name: '复制文字' }));
  expect(await screen.findByText(/可粘贴到业主群/)).toBeTruthy();
  expect(copied).toEqual([NOTICE.text]);
  Reflect.deleteProperty(document, 'execCommand');
});

test('two who change it see both versions', async () => {
  const theirs = { ...NO_WATER, answer: '改为 20:00 恢复供水', version: 2 };
  const sent: unknown[] = [];
  open({
    [`PUT ${C}/public-matters/m`]: async (request: Request) => {
      const body = (await request.json()) as { version: number };
      sent.push(body);
      return body.version === 1
        ? new Refusal(409, { code: 'conflict', detail: '内容已被他人修改', current: theirs })
        : null;
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '修改' }));
  const answer = await screen.findByLabelText(/统一口径/);
  await userEvent.clear(answer);
  await userEvent.type(answer, '改为 19:00 恢复供水');
  await userEvent.click(screen.getByRole('button', { name: /保\s?存/ }));
  expect(await screen.findByText('改为 20:00 恢复供水')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '保留我的' }));
  await waitFor(() => {
    expect(sent).toMatchObject([
      { version: 1 },
      { version: 2, matter: { answer: '改为 19:00 恢复供水', building_ids: ['b3'] } },
    ]);
  });
});

test('it ends with what became of it', async () => {
  const sent: unknown[] = [];
  open({
    [`POST ${C}/public-matters/m/close`]: async (request: Request) => {
      sent.push(await request.json());
      return null;
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '结束' }));
  await userEvent.type(await screen.findByLabelText('结束情况'), '18:20 恢复供水');
  const buttons = screen.getAllByRole('button', { name: '结束' });
  await userEvent.click(buttons.at(-1) as HTMLElement);
  expect(await screen.findByText('公共事项已结束')).toBeTruthy();
  expect(sent).toEqual([{ outcome: '18:20 恢复供水' }]);
});
