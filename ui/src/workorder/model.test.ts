import { expect, test } from 'vitest';
import type { Verb } from '../shared/community';
import { actsFor, eventWord, ruleWord, type Order } from './model';

const order = (over: Partial<Order>): Order => ({ stage: 'registered', ...over }) as Order;

test('each stage offers its main act first, to those who may', () => {
  const desk = new Set<Verb>(['dispatch_work_order', 'register_work_order', 'close_work_order']);
  const field = new Set<Verb>(['carry_out_work_order', 'register_work_order']);
  expect(actsFor(order({ stage: 'registered' }), desk)[0]).toBe('dispatch');
  expect(actsFor(order({ stage: 'dispatched' }), field)[0]).toBe('accept');
  expect(actsFor(order({ stage: 'arrived' }), field)[0]).toBe('finish');
  expect(actsFor(order({ stage: 'registered' }), field)).not.toContain('dispatch');
});

test('a matter of the night can be confirmed or carried over', () => {
  const desk = new Set<Verb>(['dispatch_work_order', 'register_work_order']);
  const night = order({ stage: 'registered', night_matter: 'deferred' as Order['night_matter'] });
  expect(actsFor(night, desk)).toEqual(expect.arrayContaining(['slip', 'carry']));
});

test('words of rules and events fall back', () => {
  expect(ruleWord('workorder.callback')).toBe('call_back');
  expect(ruleWord('arrive')).toBe('arrive');
  expect(ruleWord(null)).toBe('other');
  expect(eventWord('workorder.arrived')).toBe('arrived');
  expect(eventWord('workorder.unheard')).toBe('other');
});
