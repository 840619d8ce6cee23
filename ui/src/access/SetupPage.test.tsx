import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { renderPage } from '../testing/renderPage';
import SetupPage from './SetupPage';

const OFFER = { presets: [{ key: 'r01', title: '值班制度', summary: '白班客服、夜班维修' }] };
const FILLED = {
  community_id: '01900000-0000-7000-8000-0000000000c1',
  password: 'zhishou-demo',
  pin: '2468',
  accounts: [{ login: 'hejing', name: '何静', department: '客服部' }],
};

function openPage() {
  renderPage(
    <Routes>
      <Route path="/setup/:token" element={<SetupPage />} />
    </Routes>,
    { at: '/setup/once' },
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('loads the demo when asked, and shows with which accounts to look around', async () => {
  const sent = fakeServer({
    'GET /api/setup/once': OFFER,
    'POST /api/setup/once/demo': FILLED,
  });
  openPage();
  await userEvent.click(await screen.findByRole('button', { name: '先看演示' }));
  await screen.findByRole('heading', { name: '演示小区已就绪' });
  expect(screen.getByText(/密码/).textContent).toContain('zhishou-demo');
  const accounts = screen.getByRole('table', { name: '演示账号' });
  expect(within(accounts).getAllByRole('row')).toHaveLength(2);
  within(accounts).getByRole('row', { name: /hejing 何静 客服部/ });
  const enter = screen.getByRole('link', { name: '进入演示小区' });
  expect(enter.getAttribute('href')).toBe(`/c/${FILLED.community_id}`);
  expect(sent.mock.calls.filter(([request]) => request.method === 'POST')).toHaveLength(1);
});

it('says why the demo cannot be loaded and leaves the form as it was', async () => {
  fakeServer({
    'GET /api/setup/once': OFFER,
    'POST /api/setup/once/demo': new Refusal(422, {
      code: 'installation_not_empty',
      detail: '已有小区，演示数据只能在初始设置之前载入；请换一个空的数据目录',
    }),
  });
  openPage();
  await userEvent.type(await screen.findByLabelText('小区名称'), '和安花园');
  await userEvent.click(screen.getByRole('button', { name: '先看演示' }));
  await screen.findByText(/演示数据只能在初始设置之前载入/);
  expect(screen.getByLabelText<HTMLInputElement>('小区名称').value).toBe('和安花园');
});

it('tells a link that has expired from one that was used', async () => {
  fakeServer({ 'GET /api/setup/once': new Refusal(422, { code: 'setup_link_spent' }) });
  openPage();
  await screen.findByText(/重新启动值守，终端会显示新的链接/);
  expect(screen.queryByRole('button', { name: '去登录' })).toBeNull();
});

it('sends whoever opens a used link to sign in', async () => {
  fakeServer({ 'GET /api/setup/once': new Refusal(422, { code: 'already_set_up' }) });
  openPage();
  await screen.findByText('初始设置已经完成');
  expect(screen.queryByText(/重新启动/)).toBeNull();
  const toSignIn = screen.getByRole('link', { name: '去登录' });
  expect(toSignIn.getAttribute('href')).toBe('/');
});
