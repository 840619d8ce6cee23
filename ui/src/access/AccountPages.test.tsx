import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import type { Verb } from '../shared/community';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import AccountsPage from './AccountsPage';
import FirstPasswordNotice from './FirstPasswordNotice';
import MyAccountPage from './MyAccountPage';
import { SessionContext, type Session } from './session';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const SESSION: Session = {
  session_id: 's1',
  account_id: 'a1',
  login: 'wangfang',
  name: '王芳',
  password_is_initial: true,
  has_pin: false,
  server_now: 0,
  memberships: [],
};
const DEVICES = [
  { id: 's2', device_name: '旧手机', created_at: 0, last_seen_at: 0, current: false },
  { id: 's1', device_name: '前台电脑', created_at: 0, last_seen_at: 0, current: true },
];
const ACCOUNTS = [
  {
    account_id: 'a2',
    person_id: 'p2',
    person_name: '张丽',
    login: 'zhangli',
    has_pin: false,
    disabled: false,
  },
  {
    account_id: 'a1',
    person_id: DEMO_COMMUNITY.personId,
    person_name: '王芳',
    login: 'wangfang',
    has_pin: true,
    disabled: false,
  },
];

const signedIn = (page: ReactElement, session: Partial<Session> = {}) => (
  <SessionContext value={{ ...SESSION, ...session }}>{page}</SessionContext>
);

test('one’s own password is changed with the old one, and a wrong old one is said', async () => {
  let sent: unknown;
  fakeServer({
    'GET /api/sessions': DEVICES,
    'PUT /api/session/password': async (request: Request) => {
      sent = await request.clone().json();
      return new Refusal(422, { code: 'wrong_password', detail: '当前密码不正确' });
    },
  });
  renderPage(signedIn(<MyAccountPage />));
  const user = userEvent.setup();
  expect(screen.getByText(/当前是他人设置的初始密码/)).toBeTruthy();
  await user.type(screen.getByLabelText('当前密码'), 'first-one');
  await user.type(screen.getByLabelText('新密码'), 'my-own-1234');
  await user.type(screen.getByLabelText('再次输入密码'), 'my-own-12345');
  await user.click(screen.getByRole('button', { name: '修改密码' }));
  expect(await screen.findByText('两次输入的密码不一致')).toBeTruthy();
  expect(sent).toBeUndefined();
  await user.type(screen.getByLabelText('再次输入密码'), '{Backspace}');
  await user.click(screen.getByRole('button', { name: '修改密码' }));
  expect(await screen.findByText('当前密码不正确')).toBeTruthy();
  expect(sent).toEqual({ old_password: 'first-one', password: 'my-own-1234' });
});

test('an easy password is said before it is sent, and what the server refuses at its field', async () => {
  const sent: unknown[] = [];
  fakeServer({
    'GET /api/sessions': DEVICES,
    'PUT /api/session/password': async (request: Request) => {
      sent.push(await request.clone().json());
      const errors = [{ pointer: '/password', detail: '这个密码太容易被猜到' }];
      return new Refusal(400, { code: 'invalid', detail: '填写的内容有误', errors });
    },
  });
  renderPage(signedIn(<MyAccountPage />));
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('当前密码'), 'first-one');
  await user.type(screen.getByLabelText('新密码'), 'WangFang');
  await user.type(screen.getByLabelText('再次输入密码'), 'WangFang');
  await user.click(screen.getByRole('button', { name: '修改密码' }));
  expect(await screen.findByText(/太容易被猜到，请换一个/)).toBeTruthy();
  expect(sent).toEqual([]);
  for (const field of ['新密码', '再次输入密码']) {
    await user.clear(screen.getByLabelText(field));
    // The phone number of the account, which only the server knows.
    await user.type(screen.getByLabelText(field), '13800138000');
  }
  await user.click(screen.getByRole('button', { name: '修改密码' }));
  expect(await screen.findByText(/新密码.*这个密码太容易被猜到/)).toBeTruthy();
  expect(sent).toHaveLength(1);
});

test('a lost device is signed out, this one is not offered', async () => {
  const ended: string[] = [];
  fakeServer({
    'GET /api/sessions': DEVICES,
    'DELETE /api/sessions/s2': () => {
      ended.push('s2');
      return null;
    },
  });
  renderPage(signedIn(<MyAccountPage />));
  const devices = await screen.findByRole('region', { name: '已登录的设备' });
  await userEvent.click(await within(devices).findByRole('button'));
  await waitFor(() => {
    expect(ended).toEqual(['s2']);
  });
});

test('a first password is said on every page, then a missing PIN, then nothing', () => {
  const shown = (session: Partial<Session>) => {
    const { container, unmount } = renderPage(signedIn(<FirstPasswordNotice />, session));
    const text = container.textContent;
    unmount();
    return text;
  };
  expect(shown({})).toContain('初始密码');
  expect(shown({ password_is_initial: false })).toContain('还没有设置签名密码');
  expect(shown({ password_is_initial: false, has_pin: true })).toBe('');
});

test('a new account gets a generated password that is shown once', async () => {
  let sent: Record<string, string> = {};
  fakeServer({
    [`GET ${C}/accounts`]: ACCOUNTS,
    [`GET ${C}/staff`]: [{ id: 'p3', name: '郑晓红', department: '客服部', left_on: null }],
    [`POST ${C}/accounts`]: async (request: Request) => {
      sent = (await request.clone().json()) as Record<string, string>;
      return { account_id: 'a3' };
    },
  });
  const verbs = new Set<Verb>(['unlock_accounts', 'manage_accounts']);
  renderPage(<AccountsPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /开通账号/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('combobox'));
  await user.click(await screen.findByText('郑晓红 · 客服部'));
  await user.type(within(dialog).getByLabelText('账号'), 'zhengxh');
  await user.click(within(dialog).getByRole('button', { name: '开通账号' }));
  await screen.findByText('郑晓红的初始密码');
  expect(sent).toMatchObject({ person_id: 'p3', login: 'zhengxh' });
  expect(sent.password).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect(screen.getByText(sent.password ?? '')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '已记下，关闭' }));
  await waitFor(() => {
    expect(screen.queryByText(sent.password ?? '')).toBeNull();
  });
});

test('a reset is asked first; one’s own account is not managed here', async () => {
  const reset: unknown[] = [];
  fakeServer({
    [`GET ${C}/accounts`]: ACCOUNTS,
    [`PUT ${C}/accounts/p2/password`]: async (request: Request) => {
      reset.push(await request.clone().json());
      return null;
    },
  });
  const verbs = new Set<Verb>(['unlock_accounts', 'manage_accounts']);
  renderPage(<AccountsPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '重置张丽的密码' }));
  expect(screen.queryByRole('button', { name: '重置王芳的密码' })).toBeNull();
  expect(reset).toEqual([]);
  await user.click(await screen.findByRole('button', { name: '重置密码' }));
  expect(await screen.findByText('张丽的初始密码')).toBeTruthy();
  expect(reset).toHaveLength(1);
});

test('a supervisor ends the wait of a colleague and can do no more', async () => {
  const unlocked: string[] = [];
  fakeServer({
    [`GET ${C}/accounts`]: ACCOUNTS,
    [`POST ${C}/accounts/p2/unlock`]: () => {
      unlocked.push('p2');
      return null;
    },
  });
  renderPage(<AccountsPage />, { community: { verbs: new Set<Verb>(['unlock_accounts']) } });
  await userEvent.click(await screen.findByRole('button', { name: '解除张丽的登录等待' }));
  expect(await screen.findByText('已解除张丽的登录和签名等待')).toBeTruthy();
  expect(unlocked).toEqual(['p2']);
  expect(screen.queryByRole('button', { name: /重置|停用|开通/ })).toBeNull();
});
