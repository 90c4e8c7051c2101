// Says things once and briefly: in sight below the text, and to screen readers what was signed.
import { byId, make } from "./dom.js";

const calm = 900; // ms for which letters are gathered before they are read out

export class Announcer {
  #pending = "";
  #timer = 0;

  /** Shows a sentence, with a button beside it where one is wanted: { label, act }. */
  say(sentence, offer = null) {
    const place = byId("said");
    place.textContent = sentence;
    if (!offer)
      return;
    const button = make("button", { type: "button" }, offer.label);
    button.addEventListener("click", () => {
      offer.act();
      place.textContent = "";
    });
    place.append(" ", button);
  }

  /** Reads out what signing added to the text; other changes are heard where they are made. */
  typed(before, after) {
    if (!after.startsWith(before) || after === before)
      return;
    this.#pending += after.slice(before.length);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      byId("typed").textContent = this.#pending.trim();
      this.#pending = "";
    }, calm);
  }
}
