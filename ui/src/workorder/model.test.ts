import { expect, test } from 'vitest';
import type { Verb } from '../shared/community';
import { actsFor, eventWord, ruleWord, type Order } from './model';

const order = (over: Partial<Order>): Order =>
  ({ stage: 'registered', matter: { kind: 'repair' }, ...over }) as Order;

test('each stage offers its main act first, to those who may', () => {
  const desk = new Set<Verb>(['dispatch_work_order', 'register_work_order', 'close_work_order']);
  const field = new Set<Verb>(['carry_out_work_order', 'register_work_order']);
  expect(actsFor(order({ stage: 'registered' }), desk)[0]).toBe('dispatch');
  expect(actsFor(order({ stage: 'dispatched' }), field)[0]).toBe('accept');
  expect(actsFor(order({ stage: 'arrived' }), field)[0]).toBe('finish');
  // By night the repairer at the desk takes what he wrote down himself.
  expect(actsFor(order({ stage: 'registered' }), field)[0]).toBe('accept');
});

test('a matter of the night can be confirmed or carried over', () => {
  const desk = new Set<Verb>(['dispatch_work_order', 'register_work_order']);
  const night = order({ stage: 'registered', night_matter: 'deferred' as Order['night_matter'] });
  expect(actsFor(night, desk)).toEqual(expect.arrayContaining(['slip', 'carry']));
});

test('a complaint first tells the head of department and replies', () => {
  const desk = new Set<Verb>(['carry_out_work_order', 'register_work_order']);
  const told = { kind: 'complaint' as const, severity: 'ordinary' as const, head_told_at: 1 };
  const fresh = order({ stage: 'accepted', matter: { ...told, head_told_at: null } });
  expect(actsFor(fresh, desk).slice(0, 2)).toEqual(['tell_head', 'first_reply']);
  expect(actsFor(order({ stage: 'accepted', matter: told }), desk)[0]).toBe('first_reply');
  const replied = order({ stage: 'accepted', matter: { ...told, first_reply_at: 2 } });
  expect(actsFor(replied, desk)[0]).toBe('arrive');
});

test('words of rules and events fall back', () => {
  expect(ruleWord('workorder.callback')).toBe('call_back');
  expect(ruleWord('arrive')).toBe('arrive');
  expect(ruleWord(null)).toBe('other');
  expect(eventWord('workorder.arrived')).toBe('arrived');
  expect(eventWord('workorder.unheard')).toBe('other');
});
