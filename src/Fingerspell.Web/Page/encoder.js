// A video's frame, as JPEG bytes. A worker does the work where the browser has the means, so that the
// page stays quick to answer.
import { drawJpeg, fit } from "./jpeg.js";

export class Encoder {
  #longest;
  #worker = null;
  #canvas = null;

  /** @param longest the longest side of what is made, in pixels */
  constructor(longest) {
    this.#longest = longest;
    const isAble = typeof OffscreenCanvas !== "undefined";
    this.#work(isAble ? new Worker(new URL("encode-worker.js", import.meta.url), { type: "module" }) : null);
  }

  #work(worker) {
    this.#worker = worker;
    this.#canvas = worker ? null : document.createElement("canvas");
    if (worker)
      worker.onerror = () => this.#work(null); // it may fail to start before the first frame
  }

  /** What a video shows now, never mirrored, as { bytes, width, height }. */
  async encode(video) {
    const size = fit(video.videoWidth, video.videoHeight, this.#longest);
    if (!this.#worker)
      return { bytes: await drawJpeg(this.#canvas, video, size), ...size };
    const bitmap = await createImageBitmap(video);
    return { bytes: await this.#ask(bitmap, size), ...size };
  }

  #ask(bitmap, size) {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }) => (data.bytes ? resolve(data.bytes) : reject(new Error(data.error)));
      this.#worker.onerror = (event) => {
        this.#work(null); // the next frame is drawn here
        reject(new Error(event.message || "the worker did not start"));
      };
      this.#worker.postMessage({ bitmap, size }, [bitmap]);
    });
  }
}
