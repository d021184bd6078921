/*
 * Counts up while somebody speaks. It never stops anybody: at two minutes it says so, once.
 */
const GENTLE_MARK_SECONDS = 120;

class Timer {
  constructor(changed) {
    this.changed = changed;
    this.reset();
  }

  get runs() {
    return this.handle !== undefined;
  }

  get seconds() {
    const now = this.runs ? (performance.now() - this.startedAt) / 1000 : 0;
    return Math.floor(this.before + now);
  }

  get words() {
    const { seconds } = this;
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  get isLong() {
    return this.seconds >= GENTLE_MARK_SECONDS;
  }

  start() {
    if (!this.runs) {
      this.startedAt = performance.now();
      this.handle = setInterval(this.changed, 250);
    }
    this.changed();
  }

  stop() {
    if (this.runs) {
      this.before += (performance.now() - this.startedAt) / 1000;
      clearInterval(this.handle);
      this.handle = undefined;
    }
    this.changed();
  }

  reset() {
    clearInterval(this.handle);
    this.handle = undefined;
    this.before = 0;
  }
}
