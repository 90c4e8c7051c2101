// Says how the connection is: a word in the corner, and a banner when it is lost for more than a moment.
import { byId } from "./dom.js";

const words = { connecting: "Connecting", open: "Connected", lost: "No connection" };

export class ConnectionNotices {
  #countdown = 0;

  constructor(connection) {
    connection.on("state", (change) => this.#show(change));
  }

  #show({ state, wait, reason }) {
    clearInterval(this.#countdown);
    byId("connection").dataset.state = state;
    byId("connection-word").textContent = words[state];
    byId("banner-countdown").textContent = "";
    if (state === "open")
      byId("banner").hidden = true;
    if (state !== "lost")
      return;
    byId("banner").hidden = false;
    // The same words are not said again on every attempt: a live region speaks only when its text changes.
    const what = reason ? `The server ended the connection: ${reason}.` : "The connection to the server is lost.";
    setOnce(byId("banner-text"), `${what} Your text is kept. It connects again by itself.`);
    const until = performance.now() + wait * 1000;
    const count = () => {
      byId("banner-countdown").textContent = `Next try in ${Math.max(1, Math.ceil((until - performance.now()) / 1000))} s.`;
    };
    count();
    this.#countdown = setInterval(count, 500);
  }
}

function setOnce(element, text) {
  if (element.textContent !== text)
    element.textContent = text;
}
