// The live socket: says what the server needs to know, counts frames, and comes back by itself.

const firstWait = 0.5;
const longestWait = 10;
const patience = 10_000; // ms without an answer after which a connection counts as lost
const mostInFlight = 2;
const fewestBarred = 3; // attempts in a row that are no restart any more, but something that lets no WebSocket through

export class Connection {
  #address;
  #greeting;
  #socket = null;
  #state = "connecting";
  #attempts = 0;
  #barred = 0; // attempts in a row where a plain request came through, and the socket did not
  #timer = 0;
  #watchdog = 0;
  #sent = 0;
  #answered = 0;
  #due = 0; // text messages that were not answered yet
  #isGreeted = false;
  #farewell = "";
  #listeners = new Map();

  /**
   * @param path where the socket is, relative to the page
   * @param greeting makes the message that begins a session
   */
  constructor(path, greeting) {
    this.#address = new URL(path, location.href);
    this.#address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    this.#greeting = greeting;
    addEventListener("online", () => this.retry());
    document.addEventListener("visibilitychange", () => document.hidden || this.retry());
  }

  /** Calls back for messages of a type, for "state" (connecting, open or lost), and for "refused" with the server's reason. */
  on(type, listener) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  /** Whether a frame sent now would soon be read. */
  get isReady() {
    return this.#state === "open" && this.#sent - this.#answered < mostInFlight;
  }

  open() {
    clearTimeout(this.#timer);
    this.#tell("connecting");
    this.#sent = this.#answered = this.#due = 0;
    this.#farewell = "";
    this.#isGreeted = false;
    const socket = (this.#socket = new WebSocket(this.#address));
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => socket === this.#socket && this.#take(JSON.parse(data)));
    socket.addEventListener("close", (event) => socket === this.#socket && this.#lost(event.reason));
    this.#watch();
  }

  /** Connects at once where it would only wait. */
  retry() {
    if (this.#state === "lost")
      this.open();
  }

  /** Sends a message; false where there is no connection. */
  send(message) {
    if (this.#state !== "open")
      return false;
    this.#ask(message);
    return true;
  }

  #ask(message) {
    if (!this.#isDue)
      this.#watch(); // silence counts from when an answer is due
    this.#due++;
    this.#socket.send(JSON.stringify(message));
  }

  get #isDue() {
    return this.#due > 0 || this.#sent > this.#answered;
  }

  /** Sends a frame and returns its number, which the reading of it will carry. */
  sendFrame(bytes) {
    this.#socket.send(bytes);
    if (!this.#isDue)
      this.#watch();
    return ++this.#sent;
  }

  #take(message) {
    this.#watch();
    switch (message.type) {
      case "hello":
        this.#attempts = this.#barred = 0;
        this.#isGreeted = true;
        this.#ask(this.#greeting());
        this.#tell("open");
        break;
      case "reading":
        this.#answered = message.frame;
        break;
      case "text":
        this.#due = Math.max(0, this.#due - 1);
        break;
      case "error":
        if (message.frame)
          this.#answered = message.frame;
        else // it is about a text message
          this.#due = Math.max(0, this.#due - 1);
        break;
      case "bye":
        this.#farewell = message.reason;
        break;
    }
    this.#emit(message.type, message);
  }

  #lost(reason) {
    clearTimeout(this.#watchdog);
    this.#socket = null;
    const longest = Math.min(longestWait, firstWait * 2 ** this.#attempts++);
    // Not all pages shall knock at the same moment after a server's restart.
    const wait = longest * (0.75 + Math.random() / 2);
    this.#tell("lost", { wait, reason: this.#farewell || reason });
    this.#timer = setTimeout(() => this.open(), wait * 1000);
    if (!this.#isGreeted)
      this.#askWhy();
  }

  /** A browser does not tell a page why a socket was refused; the same address as a plain request does. */
  async #askWhy() {
    try {
      const response = await fetch(this.#address.href.replace(/^ws/, "http"));
      // "This is a WebSocket" says nothing new, unless it never becomes one.
      this.#barred = response.status === 426 ? this.#barred + 1 : 0;
      if (this.#barred === 0 || this.#barred >= fewestBarred)
        this.#emit("refused", { status: response.status, reason: (await response.json()).detail ?? response.statusText });
    } catch {
      // There is no server, or it is none of ours: the connection is lost, as the page says already.
    }
  }

  /** Gives up a connection on which an answer is due and nothing comes, as after a change of network. */
  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      if (this.#state === "open" && !this.#isDue)
        return;
      const socket = this.#socket;
      this.#lost("");
      socket.close();
    }, patience);
  }

  #tell(state, detail = {}) {
    this.#state = state;
    this.#emit("state", { state, ...detail });
  }

  #emit(type, detail) {
    for (const listener of this.#listeners.get(type) ?? [])
      listener(detail);
  }
}
