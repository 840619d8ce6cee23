import { expect, test } from 'vitest';
import type { Verb } from '../shared/community';
import { actsFor, eventWord, factsShown, mainAct, ruleWord, verbsFor, type Order } from './model';

const ME = 'me';
const order = (over: Partial<Order>): Order =>
  ({ stage: 'registered', matter: { kind: 'repair' }, ...over }) as Order;

test('each stage offers its main act first, to those who may', () => {
  const desk = new Set<Verb>(['dispatch_work_order', 'register_work_order', 'close_work_order']);
  const field = new Set<Verb>(['carry_out_work_order', 'register_work_order']);
  expect(actsFor(order({ stage: 'registered' }), desk, ME)[0]).toBe('dispatch');
  expect(actsFor(order({ stage: 'dispatched' }), field, ME)[0]).toBe('accept');
  expect(actsFor(order({ stage: 'arrived' }), field, ME)[0]).toBe('finish');
  // By night the repairer at the desk takes what he wrote down himself.
  expect(actsFor(order({ stage: 'registered' }), field, ME)[0]).toBe('accept');
});

test('whoever answers for the desk gives orders on, whatever their role', () => {
  const field = new Set<Verb>(['carry_out_work_order', 'register_work_order']);
  const open = order({ stage: 'registered', desk_holder_id: ME });
  expect(actsFor(open, verbsFor(open, field, ME), ME)).toContain('dispatch');
  expect(actsFor(open, verbsFor(open, field, 'other'), 'other')).not.toContain('dispatch');
});

test('steps of the assignee are not offered to anybody else', () => {
  const his = order({ stage: 'dispatched', assignee: { id: 'wang', name: '王强' } });
  const all = new Set<Verb>(['dispatch_work_order', 'carry_out_work_order']);
  const main = (verbs: Set<Verb>, me: string) => mainAct(his, actsFor(his, verbs, me));
  expect(main(all, 'wang')).toBe('accept');
  expect(main(all, ME)).toBe('reassign');
  expect(main(new Set<Verb>(['carry_out_work_order', 'register_work_order']), ME)).toBeNull();
  expect(actsFor(his, all, ME)).not.toContain('accept');
});

test('the timeline names to whom an order went and what the resident said', () => {
  expect(factsShown('workorder.dispatched', { to: '王强' })).toEqual(['to']);
  expect(factsShown('workorder.reassigned', { from: '王强', to: '赵刚' })).toEqual(['from', 'to']);
  const called = { reached: 'true', satisfied: 'false', attempts: '1' };
  expect(factsShown('workorder.called_back', called)).toEqual(['satisfied']);
  expect(factsShown('workorder.arrived', { on_time: 'true' })).toEqual([]);
});

test('a matter of the night can be confirmed or carried over', () => {
  const desk = new Set<Verb>(['dispatch_work_order', 'register_work_order']);
  const night = order({ stage: 'registered', night_matter: 'deferred' as Order['night_matter'] });
  expect(actsFor(night, desk, ME)).toEqual(expect.arrayContaining(['slip', 'carry']));
});

test('a complaint first tells the head of department and replies', () => {
  const desk = new Set<Verb>(['carry_out_work_order', 'register_work_order']);
  const told = { kind: 'complaint' as const, severity: 'ordinary' as const, head_told_at: 1 };
  const fresh = order({ stage: 'accepted', matter: { ...told, head_told_at: null } });
  expect(actsFor(fresh, desk, ME).slice(0, 2)).toEqual(['tell_head', 'first_reply']);
  expect(actsFor(order({ stage: 'accepted', matter: told }), desk, ME)[0]).toBe('first_reply');
  const replied = order({ stage: 'accepted', matter: { ...told, first_reply_at: 2 } });
  expect(actsFor(replied, desk, ME)[0]).toBe('arrive');
});

test('words of rules and events fall back', () => {
  expect(ruleWord('workorder.callback')).toBe('call_back');
  expect(ruleWord('arrive')).toBe('arrive');
  expect(ruleWord(null)).toBe('other');
  expect(eventWord('workorder.arrived')).toBe('arrived');
  expect(eventWord('workorder.unheard')).toBe('other');
});
