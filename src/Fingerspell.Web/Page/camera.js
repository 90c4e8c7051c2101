// The camera: opening it, choosing among several, noticing that it is gone.
import { keep, recallJson } from "./storage.js";

const place = "fingerspell.camera";

/** Why there is no picture from a camera; `reason` is a key of the words in notices.js. */
export class CameraError extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const calm = 1000; // ms of silence that need not be told

const usual = { facingMode: "user" };

const reasons = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

export class Camera {
  #video;
  #stream = null;
  #chosen = remembered();
  #turn = 0; // counts starts and stops: a camera that comes up too late is turned off again

  /** Called when the camera stops sending pictures by itself. */
  onLost = () => {};
  /** Called when no pictures come for a while, as during a call, and when they come again. */
  onPaused = () => {};
  onResumed = () => {};
  /** Called when cameras were plugged in or out. */
  onDevices = () => {};

  constructor(video) {
    this.#video = video;
    navigator.mediaDevices?.addEventListener?.("devicechange", () => this.onDevices());
    // A phone pauses the video of a page out of sight, and does not always play it on.
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.#stream && video.paused)
        video.play().catch(() => {}); // as below
    });
  }

  /** Whether browsers hand out a camera here at all: only over https, or on this machine. */
  static get isPossible() {
    return isSecureContext && Boolean(navigator.mediaDevices?.getUserMedia);
  }

  /** What the person has allowed so far, as the browser's PermissionStatus, or null where it does not tell. */
  static async permission() {
    try {
      return await navigator.permissions.query({ name: "camera" });
    } catch {
      return null;
    }
  }

  /** Whether it looks at the person, as far as is known; cameras of desktops do. */
  get facesPerson() {
    return this.#track?.getSettings().facingMode !== "environment";
  }

  get deviceId() {
    return this.#track?.getSettings().deviceId ?? null;
  }

  get #track() {
    return this.#stream?.getVideoTracks()[0];
  }

  /**
   * Starts the camera that was chosen last, or another one, or `otherwise` where that does not come; false where it was
   * stopped or started anew meanwhile.
   */
  async start(choice = this.#chosen ?? usual, otherwise = usual) {
    if (!Camera.isPossible)
      throw new CameraError(isSecureContext ? "unsupported" : "insecure");
    this.stop();
    const turn = this.#turn;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 }, ...choice },
      });
    } catch (error) {
      if (turn !== this.#turn)
        return false;
      const reason = reasons[error.name] ?? "busy";
      if (choice !== otherwise && reason !== "denied")
        return this.start(otherwise); // it was plugged out or is in use; any other will do until it is back
      throw new CameraError(reason, error);
    }
    if (turn !== this.#turn) {
      turnOff(stream);
      return false;
    }
    this.#stream = stream;
    if (choice !== usual) {
      this.#chosen = choice;
      keep("localStorage", place, JSON.stringify(choice));
    }
    this.#watch(this.#track);
    this.#video.srcObject = stream;
    await this.#video.play().catch(() => {}); // only ever interrupted by the next start or stop
    return turn === this.#turn;
  }

  stop() {
    this.#turn++;
    turnOff(this.#stream);
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** All cameras, as { id, name }; names are known once a camera was allowed. */
  async list() {
    const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    return devices
      .filter((device) => device.kind === "videoinput")
      .map((device, i) => ({ id: device.deviceId, name: device.label || `Camera ${i + 1}` }));
  }

  /** What to start with for the next camera, the likeliest first: a phone's other side, or the next in the list. */
  async next() {
    const cameras = await this.list();
    const now = cameras.findIndex((camera) => camera.id === this.deviceId);
    const following = { deviceId: { exact: cameras[(now + 1) % cameras.length].id } };
    const facing = this.#track?.getSettings().facingMode;
    return facing ? [{ facingMode: { exact: facing === "environment" ? "user" : "environment" } }, following] : [following];
  }

  #watch(track) {
    track.addEventListener("ended", () => {
      this.stop();
      this.onLost();
    });
    track.addEventListener("mute", () => setTimeout(() => track === this.#track && track.muted && this.onPaused(), calm));
    track.addEventListener("unmute", () => track === this.#track && this.onResumed());
  }
}

/** The camera that was chosen last, or null: an id is the same again where the browser keeps what it allowed. */
function remembered() {
  try {
    const { deviceId, facingMode } = recallJson("localStorage", place);
    const { exact } = deviceId ?? facingMode;
    return typeof exact !== "string" ? null : deviceId ? { deviceId: { exact } } : { facingMode: { exact } };
  } catch {
    return null;
  }
}

function turnOff(stream) {
  for (const track of stream?.getTracks() ?? [])
    track.stop();
}
