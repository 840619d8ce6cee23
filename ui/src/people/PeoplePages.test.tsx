import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Verb } from '../shared/community';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import HomesPage from './HomesPage';
import PostsPage from './PostsPage';
import StaffPage from './StaffPage';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const verbs = new Set<Verb>([
  'read_people',
  'edit_people',
  'reveal_personal_data',
  'read_desk',
  'take_contact',
  'read_handover',
  'resolve_handover',
]);
const WANG = {
  id: 'w',
  name: '王强',
  department: '工程部',
  joined_on: '2026-01-01',
  left_on: null,
  phone_masked: '139****0003',
  roles: ['repairer'],
  skills: ['低压电工证'],
  has_identity_number: false,
  version: 4,
};
const LI = {
  id: 'li',
  room_id: 'r',
  room_code: '3-1-1201',
  name_masked: '李**',
  phone_masked: '136****2222',
  relation: 'owner',
  note: '',
  moved_out_on: null,
  version: 2,
};
const ROOM = { id: 'r', building: '3栋', unit: '1单元', number: '1201', code: '3-1-1201' };

/** Answers a change and keeps what was sent. */
function recorder(answer: unknown = null) {
  const sent: unknown[] = [];
  const take = async (request: Request) => {
    sent.push(await request.clone().json());
    return typeof answer === 'function' ? (answer as () => unknown)() : answer;
  };
  return { sent, take };
}

test('a changed department leaves the untouched phone out of the body', async () => {
  const put = recorder();
  fakeServer({ [`GET ${C}/staff`]: [WANG], [`PUT ${C}/staff/w`]: put.take });
  renderPage(<StaffPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '修改 王强' }));
  const department = await screen.findByRole('combobox', { name: /^部门/ });
  await user.clear(department);
  await user.type(department, '维修部');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => {
    expect(put.sent).toHaveLength(1);
  });
  expect(put.sent[0]).toEqual({
    version: 4,
    staff: {
      name: '王强',
      department: '维修部',
      roles: ['repairer'],
      skills: ['低压电工证'],
      joined_on: '2026-01-01',
      left_on: null,
    },
  });
});

test('two people at once: both versions are shown, and mine is saved over the newer one', async () => {
  let version = 4;
  const put = recorder(() => {
    if (version === 5) return null;
    version = 5;
    const current = { ...WANG, department: '工程一部', version: 5 };
    return new Refusal(409, { code: 'conflict', title: '内容已被他人修改', current });
  });
  fakeServer({ [`GET ${C}/staff`]: [WANG], [`PUT ${C}/staff/w`]: put.take });
  renderPage(<StaffPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '修改 王强' }));
  await user.type(await screen.findByRole('combobox', { name: /^部门/ }), '二组');
  await user.click(screen.getByRole('button', { name: '保存' }));
  const row = (await screen.findByRole('rowheader', { name: '部门' })).closest('tr');
  expect(within(row as HTMLElement).getByText('工程部二组')).toBeTruthy();
  expect(within(row as HTMLElement).getByText('工程一部')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '保留我的' }));
  await waitFor(() => {
    expect(put.sent).toHaveLength(2);
  });
  expect(put.sent[1]).toMatchObject({ version: 5, staff: { department: '工程部二组' } });
});

test('those who may only read see no buttons that change', async () => {
  fakeServer({ [`GET ${C}/staff`]: [WANG] });
  renderPage(<StaffPage />, { community: { verbs: new Set<Verb>(['read_people']) } });
  expect(await screen.findByText('139 **** 0003')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /修改|新增|查看完整号码/ })).toBeNull();
});

test('a resident’s card opens with a reason, and keeps the phone that was left alone', async () => {
  const put = recorder();
  const reveal = recorder({ name: '李建国', phone: '13611112222' });
  fakeServer({
    [`GET ${C}/rooms`]: { items: [ROOM], next_cursor: null },
    [`POST ${C}/residents/search`]: [LI],
    [`POST ${C}/vehicles/search`]: [],
    [`POST ${C}/reveal`]: reveal.take,
    [`PUT ${C}/residents/li`]: put.take,
  });
  renderPage(<HomesPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '1201' }));
  await user.click(await screen.findByRole('button', { name: '修改 李**' }));
  await user.click(await screen.findByRole('button', { name: '核对身份' }));
  await user.click(screen.getByRole('button', { name: '打开住户卡' }));
  await user.type(await screen.findByLabelText(/备注/), '家有大型犬');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => {
    expect(put.sent).toHaveLength(1);
  });
  expect(reveal.sent[0]).toEqual({
    subject: { kind: 'resident', id: 'li' },
    reason: '核对身份',
  });
  expect(put.sent[0]).toEqual({
    version: 2,
    resident: { name: '李建国', relation: 'owner', note: '家有大型犬' },
    moved_out_on: null,
  });
});

test('pasted homes are shown before they are stored, and wrong lines hold the import back', async () => {
  const post = recorder({ rooms: 1, residents: 1, known_residents: 0 });
  fakeServer({
    [`GET ${C}/rooms`]: { items: [], next_cursor: null },
    [`POST ${C}/rooms`]: post.take,
  });
  renderPage(<HomesPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /批量导入/ }));
  const field = await screen.findByLabelText('粘贴表格内容');
  await user.click(field);
  await user.paste('3栋\t1单元\t1201\t李建国\t136');
  expect(await screen.findByText('号码不正确')).toBeTruthy();
  expect(screen.getByRole('button', { name: '导入 1 户' })).toHaveProperty('disabled', true);
  await user.paste('11112222');
  expect(await screen.findByText('核对无误后导入：1 户，1 位住户')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '导入 1 户' }));
  await waitFor(() => {
    expect(post.sent).toHaveLength(1);
  });
  expect(post.sent[0]).toEqual([
    {
      building: '3栋',
      unit: '1单元',
      number: '1201',
      residents: [{ name: '李建国', phone: '13611112222', relation: 'owner', note: '' }],
    },
  ]);
});

test('an import that the server refuses says in which line of the text', async () => {
  const long = '王'.repeat(41);
  fakeServer({
    [`GET ${C}/rooms`]: { items: [], next_cursor: null },
    [`POST ${C}/rooms`]: new Refusal(400, {
      code: 'invalid',
      detail: '填写内容有误',
      errors: [{ pointer: '/0/residents/0/name', detail: '姓名最长 40 个字' }],
    }),
  });
  renderPage(<HomesPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /批量导入/ }));
  await user.click(await screen.findByLabelText('粘贴表格内容'));
  await user.paste(`楼栋\t房号\t姓名\n3栋\t1201\t${long}`);
  await user.click(screen.getByRole('button', { name: '导入 1 户' }));
  expect(await screen.findByText('第 2 行姓名：姓名最长 40 个字')).toBeTruthy();
});

test('an item is added to the post that is shown', async () => {
  const post = recorder({});
  const desk = {
    id: 'p',
    key: 'desk',
    name: '前台',
    name_en: '',
    kind: 'desk',
    phone: '',
    version: 1,
  };
  fakeServer({
    [`GET ${C}/posts`]: [desk],
    [`GET ${C}/posts/p/items`]: [],
    [`POST ${C}/posts/p/items`]: post.take,
  });
  renderPage(<PostsPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /新增物品/ }));
  await user.type(await screen.findByLabelText('物品名称'), '配电房钥匙');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => {
    expect(post.sent).toEqual([{ name: '配电房钥匙', name_en: '', expected: 1 }]);
  });
});

test('a vehicle is registered in its home and struck off with its date', async () => {
  const added = recorder({ id: 'car' });
  const changed = recorder();
  const car = { id: 'car', plate: '鄂A12345', space: '', note: '白色轿车', version: 3 };
  fakeServer({
    [`GET ${C}/rooms`]: { items: [ROOM], next_cursor: null },
    [`POST ${C}/residents/search`]: [LI],
    [`POST ${C}/vehicles/search`]: [car],
    [`POST ${C}/vehicles`]: added.take,
    [`PUT ${C}/vehicles/car`]: changed.take,
  });
  renderPage(<HomesPage />, { community: { verbs } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '1201' }));
  await user.click(await screen.findByRole('button', { name: /登记车辆/ }));
  await user.type(screen.getByLabelText(/车牌号/), '鄂B99999');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => {
    expect(added.sent).toHaveLength(1);
  });
  expect(added.sent[0]).toEqual({
    room: '3-1-1201',
    vehicle: { plate: '鄂B99999', space: '', note: '' },
  });
  await user.click(await screen.findByRole('button', { name: '修改 鄂A12345' }));
  await user.type(await screen.findByLabelText(/注销日期/), '2026-11-24');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => {
    expect(changed.sent).toHaveLength(1);
  });
  expect(changed.sent[0]).toEqual({
    version: 3,
    vehicle: { plate: '鄂A12345', space: '', note: '白色轿车' },
    gone_on: '2026-11-24',
  });
});
