import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { isErased } from './erased';
import { ErasureMenu } from './ErasureMenu';

const PATH = `POST /api/c/${DEMO_COMMUNITY.id}/privacy/erasures`;

function menu(onErased: () => Promise<void> = () => Promise.resolve()) {
  return (
    <ErasureMenu
      subject={{ kind: 'log_entry', id: 7 }}
      name="第 7 号"
      explain="将永久删除第 7 号记录的文字内容"
      onErased={onErased}
    />
  );
}

async function openDialog() {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '第 7 号更多操作' }));
  await user.click(await screen.findByText('依法删除个人信息'));
  await screen.findByText('删除后无法恢复');
  return user;
}

test('only who may erase has the menu', () => {
  renderPage(menu());
  expect(screen.queryByRole('button')).toBeNull();
});

test('the erasure asks for a reason of four characters and is sent with it', async () => {
  const sent: unknown[] = [];
  let renewed = 0;
  fakeServer({
    [PATH]: async (request: Request) => {
      sent.push(await request.json());
      return { seq: 12, texts: 1 };
    },
  });
  const onErased = () => {
    renewed += 1;
    return Promise.resolve();
  };
  renderPage(menu(onErased), { community: { verbs: new Set(['erase_personal_data']) } });
  const user = await openDialog();
  const erase = screen.getByRole('button', { name: '永久删除' });
  await user.type(screen.getByLabelText('删除事由'), '删除 ');
  expect(erase).toHaveProperty('disabled', true);
  await user.clear(screen.getByLabelText('删除事由'));
  await user.type(screen.getByLabelText('删除事由'), '住户来函要求删除');
  await user.click(erase);
  await waitFor(() => {
    expect(renewed).toBe(1);
  });
  expect(sent).toEqual([{ subject: { kind: 'log_entry', id: 7 }, reason: '住户来函要求删除' }]);
});

test('a refusal is shown where the reason was typed', async () => {
  const detail = '工单 BX20261124-001 尚未归档';
  fakeServer({ [PATH]: () => new Refusal(422, { code: 'order_not_archived', detail }) });
  renderPage(menu(), { community: { verbs: new Set(['erase_personal_data']) } });
  const user = await openDialog();
  await user.type(screen.getByLabelText('删除事由'), '住户来函要求删除');
  await user.click(screen.getByRole('button', { name: '永久删除' }));
  expect(await screen.findByText(detail)).toBeTruthy();
});

test('what is gone is told from what somebody wrote', () => {
  expect([null, '（个人信息已依法删除）', '灯坏', ''].map(isErased)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
