import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { NoticePanel } from './NoticePanel';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const HOUR = 3_600_000;

function notice(title: string, standing: 'present' | 'coming' | 'past', more = {}) {
  const now = Date.now();
  return {
    id: title,
    title,
    text: `${title}，预计修复后通知`,
    from_at: now - HOUR,
    until_at: now + HOUR,
    standing,
    written_by: 'he',
    written_by_name: '何主管',
    written_at: now - HOUR,
    version: 1,
    ...more,
  };
}

async function bodyOf(server: ReturnType<typeof fakeServer>, method: string): Promise<unknown> {
  const sent = server.mock.calls.map(([request]) => request).filter((r) => r.method === method);
  return sent.at(-1)?.clone().json();
}

test('the present ones are read at a glance, the coming ones wait behind a line', async () => {
  fakeServer({ [`GET ${C}/notices`]: [notice('3 栋停水', 'present'), notice('停电', 'coming')] });
  renderPage(<NoticePanel />);
  expect(await screen.findByText('3 栋停水，预计修复后通知')).toBeTruthy();
  expect(screen.getAllByText('何主管发布').length).toBe(2);
  const coming = screen.getByText('未到时间 1 条').closest('details');
  expect(coming?.open).toBe(false);
  expect(coming?.textContent).toContain('停电');
});

test('a notice takes a title, a text and one press for its end', async () => {
  const written = notice('3 栋停水', 'present');
  const server = fakeServer({
    [`GET ${C}/notices`]: [],
    [`POST ${C}/notices`]: written,
  });
  renderPage(<NoticePanel />);
  await userEvent.click(screen.getByRole('button', { name: /写须知/ }));
  await userEvent.type(screen.getByLabelText('标题'), '3 栋停水');
  await userEvent.type(screen.getByLabelText('内容'), '18 点恢复');
  await userEvent.click(screen.getByRole('button', { name: '本周日' }));
  await userEvent.click(screen.getByRole('button', { name: '发布' }));
  await waitFor(async () => {
    expect(await bodyOf(server, 'POST')).toMatchObject({ title: '3 栋停水', text: '18 点恢复' });
  });
  const body = (await bodyOf(server, 'POST')) as { from_at: number; until_at: number };
  expect(Math.abs(body.from_at - Date.now())).toBeLessThan(60_000);
  expect(body.until_at).toBeGreaterThan(body.from_at);
  expect(await screen.findByText('须知已发布')).toBeTruthy();
});

test('what is missing is told beside the form, which keeps what was typed', async () => {
  const errors = [{ pointer: '/until_at', detail: '截止时间应晚于开始时间，请核对' }];
  fakeServer({
    [`GET ${C}/notices`]: [],
    [`POST ${C}/notices`]: new Refusal(400, { code: 'invalid', detail: '填写有误', errors }),
  });
  renderPage(<NoticePanel />);
  await userEvent.click(screen.getByRole('button', { name: /写须知/ }));
  await userEvent.type(screen.getByLabelText('标题'), '停电');
  await userEvent.click(screen.getByRole('button', { name: '发布' }));
  expect(await screen.findByText(/截止时间应晚于开始时间/)).toBeTruthy();
  expect(screen.getByLabelText('标题')).toHaveProperty('value', '停电');
});

test('who edits what a colleague has changed sees both and keeps one', async () => {
  const stored = notice('3 栋停水', 'present', { text: '延到 20 点', version: 2 });
  let tries = 0;
  const server = fakeServer({
    [`GET ${C}/notices`]: [notice('3 栋停水', 'present')],
    [`PUT ${C}/notices/3%20%E6%A0%8B%E5%81%9C%E6%B0%B4`]: () => {
      tries += 1;
      return tries > 1 ? stored : new Refusal(409, { code: 'conflict', current: stored });
    },
  });
  renderPage(<NoticePanel />);
  await userEvent.click(await screen.findByRole('button', { name: '修改须知：3 栋停水' }));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('延到 20 点')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /我的/ }));
  await waitFor(async () => {
    expect(await bodyOf(server, 'PUT')).toMatchObject({ version: 2 });
  });
});

test('a notice is withdrawn after one question', async () => {
  const server = fakeServer({
    [`GET ${C}/notices`]: [notice('停电', 'present')],
    [`POST ${C}/notices/%E5%81%9C%E7%94%B5/withdraw`]: notice('停电', 'past'),
  });
  renderPage(<NoticePanel />);
  await userEvent.click(await screen.findByRole('button', { name: '撤回须知：停电' }));
  await userEvent.click(screen.getByRole('button', { name: '撤回' }));
  expect(await screen.findByText('已撤回')).toBeTruthy();
  expect(server.mock.calls.some(([request]) => request.url.endsWith('/withdraw'))).toBe(true);
});

test('on a phone it is one line until it is opened', async () => {
  fakeServer({ [`GET ${C}/notices`]: [notice('3 栋停水', 'present')] });
  renderPage(<NoticePanel folded />);
  const line = await screen.findByText(/今日须知 1 条/);
  expect(line.closest('details')?.open).toBe(false);
});
