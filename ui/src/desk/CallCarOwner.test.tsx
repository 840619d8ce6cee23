import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { CallCarOwner } from './CallCarOwner';
import type { Contact } from './model';

const C = `/api/c/${DEMO_COMMUNITY.id}`;

function contactOf(takenBy: string): Contact {
  return { id: 'c', number: 'JD-004', plate: '鄂A12345', taken_by: takenBy } as Contact;
}

test('whoever took the call sees the owner at once and ends the matter in one tap', async () => {
  const settled: unknown[] = [];
  fakeServer({
    [`POST ${C}/contacts/c/car-owner`]: {
      room_code: '3-2-1201',
      people: [{ name: '仇英', phone: '13800001234' }],
    },
    [`POST ${C}/contacts/c/settle`]: async (request: Request) => {
      settled.push(await request.json());
      return null;
    },
  });
  const onSettled = vi.fn(() => Promise.resolve());
  renderPage(<CallCarOwner contact={contactOf(DEMO_COMMUNITY.personId)} onSettled={onSettled} />);
  await userEvent.click(screen.getByRole('button', { name: '联系车主' }));
  const number = await screen.findByRole('link', { name: /138/ });
  expect(number.getAttribute('href')).toBe('tel:13800001234');
  await userEvent.click(screen.getByRole('button', { name: '已联系车主，马上来挪' }));
  await waitFor(() => {
    expect(onSettled).toHaveBeenCalled();
  });
  expect(settled).toEqual([{ outcome: '已联系车主，马上来挪' }]);
});

test('somebody else says why first', async () => {
  const asked: unknown[] = [];
  fakeServer({
    [`POST ${C}/contacts/c/car-owner`]: async (request: Request) => {
      asked.push(await request.json());
      return { room_code: null, people: [] };
    },
  });
  renderPage(<CallCarOwner contact={contactOf('somebody')} onSettled={() => Promise.resolve()} />);
  await userEvent.click(screen.getByRole('button', { name: '联系车主' }));
  expect(asked).toEqual([]);
  await userEvent.type(screen.getByLabelText('查看原因'), '核对车辆归属');
  await userEvent.click(screen.getByRole('button', { name: '查看完整号码' }));
  expect(await screen.findByText('该车牌未登记，可能是外来车辆。')).toBeTruthy();
  expect(asked).toEqual([{ reason: '核对车辆归属' }]);
});
