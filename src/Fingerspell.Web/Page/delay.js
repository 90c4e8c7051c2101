// How long it takes from a frame to what it says on the page, measured where it counts: after painting.

const name = "frame to text";

export class Delay {
  #place;
  #recent = [];
  #shownAt = 0;
  #isWaiting = false;

  /** @param place where the figure is shown, once a second */
  constructor(place) {
    this.#place = place;
  }

  /** Call when the page has been changed by the reading of a frame that was captured at a time of `performance.now`. */
  painted(capturedAt) {
    if (this.#isWaiting || document.hidden)
      return; // a hidden page is not painted
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      // A message that is posted just before painting arrives just after it.
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => {
        this.#isWaiting = false;
        this.#measured(capturedAt, performance.now());
      };
      port1.postMessage(null);
    });
  }

  /** Shows nothing any more, until there are new ones. */
  forget() {
    this.#place.textContent = "";
    this.#recent = [];
    this.#shownAt = performance.now();
  }

  #measured(start, end) {
    // For a PerformanceObserver: tests and measurements read it. Nothing piles up.
    performance.measure(name, { start, end });
    performance.clearMeasures(name);
    this.#recent = [...this.#recent.slice(-29), { end, took: end - start }];
    if (end - this.#shownAt < 1000)
      return;
    this.#shownAt = end;
    const median = this.#recent.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(this.#recent.length / 2)];
    const rate = this.#recent.filter((one) => end - one.end < 1000).length;
    this.#place.textContent = `${Math.round(median)} ms from frame to text, ${rate} frames a second.`;
  }
}
