// What is read now: the letter in its ring, the runners-up, and what the model sees.
import { byId, make } from "./dom.js";

const rows = 5;

export class Readout {
  #bars = [];

  constructor() {
    for (let i = 0; i < rows; i++) {
      const row = { letter: make("span"), fill: make("span"), share: make("span", { class: "share" }) };
      row.item = make("li", { hidden: "" }, row.letter, make("span", { class: "bar", "aria-hidden": "true" }, row.fill), row.share);
      this.#bars.push(row);
      byId("candidates").append(row.item);
    }
  }

  show({ letter, confidence, box, candidates, holding, crop }) {
    // The hand that has drawn a J or Z looks like some letter and means none.
    const drawn = holding && "JZ".includes(holding.letter) ? holding.letter : null;
    const progress = drawn || holding && holding.letter === letter ? holding.progress : 0;
    const percent = `${Math.round(confidence * 100)} %`;
    let verdict = "No hand in the picture";
    if (drawn)
      verdict = "drawn";
    else if (letter)
      verdict = `${percent} sure`;
    else if (box)
      verdict = "A hand, but no letter is sure enough";
    const label = letter ? `Letter ${letter}, ${percent}` : "No letter";
    this.#now(drawn ?? letter ?? "–", verdict, progress, drawn ? `Letter ${drawn}, drawn` : label);
    this.#bars.forEach((bar, i) => {
      const candidate = candidates[i];
      bar.item.hidden = !candidate;
      if (!candidate)
        return;
      bar.letter.textContent = candidate.letter;
      bar.fill.style.transform = `scaleX(${candidate.confidence})`;
      bar.share.textContent = `${Math.round(candidate.confidence * 100)} %`;
    });
    byId("crop").hidden = !crop;
    if (crop)
      byId("crop").src = crop;
  }

  clear() {
    this.#now("–", "No hand yet", 0, "No letter");
    for (const bar of this.#bars)
      bar.item.hidden = true;
    byId("crop").hidden = true;
  }

  #now(letter, verdict, progress, label) {
    byId("letter").textContent = letter;
    byId("verdict").textContent = verdict;
    byId("ring").setAttribute("aria-label", label);
    byId("ring").classList.toggle("unsure", letter === "–");
    byId("held").style.strokeDasharray = `${progress * 100} 100`;
  }
}
