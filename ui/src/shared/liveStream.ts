/** One event of a community's ledger; it says what changed, the page fetches how. */
export interface LiveEvent {
  seq: number;
  verb: string;
  subject_kind: string;
  subject_id: string;
}

export type LiveState = 'connecting' | 'live' | 'offline';

interface LiveStreamOptions {
  communityId: string;
  onEvent: (event: LiveEvent) => void;
  onState: (state: LiveState) => void;
  /** The stream opened with nothing to resume from, so anything may have changed meanwhile. */
  onFreshStart: () => void;
  open?: (url: string) => EventSource;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps one stream of events open and resumes it after the last seen `seq`. The reconnecting is done
 * here, because the browser's own would repeat the first address and miss what came between.
 */
export class LiveStream {
  private source: EventSource | null = null;
  private timer: number | undefined;
  private waitMs = FIRST_WAIT_MS;
  private lastSeq: number | null = null;
  private stopped = false;

  constructor(private readonly options: LiveStreamOptions) {}

  start(): void {
    if (this.stopped || this.source) return;
    this.options.onState('connecting');
    const after = this.lastSeq === null ? '' : `?after=${this.lastSeq}`;
    const url = `/api/c/${this.options.communityId}/events${after}`;
    const source = this.options.open?.(url) ?? new EventSource(url);
    this.source = source;
    source.onopen = () => {
      this.waitMs = FIRST_WAIT_MS;
      this.options.onState('live');
      if (this.lastSeq === null) this.options.onFreshStart();
    };
    source.onmessage = (message: MessageEvent<string>) => {
      this.receive(message.data);
    };
    source.onerror = () => {
      this.reconnectLater();
    };
  }

  stop(): void {
    this.stopped = true;
    window.clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  /** The network is back or the page is looked at again: do not wait any longer. */
  hurry(): void {
    if (this.source || this.stopped) return;
    window.clearTimeout(this.timer);
    this.start();
  }

  private receive(data: string): void {
    const event = parseLiveEvent(data);
    if (!event) return;
    this.lastSeq = Math.max(this.lastSeq ?? 0, event.seq);
    this.options.onEvent(event);
  }

  private reconnectLater(): void {
    this.source?.close();
    this.source = null;
    if (this.stopped) return;
    this.options.onState('offline');
    this.timer = window.setTimeout(() => {
      this.start();
    }, this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }
}

/** Null for anything that is not an event of the ledger, such as a keep-alive. */
export function parseLiveEvent(data: string): LiveEvent | null {
  try {
    const value = JSON.parse(data) as Partial<LiveEvent> | null;
    if (typeof value?.seq !== 'number') return null;
    return {
      seq: value.seq,
      verb: value.verb ?? '',
      subject_kind: value.subject_kind ?? '',
      subject_id: value.subject_id ?? '',
    };
  } catch {
    return null;
  }
}
