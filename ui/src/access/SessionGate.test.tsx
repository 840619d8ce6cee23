import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App, ConfigProvider } from 'antd';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '../app/App';
import { sessionLost } from '../shared/sessionLost';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { SessionGate } from './SessionGate';

const SESSION = { account_id: 'a1', name: '王芳', memberships: [] };
const NOBODY = new Refusal(401, { code: 'sign_in_needed' });

function openGate() {
  const router = createMemoryRouter(
    [
      {
        element: <SessionGate />,
        children: [{ path: '/c/x/desk', element: <input aria-label="内容" /> }],
      },
    ],
    { initialEntries: ['/c/x/desk'] },
  );
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
  return router;
}
async function signIn() {
  await userEvent.type(await screen.findByLabelText('手机号或账号'), '１３８ 1234 5678');
  await userEvent.type(screen.getByLabelText('密码'), 'correct-horse');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
}

afterEach(() => {
  vi.unstubAllGlobals();
  sessionLost.mend();
});

it('asks to sign in at the wanted address and opens it then', async () => {
  const sent = fakeServer({
    'GET /api/session': NOBODY,
    'GET /api/setup': { needs_setup: false },
    'POST /api/session': SESSION,
  });
  const router = openGate();
  await signIn();
  expect(await screen.findByLabelText('内容')).toBeTruthy();
  expect(router.state.location.pathname).toBe('/c/x/desk');
  const post = sent.mock.calls.map(([request]) => request).find((one) => one.method === 'POST');
  expect(await post?.clone().json()).toMatchObject({ login: '13812345678', device_name: '电脑' });
});

it('sends whoever finds no account yet to the link in the terminal', async () => {
  fakeServer({ 'GET /api/session': NOBODY, 'GET /api/setup': { needs_setup: true } });
  openGate();
  expect(await screen.findByText('尚未完成初始设置')).toBeTruthy();
  expect(screen.getByText(/服务器终端里显示的链接，完成初始设置/)).toBeTruthy();
});

it('keeps the page and what is typed when the session ends', async () => {
  fakeServer({ 'GET /api/session': SESSION, 'POST /api/session': SESSION });
  openGate();
  const field = await screen.findByLabelText('内容');
  await userEvent.type(field, '厨房漏水');
  act(() => {
    sessionLost.announce();
  });
  expect(await screen.findByText('登录已过期')).toBeTruthy();
  expect(screen.getByLabelText('内容')).toBe(field);
  await signIn();
  await waitFor(() => {
    expect(sessionLost.isLost()).toBe(false);
  });
  expect(screen.getByLabelText('内容')).toHaveProperty('value', '厨房漏水');
});

it('explains a server that cannot be reached and tries again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  openGate();
  expect(await screen.findByText(/连接不上服务器/, {}, { timeout: 10_000 })).toBeTruthy();
  fakeServer({ 'GET /api/session': SESSION });
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByLabelText('内容')).toBeTruthy();
});
