// The place of the picture: the camera, a picture or a video, or a notice; and the controls below it.
import { Awake } from "./awake.js";
import { Camera, CameraError } from "./camera.js";
import { byId, make, say } from "./dom.js";
import { notices } from "./notices.js";
import { PictureError, recognize } from "./picture.js";

// The controls that come and go, the likeliest to be wanted first.
const changing = ["start", "stop", "back", "again", "notice-choose", "flip", "camera"];

export class Stage {
  #camera;
  #feed;
  #overlay;
  #readout;
  #settings;
  #source = "none"; // none, camera, video or picture
  #address = null; // of the opened file
  #turn = 0; // counts what was begun, so that something slower from before does nothing
  #awake = new Awake();
  #hadFocus = null; // the control that vanished with a keyboard's place, where no other has got it yet

  /** Called when the picture may have become a mirror, or no mirror. */
  onMirrored = () => {};

  constructor({ camera, feed, overlay, readout, settings }) {
    this.#camera = camera;
    this.#feed = feed;
    this.#overlay = overlay;
    this.#readout = readout;
    this.#settings = settings;
    camera.onLost = () => this.#lose();
    camera.onPaused = () => this.#pause();
    camera.onResumed = () => byId("notice").dataset.notice === "paused" && this.#watch();
    camera.onDevices = () => this.#devicesChanged();

    const start = () => this.startCamera();
    byId("start").addEventListener("click", start);
    byId("back").addEventListener("click", start);
    byId("stop").addEventListener("click", () => this.stop());
    byId("flip").addEventListener("click", async () => this.startCamera(...(await camera.next())));
    byId("camera").addEventListener("change", ({ target }) => this.startCamera({ deviceId: { exact: target.value } }));
    byId("again").addEventListener("click", () => this.#play());
    byId("video").addEventListener("ended", () => this.#ended());
    // A phone pauses a video of a page out of sight, and does not always play it on.
    document.addEventListener("visibilitychange", () => document.hidden || this.#playOn());
  }

  /** Whether a camera or video is read, frame by frame. */
  get isMoving() {
    return this.#source === "camera" || this.#source === "video";
  }

  /** Whether the picture is shown as a mirror, or would be where there is none yet. What is read never is. */
  get isMirrored() {
    return this.#settings.mirror && (this.#source === "none" || (this.#source === "camera" && this.#camera.facesPerson));
  }

  /** Starts at once where that is allowed already, and else says what will happen. */
  async begin() {
    if (!Camera.isPossible)
      this.#notice(isSecureContext ? "unsupported" : "insecure");
    else {
      const permission = await Camera.permission();
      permission?.addEventListener("change", () => permission.state === "granted" && byId("notice").dataset.notice === "denied" && this.startCamera());
      if (this.#turn > 0)
        return; // a file was quicker
      if (permission?.state === "granted")
        await this.startCamera();
      else
        this.#notice("start");
    }
  }

  async startCamera(...choices) {
    this.#leave();
    this.#show("none");
    this.#notice("starting");
    try {
      if (!(await this.#camera.start(...choices)))
        return; // something else was begun meanwhile
    } catch (error) {
      if (!(error instanceof CameraError))
        throw error;
      this.#notice(error.reason);
      return;
    }
    await this.#watch();
  }

  stop() {
    this.#leave();
    this.#show("none");
    this.#notice("stopped");
  }

  /** Opens a file: a picture is read once, a video is played and read in its own time. */
  async open(file) {
    const turn = this.#leave();
    this.#address = URL.createObjectURL(file);
    byId("file-name").textContent = file.name;
    try {
      if (file.type.startsWith("video/"))
        await this.#openVideo(turn);
      else
        await this.#openPicture(turn);
    } catch (error) {
      this.#failed(turn, error);
    }
  }

  /** Reads an opened picture again, as when it shows the other hand. */
  async readAgain() {
    if (this.#source !== "picture")
      return;
    const turn = ++this.#turn;
    byId("notice").hidden = true;
    say(byId("stage-said"), "");
    try {
      await this.#readPicture(turn);
    } catch (error) {
      this.#failed(turn, error);
    }
  }

  mirror() {
    byId("picture").classList.toggle("mirrored", this.isMirrored);
    this.#overlay.mirror(this.isMirrored);
    this.onMirrored();
  }

  #failed(turn, error) {
    if (turn !== this.#turn)
      return;
    if (!(error instanceof PictureError))
      throw error;
    this.#show(error.reason === "refused" ? "picture" : "none");
    this.#notice(error.reason, error.message);
  }

  async #openVideo(turn) {
    const video = byId("video");
    video.src = this.#address;
    try {
      await video.play();
    } catch (error) {
      throw new PictureError("unreadable", "", error);
    }
    if (turn !== this.#turn)
      return;
    this.#show("video");
    this.#feed.start();
  }

  async #openPicture(turn) {
    const image = byId("image");
    image.src = this.#address;
    try {
      await image.decode();
    } catch (error) {
      throw new PictureError("unreadable", "", error);
    }
    if (turn !== this.#turn)
      return;
    this.#show("picture");
    await this.#readPicture(turn);
  }

  async #readPicture(turn) {
    const { reading, frame } = await recognize(byId("image"), this.#settings.otherHand);
    if (turn !== this.#turn)
      return;
    this.#overlay.show(reading, frame, false);
    this.#readout.show(reading);
  }

  async #play() {
    this.#noteFocus();
    byId("again").hidden = true;
    this.#passFocus();
    this.#feed.start();
    this.#awake.keep(true);
    await byId("video").play();
  }

  /** Plays a paused video on, or leaves that to the person where the browser wants to be asked. */
  #playOn() {
    const video = byId("video");
    if (this.#source === "video" && video.paused && !video.ended)
      video.play().catch(() => (byId("again").hidden = this.#source !== "video"));
  }

  #ended() {
    this.#feed.stop();
    this.#awake.keep(false);
    this.#overlay.clear();
    byId("again").hidden = false;
  }

  async #watch() {
    const turn = this.#turn;
    this.#show("camera");
    this.#feed.start();
    await this.#listCameras();
    if (turn === this.#turn)
      this.#passFocus(); // only now, because the list itself may have had it
  }

  #pause() {
    this.#feed.stop();
    this.#awake.keep(false);
    this.#overlay.clear();
    this.#readout.clear();
    this.#notice("paused");
  }

  #lose() {
    this.#leave();
    this.#show("none");
    this.#notice("lost");
  }

  async #devicesChanged() {
    if (this.#source === "camera")
      await this.#listCameras();
    else if (["missing", "lost"].includes(byId("notice").dataset.notice) && (await this.#camera.list()).length > 0)
      await this.startCamera();
  }

  /** Ends what there was; what begins now has the number that is returned. */
  #leave() {
    this.#feed.stop();
    this.#camera.stop();
    this.#overlay.clear();
    this.#readout.clear();
    const video = byId("video");
    if (video.hasAttribute("src")) {
      video.removeAttribute("src");
      video.load();
    }
    byId("image").removeAttribute("src");
    if (this.#address)
      URL.revokeObjectURL(this.#address);
    this.#address = null;
    return ++this.#turn;
  }

  #show(source) {
    this.#noteFocus();
    this.#source = source;
    this.#awake.keep(this.isMoving);
    byId("picture").dataset.source = source;
    byId("notice").hidden = true;
    byId("notice").dataset.notice = "";
    byId("video").hidden = !this.isMoving;
    byId("image").hidden = source !== "picture";
    byId("file-name").hidden = source !== "picture" && source !== "video";
    byId("back").hidden = !(source === "picture" || source === "video") || !Camera.isPossible;
    byId("stop").hidden = source !== "camera";
    byId("again").hidden = true;
    byId("camera-field").hidden = byId("flip").hidden = true;
    say(byId("stage-said"), source === "camera" ? "The camera is on." : ""); // where there is none, a notice says why
    this.mirror();
    if (source === "picture" || source === "video")
      this.#passFocus();
  }

  #notice(name, text = "") {
    const { title, text: usual, action: wanted } = notices[name];
    const action = Camera.isPossible ? wanted : undefined;
    this.#noteFocus();
    byId("notice").dataset.notice = name;
    byId("notice-title").textContent = title;
    byId("notice-text").textContent = text || usual;
    byId("start").hidden = !action;
    byId("start").textContent = action ?? "";
    byId("notice-choose").hidden = name === "starting";
    byId("notice").hidden = false;
    say(byId("stage-said"), `${title}. ${text || usual}`);
    if (name !== "starting")
      this.#passFocus();
  }

  /** Remembers that a keyboard's place is here, before its button may vanish. */
  #noteFocus() {
    this.#hadFocus = changing.map(byId).find((control) => control === document.activeElement) ?? this.#hadFocus;
  }

  /** Gives a keyboard's place back, or to what can be done now, where its control vanished and it did not go elsewhere. */
  #passFocus() {
    const now = document.activeElement;
    const isKept = now && now !== document.body && isInSight(now);
    if (this.#hadFocus && !isKept)
      [this.#hadFocus, ...changing.map(byId)].find(isInSight)?.focus();
    this.#hadFocus = null;
  }

  async #listCameras() {
    const cameras = await this.#camera.list();
    const now = this.#camera.deviceId;
    byId("camera").replaceChildren(...cameras.map(({ id, name }) => make("option", { value: id, ...(id === now && { selected: "" }) }, name)));
    byId("camera-field").hidden = byId("flip").hidden = cameras.length < 2;
  }
}

/** As checkVisibility, which Safari has only since 17.4. */
function isInSight(element) {
  return element.getClientRects().length > 0;
}
