import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveStream, parseLiveEvent, type LiveEvent, type LiveState } from './liveStream';
import { capabilityOf, isTouched } from './useLiveEvents';

class FakeSource {
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  constructor(readonly url: string) {}
  close() {
    this.closed = true;
  }
}

describe('LiveStream', () => {
  let sources: FakeSource[] = [];
  let states: LiveState[] = [];
  let events: LiveEvent[] = [];
  const freshStart = vi.fn();
  const start = () => {
    const stream = new LiveStream({
      communityId: 'c1',
      onEvent: (event) => events.push(event),
      onState: (state) => states.push(state),
      onFreshStart: freshStart,
      open: (url) => {
        const source = new FakeSource(url);
        sources.push(source);
        return source as unknown as EventSource;
      },
    });
    stream.start();
    return stream;
  };
  beforeEach(() => {
    vi.useFakeTimers();
    sources = [];
    states = [];
    events = [];
    freshStart.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const data = (seq: number) =>
    JSON.stringify({ seq, verb: 'dispatched', subject_kind: 'work_order', subject_id: 'x' });

  it('resumes after the last seen entry, waiting longer each time', () => {
    const stream = start();
    sources[0]?.onopen?.();
    expect(freshStart).toHaveBeenCalledOnce();
    sources[0]?.onmessage?.({ data: data(41) });
    sources[0]?.onmessage?.({ data: 'keep-alive' });
    expect(events.map((event) => event.seq)).toEqual([41]);
    sources[0]?.onerror?.();
    expect(sources[0]?.closed).toBe(true);
    expect(states).toEqual(['connecting', 'live', 'offline']);
    vi.advanceTimersByTime(1000);
    expect(sources[1]?.url).toBe('/api/c/c1/events?after=41');
    sources[1]?.onerror?.();
    vi.advanceTimersByTime(1999);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(1);
    sources[2]?.onopen?.();
    expect(freshStart).toHaveBeenCalledOnce();
    stream.stop();
    expect(sources[2]?.closed).toBe(true);
  });

  it('does not wait when the network is back, and never after it was stopped', () => {
    const stream = start();
    sources[0]?.onerror?.();
    stream.hurry();
    expect(sources).toHaveLength(2);
    stream.hurry();
    expect(sources).toHaveLength(2);
    sources[1]?.onerror?.();
    stream.stop();
    vi.advanceTimersByTime(60_000);
    stream.hurry();
    expect(sources).toHaveLength(2);
  });
});

it('takes only entries of the ledger for events', () => {
  expect(parseLiveEvent('null')).toBeNull();
  expect(parseLiveEvent('{"hello":1}')).toBeNull();
  expect(parseLiveEvent('{"seq":3}')).toEqual({
    seq: 3,
    verb: '',
    subject_kind: '',
    subject_id: '',
  });
});

it('reads the capability from the verb', () => {
  expect(capabilityOf('workorder.dispatched')).toBe('workorder');
  expect(capabilityOf('')).toBe('');
});

it('renews what names the subject, in this community only', () => {
  const client = new QueryClient();
  const touched = (queryKey: readonly unknown[], subjects?: string[]) => {
    const query = client.getQueryCache().build(client, {
      queryKey,
      ...(subjects ? { meta: { subjects } } : {}),
    });
    return isTouched(query, 'c1', new Set(['work_order']));
  };
  expect(touched(['c', 'c1', 'desk', 1], ['hold', 'work_order'])).toBe(true);
  expect(touched(['c', 'c1', 'desk', 2], ['hold'])).toBe(false);
  expect(touched(['c', 'c1', 'desk', 3], ['*'])).toBe(true);
  expect(touched(['c', 'c1', 'work_order'])).toBe(true);
  expect(touched(['c', 'c1', 'desk'])).toBe(false);
  expect(touched(['c', 'c2', 'work_order'])).toBe(false);
  expect(touched(['session'])).toBe(false);
});
