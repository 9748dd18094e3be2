const WIDTH = 30;

/** A progress bar on a terminal; silent where standard error is none. */
export class ProgressBar {
  private done = 0;
  private readonly steps: number;
  private readonly isShown = process.stderr.isTTY;

  constructor(steps: number) {
    this.steps = Math.max(1, steps);
  }

  /** Says what begins now. */
  step(what: string): void {
    if (this.isShown) {
      const full = Math.round((this.done / this.steps) * WIDTH);
      process.stderr.write(`\r\u001B[K[${'='.repeat(full)}${' '.repeat(WIDTH - full)}] ${what}`);
    }
    this.done++;
  }

  end(): void {
    if (this.isShown) process.stderr.write('\r\u001B[K');
  }
}
