// Says things once and briefly: in sight below the text, and to screen readers what was signed.
import { byId, make, say } from "./dom.js";

const calm = 900; // ms for which letters are gathered before they are read out

export class Announcer {
  #pending = "";
  #timer = 0;

  /** Called when an offered button that had a keyboard's place was taken and is gone. */
  onTaken = () => {};

  /** Shows a sentence, with a button beside it where one is wanted: { label, act }. */
  say(sentence, offer = null) {
    const place = byId("said");
    say(place, sentence);
    if (!offer)
      return;
    const button = make("button", { type: "button" }, offer.label);
    button.addEventListener("click", () => {
      const hadKeyboard = button.matches(":focus-visible"); // and not just a finger on it
      offer.act();
      place.textContent = "";
      if (hadKeyboard)
        this.onTaken();
    });
    place.append(" ", button);
  }

  /** Reads out what signing added to the text; other changes are heard where they are made. */
  typed(before, after) {
    let same = 0;
    while (same < before.length && before[same] === after[same])
      same++;
    const added = after.slice(same), taken = before.length - same;
    // J and Z, drawn, take the place of what their hand was read as.
    if (!added || taken && !"JZ".includes(added))
      return;
    this.#gather(this.#pending.slice(0, Math.max(0, this.#pending.length - taken)) + added);
  }

  /** Reads out a word that took the place of the last one. */
  accepted(word) {
    this.#gather(this.#pending.replace(/\S*\s*$/, "") + `${word} `);
  }

  #gather(pending) {
    this.#pending = pending;
    clearTimeout(this.#timer);
    byId("typed").replaceChildren(); // or the second letter of a pair would be no change
    this.#timer = setTimeout(() => {
      byId("typed").textContent = this.#pending.trim();
      this.#pending = "";
    }, calm);
  }
}
