import { useEffect, useState } from 'react';

/**
 * The server's time, known from the `X-Server-Now` header of every reply. The clock of a duty-room
 * PC may be wrong or be set while the page is open, so the page counts on the monotonic clock from
 * the last reply on and never reads the wall clock.
 */
export class ServerClock {
  private offset: number | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly monotonicNow: () => number = () => performance.now()) {}

  /**
   * Takes a reply into account. The server wrote its time somewhere between sending and receiving;
   * an estimate that already lies in that span is kept, so that the clock does not jitter.
   */
  observe(serverNow: number, sentAt: number, receivedAt = this.monotonicNow()): void {
    const earliest = serverNow - receivedAt;
    const latest = serverNow - sentAt;
    if (this.offset !== null && this.offset >= earliest && this.offset <= latest) return;
    this.offset = (earliest + latest) / 2;
    for (const listener of this.listeners) listener();
  }

  /** Milliseconds since the epoch, UTC. Before the first reply the best guess is the PC's clock. */
  now(): number {
    const offset = this.offset ?? performance.timeOrigin;
    return Math.round(offset + this.monotonicNow());
  }

  /** Whether a reply has set the clock yet. */
  get isSet(): boolean {
    return this.offset !== null;
  }

  monotonic(): number {
    return this.monotonicNow();
  }

  /** Called when the clock is set or corrected. Returns how to stop. */
  onCorrected(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }
}

/** The one clock of the page. */
export const serverClock = new ServerClock();

/** The server's time, renewed every `intervalMs` and at once when the clock is corrected. */
export function useServerNow(intervalMs = 1000): number {
  const [now, setNow] = useState(() => serverClock.now());
  useEffect(() => {
    const renew = () => {
      setNow(serverClock.now());
    };
    const timer = window.setInterval(renew, intervalMs);
    const stop = serverClock.onCorrected(renew);
    return () => {
      window.clearInterval(timer);
      stop();
    };
  }, [intervalMs]);
  return now;
}
