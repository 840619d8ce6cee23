import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { HelpButton, HelpCalls } from './HelpButton';

const PATH = `/api/c/${DEMO_COMMUNITY.id}/help-calls`;

function help(more = {}) {
  return {
    id: 'h',
    post_id: 'desk',
    post_name: '客户服务中心前台',
    caller_id: 'zhang',
    caller_name: '张丽',
    called_at: Date.now(),
    called: ['南门岗', '何静'],
    answers: [],
    ...more,
  };
}

const Desk = () => (
  <>
    <HelpButton />
    <HelpCalls />
  </>
);

const press = () => userEvent.click(screen.getByRole('button', { name: /呼叫支援/ }));

test('one press calls, and who comes is told', async () => {
  let called = false;
  const server = fakeServer({
    [`GET ${PATH}`]: () =>
      called
        ? [help({ answers: [{ name: '陈勇', answered_at: Date.now(), answer: 'coming' }] })]
        : [],
    [`POST ${PATH}`]: () => {
      called = true;
      return { call: help(), again: false };
    },
  });
  renderPage(<Desk />);
  await press();
  expect(await screen.findByText(/已呼叫：南门岗、何静/)).toBeTruthy();
  expect(screen.getByText(/陈勇：马上到场/)).toBeTruthy();
  const posts = server.mock.calls.filter(([request]) => request.method === 'POST');
  expect(posts.length).toBe(1);
});

test('a second press says that it rings already', async () => {
  fakeServer({
    [`GET ${PATH}`]: [help()],
    [`POST ${PATH}`]: { call: help(), again: true },
  });
  renderPage(<Desk />);
  await press();
  expect(await screen.findByText(/无需重复/)).toBeTruthy();
  expect(screen.getByText('等待答复')).toBeTruthy();
});

test('who reaches nobody is told to dial', async () => {
  fakeServer({ [`GET ${PATH}`]: [help({ called: [] })] });
  renderPage(<Desk />);
  expect(await screen.findByText(/请直接拨打 110/)).toBeTruthy();
});

test('a call that did not go out says so', async () => {
  fakeServer({
    [`GET ${PATH}`]: [],
    [`POST ${PATH}`]: new Refusal(503, { code: 'unavailable', detail: '服务器繁忙' }),
  });
  renderPage(<Desk />);
  await press();
  await waitFor(() => {
    expect(screen.getByRole('alert').textContent).toContain('未能呼叫出去');
  });
});

test('who holds no post has no such button', () => {
  fakeServer({});
  renderPage(<Desk />, { community: { verbs: new Set(['read_desk']) } });
  expect(screen.queryByRole('button', { name: /呼叫支援/ })).toBeNull();
});
