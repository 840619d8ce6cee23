import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import StaffComplaintsPage from './StaffComplaintsPage';
import { TakeStaffComplaint } from './TakeStaffComplaint';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const OPEN = {
  id: 'k',
  number: 'TY20261124-001',
  about_id: 'zhang',
  about_name: '张丽',
  channel: 'call',
  happened_at: Date.UTC(2026, 10, 24, 2),
  taken_by_name: '张丽',
  room: '3-2-1201',
  caller_name_masked: '单**',
  caller_phone_masked: '138****1234',
  content: '说话太冲',
  state: { stage: 'open' },
  reply_due_at: Date.UTC(2026, 10, 25, 2),
  reply: '',
  outcome: '',
};

test('an open complaint is answered, its number free to see, and ends only when withdrawn', async () => {
  const replies: unknown[] = [];
  fakeServer({
    [`GET ${C}/staff-complaints`]: [OPEN],
    [`POST ${C}/staff-complaints/k/reveal`]: { name: '单雄信', phone: '13800001234' },
    [`POST ${C}/staff-complaints/k/reply`]: async (request: Request) => {
      replies.push(await request.json());
      return null;
    },
  });
  renderPage(<StaffComplaintsPage />);
  const card = await screen.findByRole('listitem', { name: OPEN.number });
  expect(within(card).getByText('说话太冲')).toBeTruthy();
  await userEvent.click(within(card).getByRole('button', { name: /查看完整号码/ }));
  expect(await within(card).findByText(/138 0000 1234/)).toBeTruthy();
  await userEvent.click(within(card).getByRole('button', { name: /办\s?结/ }));
  expect(screen.getAllByRole('radio')).toHaveLength(1);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(within(card).getByRole('button', { name: '答复投诉人' }));
  await userEvent.type(screen.getByLabelText('怎样答复的'), '已致歉');
  const dialog = screen.getByRole('dialog', { name: /答复投诉人 TY/ });
  await userEvent.click(within(dialog).getByRole('button', { name: '答复投诉人' }));
  await waitFor(() => {
    expect(replies).toEqual([{ text: '已致歉' }]);
  });
});

test('taken at the desk, it leaves the form', async () => {
  const taken: unknown[] = [];
  fakeServer({
    [`GET ${C}/staff`]: [{ id: 'zhang', name: '张丽', department: '客服部', left_on: null }],
    [`POST ${C}/staff-complaints`]: async (request: Request) => {
      taken.push(await request.json());
      return { id: 'k', number: 'TY20261124-001' };
    },
  });
  const onTaken = vi.fn();
  const begun = { channel: 'call', room: '3-2-1201', content: '挂我电话' } as const;
  renderPage(<TakeStaffComplaint begun={begun} onTaken={onTaken} />);
  await userEvent.click(screen.getByRole('button', { name: '投诉工作人员' }));
  await userEvent.click(screen.getByRole('button', { name: /登\s?记/ }));
  await waitFor(() => {
    expect(onTaken).toHaveBeenCalled();
  });
  expect(taken).toEqual([{ channel: 'call', room: '3-2-1201', content: '挂我电话' }]);
});
