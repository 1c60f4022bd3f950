/** Tells those who wait that something in the instance changed. */
export class Changes {
  private waiting: (() => void)[] = [];

  /** Said after each change. */
  readonly notify = (): void => {
    for (const go of this.waiting.splice(0)) go();
  };

  /** Returns at the next change, or after so many milliseconds. */
  next(limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, limitMs));
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
