/**
 * The session may end while someone is typing. Whoever notices says so here; the gate of the
 * application then asks for the password over the page, which stays mounted with all its drafts.
 */
class SessionLost {
  private lost = false;
  private readonly listeners = new Set<() => void>();

  announce(): void {
    if (this.lost) return;
    this.lost = true;
    this.tell();
  }

  /** Someone signed in again. */
  mend(): void {
    if (!this.lost) return;
    this.lost = false;
    this.tell();
  }

  isLost = (): boolean => this.lost;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const sessionLost = new SessionLost();
