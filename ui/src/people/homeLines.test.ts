import { expect, test } from 'vitest';
import { homesOfLines, placesOfLines, readHomeLines } from './homeLines';

test('headings name the columns in any order, and are no home', () => {
  const lines = readHomeLines(
    '房号\t楼栋\t单元\t业主姓名\t联系电话\n1201\t3栋\t1单元\t李建国\t+86 136 1111 2222',
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    line: 2,
    cells: { building: '3栋', unit: '1单元', number: '1201', name: '李建国' },
    relation: 'owner',
    faults: [],
  });
  expect(homesOfLines(lines)[0]?.residents?.[0]?.phone).toBe('13611112222');
});

test('without headings the usual order counts, with commas as well', () => {
  const lines = readHomeLines('3栋，1单元，1201，李建国，13611112222，租户，有大型犬\n');
  expect(homesOfLines(lines)).toEqual([
    {
      building: '3栋',
      unit: '1单元',
      number: '1201',
      residents: [{ name: '李建国', phone: '13611112222', relation: 'tenant', note: '有大型犬' }],
    },
  ]);
});

test('several lines of one home are one home, and a home may be empty', () => {
  const text = '3栋\t\t101\t王芳\t\t业主\n3栋\t\t101\t王小明\t\t家属\n\n3栋\t\t102';
  const homes = homesOfLines(readHomeLines(text));
  expect(homes.map((home) => [home.number, home.residents?.length])).toEqual([
    ['101', 2],
    ['102', 0],
  ]);
});

test('what is wrong is said by line and column', () => {
  const text =
    '\t1单元\t101\n3栋\t1单元\t\n3栋\t1单元\t103\t\t13611112222\n3栋\t1单元\t104\t王芳\t1361\t房客';
  expect(readHomeLines(text).map((line) => [line.line, line.faults])).toEqual([
    [1, ['building']],
    [2, ['number']],
    [3, ['name']],
    [4, ['phone', 'relation']],
  ]);
});

test('nothing pasted is nothing', () => {
  expect(readHomeLines(' \n\t\n')).toEqual([]);
});

test('a refusal of the server is traced back to its line and column', () => {
  const lines = readHomeLines('3栋\t\t101\t王芳\n3栋\t\t102\n3栋\t\t101\t王小明');
  const places = placesOfLines(lines);
  expect(places['/0/residents/1/name']).toEqual({ line: 3, column: 'name' });
  expect(places['/1/number']).toEqual({ line: 2, column: 'number' });
  expect(homesOfLines(lines)[0]?.residents?.[1]?.name).toBe('王小明');
});
