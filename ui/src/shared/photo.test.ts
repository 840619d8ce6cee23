import { expect, it } from 'vitest';
import { fitInto } from './photo';

it('brings the longer side to 1600 px and enlarges nothing', () => {
  expect(fitInto(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(fitInto(3000, 4000)).toEqual({ width: 1200, height: 1600 });
  expect(fitInto(800, 600)).toEqual({ width: 800, height: 600 });
  expect(fitInto(10_000, 2)).toEqual({ width: 1600, height: 1 });
});
