import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import CaseListPage from './CaseListPage';
import { sampleCase, sampleLine } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const none = { items: [], next_cursor: null };

test('open cases stand by their deadline, with how long they still have', async () => {
  const soon = sampleLine({
    id: 'soon',
    number: 'WB-2',
    due_at: Date.now() + 3_600_000,
    source: 'street_office',
    source_name: '湖滨街道',
  });
  const late = sampleLine({ id: 'late', number: 'WB-1', due_at: Date.now() - 3_600_000 });
  const asked: string[] = [];
  fakeServer({
    [`GET ${C}/external-cases`]: (request: Request) => {
      asked.push(new URL(request.url).search);
      return { items: [soon, late], next_cursor: null };
    },
  });
  renderPage(<CaseListPage />);
  const rows = await screen.findAllByRole('link', { name: /WB-/ });
  expect(rows.map((row) => row.getAttribute('href'))).toEqual([
    `/c/${DEMO_COMMUNITY.id}/externalcase/late`,
    `/c/${DEMO_COMMUNITY.id}/externalcase/soon`,
  ]);
  expect(screen.getByText(/已超时/)).toBeTruthy();
  expect(screen.getByText('湖滨街道')).toBeTruthy();
  expect(asked[0]).toContain('stage=open');
  await userEvent.click(screen.getByText('已结案'));
  await waitFor(() => {
    expect(asked.at(-1)).toContain('stage=closed');
  });
});

test('a case is taken with an order in one act, and what is wrong is said by its field', async () => {
  const sent: unknown[] = [];
  fakeServer({
    [`GET ${C}/external-cases`]: none,
    [`GET ${C}/contacts`]: none,
    [`POST ${C}/external-cases`]: async (request: Request) => {
      sent.push(await request.json());
      return sampleCase({ work_order_id: 'w', work_order_number: 'BX-1' });
    },
  });
  renderPage(<CaseListPage />, {
    community: { verbs: new Set(['read_desk', 'take_contact', 'register_work_order']) },
  });
  expect(await screen.findByText('没有待回复的转办件')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /登记转办/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const save = dialog.getByRole('button', { name: '登记' });
  await userEvent.click(save);
  expect(await dialog.findByText(/请填写来源要求的回复时限/)).toBeTruthy();
  await userEvent.type(dialog.getByLabelText('来源编号'), '20261124008231');
  await userEvent.click(dialog.getByRole('button', { name: '3 天后 17:00' }));
  await userEvent.type(dialog.getByLabelText('诉求内容'), '路灯不亮');
  await userEvent.click(dialog.getByRole('radio', { name: '同时开新工单' }));
  await userEvent.click(save);
  expect(await screen.findByText('已登记 WB20261124-001，工单 BX-1')).toBeTruthy();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    source: 'hotline',
    external_number: '20261124008231',
    content: '路灯不亮',
    work_order: { kind: 'repair', urgency: 'normal' },
  });
});
