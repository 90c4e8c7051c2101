// Says how the connection is: a word in the corner, and a banner while it is lost.
import { byId, say } from "./dom.js";
import { signIn } from "./sign-in.js";
import { focusView } from "./views.js";

const refusals = {
  401: "This server wants the token that it was started with.",
  426: "This page reaches the server, but its WebSocket does not: a proxy must pass Upgrade on, and a self-signed certificate must be trusted on this device.",
};
const words = { connecting: "Connecting", open: "Connected", lost: "No connection" };

export class ConnectionNotices {
  #countdown = 0;
  #wasOpen = false;

  constructor(connection) {
    connection.on("state", (change) => this.#show(change));
    connection.on("refused", (refusal) => this.#explain(refusal));
    byId("reconnect").addEventListener("click", () => connection.retry());
    byId("sign-in").addEventListener("submit", async (event) => {
      event.preventDefault();
      const problem = await signIn(byId("token").value);
      if (problem) {
        this.#tell(problem);
      } else {
        byId("token").value = "";
        connection.retry();
      }
    });
  }

  #explain({ status, reason }) {
    if (status === 401 && !byId("sign-in").hidden)
      return; // it was said, and perhaps answered
    byId("sign-in").hidden = status !== 401;
    const refusal = refusals[status] ?? `The server says: ${reason}.`;
    if (byId("banner-text").textContent !== refusal)
      this.#tell(refusal); // not at every attempt
  }

  #tell(sentence) {
    byId("banner-text").textContent = sentence;
    say(byId("connection-said"), sentence);
  }

  /** Takes the banner away, and what it said. */
  #open() {
    if (!byId("banner").hidden)
      say(byId("connection-said"), this.#wasOpen ? "Connected again." : "Connected.");
    this.#wasOpen = true;
    if (byId("banner").contains(document.activeElement))
      focusView();
    byId("banner").hidden = byId("sign-in").hidden = true;
  }

  #show({ state, wait, reason }) {
    clearInterval(this.#countdown);
    byId("connection").dataset.state = state;
    byId("connection-word").textContent = words[state];
    byId("banner-countdown").textContent = "";
    if (state === "open")
      this.#open();
    if (state !== "lost")
      return;
    const wasHidden = byId("banner").hidden;
    byId("banner").hidden = false;
    if (!byId("sign-in").hidden)
      return; // it waits for the token
    const what = reason ? `The server ended the connection: ${reason}.` : "The connection to the server is lost.";
    if (wasHidden || reason)
      this.#tell(`${what} Your text is kept. It connects again by itself.`);
    const until = performance.now() + wait * 1000;
    const count = () => {
      byId("banner-countdown").textContent = `Next try in ${Math.max(1, Math.ceil((until - performance.now()) / 1000))} s.`;
    };
    count();
    this.#countdown = setInterval(count, 500);
  }
}
