// Keeps the screen on while somebody signs to it: a phone that nobody touches would go dark, and its camera with it.

export class Awake {
  #isWanted = false;
  #lock = null;

  constructor() {
    // The browser lets go of it while the page is out of sight.
    document.addEventListener("visibilitychange", () => document.hidden || this.#update());
  }

  keep(isWanted) {
    this.#isWanted = isWanted;
    this.#update();
  }

  async #update() {
    if (!this.#isWanted) {
      const lock = this.#lock;
      this.#lock = null;
      await lock?.release();
    } else if (!this.#lock || this.#lock.released) {
      try {
        this.#lock = await navigator.wakeLock?.request("screen") ?? null;
      } catch {
        // The battery is low, or the browser does not want to: the page works without.
      }
    }
  }
}
