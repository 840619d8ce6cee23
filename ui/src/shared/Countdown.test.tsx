import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage } from '../testing/renderPage';
import { serverClock } from './clock';
import { Countdown } from './Countdown';
import { countdownState, renewEveryMs } from './countdownState';

const MINUTE = 60_000;

describe('countdownState', () => {
  it('is due soon from the warning time on and overdue at the due instant itself', () => {
    expect(countdownState(10 * MINUTE, 0)).toBe('normal');
    expect(countdownState(5 * MINUTE + 1, 0)).toBe('normal');
    expect(countdownState(5 * MINUTE, 0)).toBe('dueSoon');
    expect(countdownState(1, 0)).toBe('dueSoon');
    expect(countdownState(0, 0)).toBe('overdue');
    expect(countdownState(10 * MINUTE, 0, 15 * MINUTE)).toBe('dueSoon');
  });
  it('is renewed each second only near the due instant', () => {
    expect(renewEveryMs(59 * MINUTE, 0)).toBe(1000);
    expect(renewEveryMs(61 * MINUTE, 0)).toBe(30_000);
    expect(renewEveryMs(0, 30 * MINUTE)).toBe(1000);
  });
});

describe('Countdown', () => {
  let monotonic = 0;
  beforeEach(() => {
    vi.useFakeTimers();
    monotonic = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => monotonic);
    serverClock.observe(Date.UTC(2026, 10, 23, 1), 0, 0);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const pass = (milliseconds: number) => {
    monotonic += milliseconds;
    act(() => {
      vi.advanceTimersByTime(1000);
    });
  };

  it('goes from 剩余 over 即将超时 to 已超时 on the server’s time', () => {
    renderPage(<Countdown dueAt={Date.UTC(2026, 10, 23, 1, 10)} label="到场" />);
    expect(screen.getByText('剩余 10分')).toBeTruthy();
    pass(6 * MINUTE);
    expect(screen.getByText('即将超时，剩 4分')).toBeTruthy();
    pass(5 * MINUTE + 4000);
    const text = screen.getByText('已超时 1分4秒');
    const whole = text.closest('[data-state]');
    expect(whole?.getAttribute('data-state')).toBe('overdue');
    expect(whole?.getAttribute('title')).toBe('时限 2026-11-23 09:10');
    expect(whole?.querySelector('svg')).not.toBeNull();
  });

  it('stands still while paused', () => {
    renderPage(<Countdown dueAt={Date.UTC(2026, 10, 23, 0)} paused />);
    expect(screen.getByText(/已挂起/)).toBeTruthy();
    expect(screen.queryByText(/已超时/)).toBeNull();
  });
});
