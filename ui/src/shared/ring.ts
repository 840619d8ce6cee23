/** Browsers give sound only after the person touched the page once. */
export class Ring {
  private context: AudioContext | null = null;
  private timer: number | undefined;

  /** Call from a gesture. Returns whether sound is possible now. */
  async unlock(): Promise<boolean> {
    if (typeof AudioContext === 'undefined') return false;
    this.context ??= new AudioContext();
    try {
      await this.context.resume();
    } catch {
      // Some browsers refuse until a stronger gesture; the banner goes on asking for one.
      return false;
    }
    return this.isUnlocked();
  }

  isUnlocked(): boolean {
    return this.context?.state === 'running';
  }

  /** Rings as a telephone does, two short tones every three seconds, until stopped. */
  start(): void {
    if (this.timer !== undefined) return;
    this.tones();
    this.timer = window.setInterval(() => {
      this.tones();
    }, 3000);
  }

  stop(): void {
    window.clearInterval(this.timer);
    this.timer = undefined;
  }

  private tones(): void {
    if (!this.context || this.context.state !== 'running') return;
    for (const delay of [0, 0.35]) this.tone(this.context, this.context.currentTime + delay);
  }

  private tone(context: AudioContext, at: number): void {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.type = 'sine';
    oscillator.frequency.value = 880;
    gain.gain.setValueAtTime(0.0001, at);
    gain.gain.exponentialRampToValueAtTime(0.35, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.28);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + 0.3);
  }
}
