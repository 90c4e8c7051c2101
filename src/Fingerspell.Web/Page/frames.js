// Takes frames from the playing video, as many as are wanted and no more than the server keeps up with.
import { Encoder } from "./encoder.js";

const interval = 1000 / 15; // ms between frames
const longestSide = 640;

export class FrameFeed {
  #video;
  #connection;
  #encoder = new Encoder(longestSide);
  #running = false;
  #busy = false;
  #due = 0;
  #turn = 0; // of starts: a callback from before the last one ends its chain
  #inFlight = new Map();

  /** Called when no more frames are taken. */
  onStopped = () => {};

  constructor(video, connection) {
    this.#video = video;
    this.#connection = connection;
  }

  start() {
    if (this.#running)
      return;
    this.#running = true;
    this.#waitForFrame(++this.#turn);
  }

  stop() {
    this.#running = false;
    this.forget();
    this.onStopped();
  }

  /** Forgets what was sent: its answers are not wanted any more, or will not come. */
  forget() {
    this.#inFlight.clear();
  }

  /** The sent frame with a number, as { capturedAt, width, height }; undefined where it was forgotten. */
  answered(number) {
    const frame = this.#inFlight.get(number);
    for (const sent of this.#inFlight.keys())
      if (sent <= number)
        this.#inFlight.delete(sent); // the server has passed over the earlier ones
    return frame;
  }

  #waitForFrame(turn) {
    if (this.#video.requestVideoFrameCallback)
      this.#video.requestVideoFrameCallback((now, { captureTime }) => this.#shown(turn, captureTime ?? now));
    else
      requestAnimationFrame((now) => this.#shown(turn, now));
  }

  async #shown(turn, capturedAt) {
    if (!this.#running || turn !== this.#turn)
      return;
    this.#waitForFrame(turn);
    const now = performance.now();
    if (this.#busy || !this.#connection.isReady || now < this.#due || !this.#video.videoWidth)
      return;
    this.#busy = true;
    this.#due = Math.max(this.#due + interval, now); // keeps the rate, whatever the camera's is
    try {
      const frame = await this.#encoder.encode(this.#video);
      if (this.#running && this.#connection.isReady)
        this.#inFlight.set(this.#connection.sendFrame(frame.bytes), { capturedAt, width: frame.width, height: frame.height });
    } catch (error) {
      if (this.#video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)
        console.warn("a frame could not be taken:", error);
    } finally {
      this.#busy = false;
    }
  }
}
