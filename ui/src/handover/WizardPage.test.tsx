import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Route, Routes } from 'react-router';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import type { NextHandover } from './model';
import { ResolveButton } from './EndingDialogs';
import { handoverOf, itemOf, nextOf, openOf, POST, WANG, ZHANG } from './sample';
import WizardPage from './WizardPage';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const BOARD = { now_at: 0, posts: [], people: [] };
const ID = handoverOf({}).handover_id;

function open(next: NextHandover, more: Record<string, unknown> = {}, personId?: string) {
  const server = fakeServer({
    [`GET ${C}/posts/${POST}/handover`]: next,
    [`GET ${C}/coverage`]: BOARD,
    ...more,
  });
  renderPage(
    <Routes>
      <Route path="/c/:community/handover/post/:post" element={<WizardPage />} />
    </Routes>,
    {
      at: `/c/${DEMO_COMMUNITY.id}/handover/post/${POST}`,
      ...(personId ? { community: { personId } } : {}),
    },
  );
  return server;
}

test('“as at the start of the shift” leaves three lines to be counted, the rest is sent', async () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((id) => itemOf(id, 2, null));
  const counting: Request[] = [];
  open(nextOf(handoverOf({ items })), {
    [`POST ${C}/handovers/${ID}/count`]: (request: Request) => {
      counting.push(request.clone());
      return handoverOf({ items });
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '与接班时一致' }));
  expect(screen.getAllByText('抽点')).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: '保存，下一步' }));
  await waitFor(() => {
    expect(counting).toHaveLength(1);
  });
  const body = (await counting[0]?.json()) as { counts: unknown[] };
  expect(body.counts).toHaveLength(2);
  expect(await screen.findByRole('heading', { name: '检查项' })).toBeTruthy();
});

test('who goes to another step while the counts are saved stays there', async () => {
  const items = [itemOf('a', 2, null)];
  let saved: () => void = () => undefined;
  const saving = new Promise<void>((done) => {
    saved = done;
  });
  open(nextOf(handoverOf({ items })), {
    [`POST ${C}/handovers/${ID}/count`]: async () => {
      await saving;
      return handoverOf({ items });
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '保存，下一步' }));
  await user.click(screen.getByRole('button', { name: /签字/ }));
  expect(await screen.findByRole('heading', { name: '签字' })).toBeTruthy();
  saved();
  await new Promise((later) => setTimeout(later, 50));
  expect(screen.getByRole('heading', { name: '签字' })).toBeTruthy();
});

test('an order is confirmed as a slip with its own number in one tap', async () => {
  const handover = handoverOf({ open: [openOf('x', true)], checks: [] });
  const decided: Request[] = [];
  open(nextOf(handover), {
    [`POST ${C}/handovers/${ID}/dispose`]: (request: Request) => {
      decided.push(request.clone());
      return handover;
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '确认转工单' }));
  await waitFor(() => {
    expect(decided).toHaveLength(1);
  });
  expect(await decided[0]?.json()).toEqual({
    subject_ids: ['x'],
    disposition: { kind: 'confirmed_as_slip', slip: 'BX-1' },
  });
});

test('what keeps from signing leads to the step where it is mended', async () => {
  open(nextOf(handoverOf({ checks: [], fitness: null }), 'fitness_needed'));
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /6 签字/ }));
  await user.click(screen.getByRole('button', { name: '去处理' }));
  expect(screen.getByRole('heading', { name: '接班人状态' })).toBeTruthy();
});

function line(key: string, side: 'outgoing' | 'incoming' | 'both') {
  return { key, text: key, text_en: '', side, checked: null };
}

test('the outgoing person ticks what is theirs; the lines of the other side ask for that PIN', async () => {
  const checks = [line('log', 'outgoing'), line('phone', 'both'), line('area', 'incoming')];
  const handover = handoverOf({ checks });
  const ticked: Request[] = [];
  const tick = (request: Request) => {
    ticked.push(request.clone());
    return handover;
  };
  open(nextOf(handover), { [`POST ${C}/handovers/${ID}/check`]: tick }, WANG);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '其余 2 项均正常' }));
  await waitFor(() => {
    expect(ticked).toHaveLength(2);
  });
  const keys = await Promise.all(ticked.map((one) => one.json() as Promise<{ key: string }>));
  expect(keys.map((one) => one.key)).toEqual(['log', 'phone']);
  await user.click(screen.getByRole('button', { name: /张丽确认：1 项均正常/ }));
  await user.type(await screen.findByLabelText(/签名密码/), '2468{Enter}');
  await waitFor(() => {
    expect(ticked).toHaveLength(3);
  });
  expect(await ticked[2]?.json()).toEqual({
    person_id: ZHANG,
    pin: '2468',
    key: 'area',
    in_order: true,
    note: '',
  });
});

test('ticking by PIN goes on where it was stopped, and ticks no line twice', async () => {
  const checks = ['area', 'lamp', 'keys'].map((key) => line(key, 'incoming'));
  const handover = handoverOf({ checks });
  const ticked: { key: string; pin: string }[] = [];
  const ids: (string | null)[] = [];
  const tick = async (request: Request) => {
    ticked.push((await request.clone().json()) as (typeof ticked)[number]);
    ids.push(request.headers.get('Idempotency-Key'));
    if (ticked.length === 2) return new Refusal(422, { status: 422, code: 'pin_wrong' });
    if (ticked.length === 4) return new Refusal(500, { status: 500, code: 'internal' });
    return handover;
  };
  open(nextOf(handover), { [`POST ${C}/handovers/${ID}/check`]: tick }, WANG);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /2 检查项/ }));
  await user.click(screen.getByRole('button', { name: /张丽确认：3 项均正常/ }));
  const enter = async (expected: number) => {
    const field = await screen.findByLabelText(/签名密码/);
    await waitFor(() => {
      expect(field).toHaveProperty('value', '');
    });
    await user.type(field, '2468{Enter}');
    await waitFor(() => {
      expect(ticked).toHaveLength(expected);
    });
  };
  await enter(2);
  await enter(4);
  await enter(5);
  expect(ticked.map((one) => one.key)).toEqual(['area', 'lamp', 'lamp', 'keys', 'keys']);
  // No clear answer came to the fourth, so the fifth is the same act; the others are acts of their own.
  expect(ids[4]).toBe(ids[3]);
  expect(new Set(ids).size).toBe(4);
  await waitFor(() => {
    expect(screen.queryByLabelText(/签名密码/)).toBeNull();
  });
});

test('who was found unfit is not offered as the one who takes the post', async () => {
  const fitness = { fit: false, note: '酒气明显', by: WANG, at: 0 };
  const progress = { state: 'refused', by: WANG, reason: '酒气明显', at: 0 } as const;
  const handover = handoverOf({ checks: [], fitness, progress });
  const people = [
    { person_id: WANG, name: '王强' },
    { person_id: ZHANG, name: '张丽' },
  ];
  fakeServer({ [`GET ${C}/coverage`]: { ...BOARD, people } });
  renderPage(<ResolveButton handover={handover} onDone={() => Promise.resolve()} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button'));
  await user.click(await screen.findByRole('radio', { name: /交班人/ }));
  await user.type(screen.getByLabelText('裁定原因'), '另行安排');
  const decide = screen.getAllByRole('button', { name: '负责人裁定' }).at(-1);
  expect(decide?.hasAttribute('disabled')).toBe(true);
  await user.click(screen.getByRole('combobox'));
  expect(screen.queryByRole('option', { name: '张丽' })).toBeNull();
});

test('a third person fills nothing in until one of the sides takes the pen by PIN', async () => {
  const stranger = '01900000-0000-7000-8000-0000000000ff';
  open(nextOf(handoverOf({ items: [itemOf('a', 1, null)] })), {}, stranger);
  const same = await screen.findByRole('button', { name: '与接班时一致' });
  expect(same.hasAttribute('disabled')).toBe(true);
  expect(screen.getByRole('button', { name: '由交接双方填写' })).toBeTruthy();
});
