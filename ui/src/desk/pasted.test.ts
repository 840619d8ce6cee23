import { describe, expect, test } from 'vitest';
import { readMessage } from './pasted';
import { nameIn, phoneIn, roomIn } from './pastedParts';

describe('a home in any spelling', () => {
  test.each([
    ['3栋2单元1201漏水', '3栋2单元1201'],
    ['我是3栋1201室的', '3栋1201室'],
    ['5号楼802，没水', '5号楼802'],
    ['3号楼12楼1201', '3号楼12楼1201'],
    ['3#1201 漏水', '3#1201'],
    ['3#2-1201', '3#2-1201'],
    ['A座1502', 'A座1502'],
    ['三栋二单元1201', '3栋2单元1201'],
    ['十二栋0803', '12栋0803'],
    ['3-2-1201', '3-2-1201'],
    ['3—1201', '3—1201'],
    ['住在 11-1201，', '11-1201'],
    ['2单元1201', '2单元1201'],
    ['1201室门铃坏了', '1201室'],
  ])('%s', (text, room) => {
    expect(roomIn(text)).toBe(room);
  });

  test.each([
    ['2026-11-24 停水通知'],
    ['11-24 上午停水'],
    ['物业费 10-1000元'],
    ['13800001234'],
    ['027-88881234'],
    ['晚上 9:30-1000 点'],
    ['我家在三楼'],
    ['1201房东电话'],
    ['一共 1200 块'],
  ])('%s is none', (text) => {
    expect(roomIn(text)).toBe('');
  });
});

test.each([
  ['电话13800001234谢谢', '13800001234'],
  ['138 0000 1234', '138 0000 1234'],
  ['+86 138-0000-1234', '+86 138-0000-1234'],
  ['座机 027-88881234', '027-88881234'],
  ['订单 2026112413800001234', ''],
])('the number in “%s”', (text, phone) => {
  expect(phoneIn(text)).toBe(phone);
});

test.each([
  ['3-2-1201 李女士', '李女士'],
  ['3栋1201-李', '李'],
  ['🌸12-1502老王🌸', '老王'],
  ['业主李先生', '李先生'],
  ['3-1201', ''],
  ['业主', ''],
  ['Amy', 'Amy'],
])('the name in the nickname “%s”', (nickname, name) => {
  expect(nameIn(nickname)).toBe(name);
});

describe('a message of the group', () => {
  test('one line with its sender', () => {
    expect(readMessage('3-2-1201 李女士: 厨房水管漏水，麻烦来看下 13800001234')).toEqual({
      room: '3-2-1201',
      phone: '13800001234',
      name: '李女士',
      content: '厨房水管漏水，麻烦来看下 138****1234',
    });
  });

  test('as a PC copies it, with date and time above the words', () => {
    const copied = '李女士 2026/11/24 9:12:33\r\n3栋2单元1201厨房漏水\r\n快来人';
    expect(readMessage(copied)).toEqual({
      room: '3栋2单元1201',
      phone: '',
      name: '李女士',
      content: '3栋2单元1201厨房漏水\n快来人',
    });
  });

  test('the home of the nickname goes before another that is spoken of', () => {
    const read = readMessage('3-2-1201李女士：楼上3-2-1301一直漏水下来');
    expect(read?.room).toBe('3-2-1201');
    expect(read?.content).toBe('楼上3-2-1301一直漏水下来');
  });

  test('several writers stay apart, the first one is who reports', () => {
    const read = readMessage(
      '王哥 11-24 20:05\n3单元电梯又停了\n小陈 11-24 20:06\n我也被困过 13900001111',
    );
    expect(read).toMatchObject({ name: '王哥', phone: '13900001111' });
    expect(read?.content).toBe('王哥：3单元电梯又停了\n小陈：我也被困过 139****1111');
  });

  test('a filled-in form', () => {
    const form =
      '报修登记\n房号：5-1-0802\n姓名：单晓梅\n电话：１３７１１１１４４４４\n内容：马桶堵了';
    expect(readMessage(form)).toEqual({
      room: '5-1-0802',
      phone: '13711114444',
      name: '单晓梅',
      content: '报修登记\n马桶堵了',
    });
  });

  test('the sender alone on the first line', () => {
    expect(readMessage('老王：\n楼道灯不亮')).toMatchObject({
      name: '老王',
      content: '楼道灯不亮',
    });
  });

  test('full-width digits are read, Chinese punctuation stays', () => {
    const read = readMessage('３－２－１２０１：没水了！怎么回事？');
    expect(read).toMatchObject({ room: '3-2-1201', name: '', content: '没水了！怎么回事？' });
  });
});

describe('what is no message', () => {
  test.each([
    [''],
    ['厨房水管漏水'],
    ['问题是这样的：厨房水管漏水'],
    ['明天 10:20 上门'],
    ['见 https://example.com/a'],
    ['时间：明天上午'],
    ['3-2-1201 厨房漏水'],
    ['第一行\n第二行'],
  ])('%j is pasted as it is', (text) => {
    expect(readMessage(text)).toBeNull();
  });

  test('业主 is whoever writes, when a sentence follows', () => {
    expect(readMessage('业主：我家3-1201漏水了')).toMatchObject({
      name: '',
      room: '3-1201',
      content: '我家3-1201漏水了',
    });
  });
});

describe('in the lookup', () => {
  test('a line that says more than a home is a message', () => {
    expect(readMessage('3-2-1201厨房漏水 13800001234', true)).toEqual({
      room: '3-2-1201',
      phone: '13800001234',
      name: '',
      content: '3-2-1201厨房漏水 138****1234',
    });
  });

  test.each([['3-2-1201'], ['3栋2单元1201室'], ['138 0000 1234'], ['李建国'], ['3-1201 李总']])(
    '%s is only looked for',
    (text) => {
      expect(readMessage(text, true)).toBeNull();
    },
  );
});
