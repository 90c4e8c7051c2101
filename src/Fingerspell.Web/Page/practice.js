// Practice: asks for a letter, tells whether it was read, and what differs where another one was.
import { byId, make, say } from "./dom.js";
import { DrawnHand, describe, drawing, showWhenLoaded } from "./drawn-hand.js";
import { highest } from "./leitner.js";
import { Lesson, readable } from "./lessons.js";
import { Score } from "./score.js";
import { keep, recallJson } from "./storage.js";

const place = "fingerspell.lesson";
const pause = { letter: 1400, word: 500 }; // ms for which "Right" stands before it goes on

export class Practice {
  #settings;
  #isMirrored;
  #score = new Score();
  #hand = new DrawnHand(byId("hand"));
  #letters = "";
  #lesson = null;
  #asked = null; // the letter's description once it is there
  #letter = "";
  #outcome = ""; // of this try so far: "", helped, missed, or done
  #read = null; // the letter that was read instead, while that is told
  #text = ""; // what was typed so far, as the server says
  #isOn = false;
  #timer = 0;

  /**
   * @param settings what the person has set
   * @param isMirrored tells whether the picture beside the drawn hand is shown as a mirror
   */
  constructor(settings, isMirrored) {
    this.#settings = settings;
    this.#isMirrored = isMirrored;
    const { kind, ownWord, fromMemory } = recallJson("localStorage", place) ?? {};
    byId("lesson").value = kind ?? "all";
    if (!byId("lesson").value)
      byId("lesson").value = "all";
    byId("own-word").value = ownWord ?? "";
    byId("from-memory").checked = Boolean(fromMemory);
    byId("lesson").addEventListener("change", () => this.#choose());
    byId("own-word").addEventListener("change", () => {
      const typed = byId("own-word").value.trim();
      this.#choose();
      if (typed && !byId("own-word").value)
        this.#tell(`“${typed}” has no letter that is read here; give letters A to Z.`);
    });
    byId("own").addEventListener("submit", (event) => {
      event.preventDefault();
      byId("own-word").blur(); // which changes it
    });
    byId("from-memory").addEventListener("change", () => {
      this.#keep();
      this.draw();
    });
    byId("next").addEventListener("click", () => this.next());
    byId("hint").addEventListener("click", () => this.hint());
    byId("start-over").addEventListener("click", () => this.#sure(true));
    byId("keep-score").addEventListener("click", () => this.#sure(false));
    byId("forget-score").addEventListener("click", () => {
      this.#score.forget();
      this.#sure(false);
      this.#begin();
      byId("next").focus(); // the button that was asked with can do nothing now
      this.#tell("Your score is empty again.");
    });
    this.#sure(false);
  }

  /** Takes the letters that the server reads: no others are asked. */
  know(letters) {
    if (letters === this.#letters)
      return this.#asked ?? this.draw(); // it may have failed without a connection
    this.#letters = letters;
    if (this.#isOn)
      this.#begin();
  }

  /** Starts or ends; meanwhile nothing is asked. */
  turn(isOn) {
    this.#isOn = isOn;
    this.#text = "";
    clearTimeout(this.#timer);
    if (isOn)
      this.#begin();
  }

  /** Takes the text of the session: what was added to it was held long enough to count. */
  take(text) {
    let same = 0;
    while (same < text.length && text[same] === this.#text[same])
      same++; // a letter that was drawn may take the place of the one that its hand was read as
    this.#text = text;
    for (const letter of text.slice(same).replaceAll(" ", ""))
      this.#judge(letter);
  }

  /** Goes on to the next letter; one that was not read yet counts as missed. */
  next() {
    if (!this.#letter)
      return;
    if (!["done", "missed"].includes(this.#outcome))
      this.#score.add(this.#letter, "missed");
    this.#ask();
  }

  /** Shows the hand to whoever signs from memory; motion is shown again. */
  async hint() {
    if (byId("from-memory").checked && !this.#outcome)
      this.#outcome = "helped";
    const letter = this.#letter;
    await this.draw(true);
    if (letter && letter === this.#letter)
      this.#sayAsked(); // who does not see the hand hears how it is made
  }

  /** Draws the hand as it is wanted now; `isAskedFor` shows motion even to whoever wants none unasked. */
  async draw(isAskedFor = false) {
    this.#drawRead();
    const letter = this.#letter;
    if (!letter)
      return;
    const described = await describe(letter);
    if (letter !== this.#letter)
      return;
    this.#asked = described;
    const isHidden = byId("from-memory").checked && !this.#outcome;
    byId("ask").classList.toggle("hidden-hand", isHidden);
    const hintHadFocus = document.activeElement === byId("hint");
    byId("hint").hidden = !byId("from-memory").checked && described?.moves === false; // without a description, it tries again
    if (hintHadFocus && byId("hint").hidden)
      byId("next").focus();
    byId("result-idle").textContent = described?.moves
      ? "Draw the letter, then rest: here it says what was read."
      : "Hold the letter still: here it says what was read.";
    byId("made").textContent = isHidden ? "from memory" : described?.words ?? "";
    if (isHidden || !described)
      this.#hand.hide();
    else
      this.#hand.show(described, this.#look, isAskedFor);
  }

  get #look() {
    const { otherHand, tone, seen } = this.#settings.forDrawing;
    // In the mirror beside it, a right hand looks like a left one.
    const isLeft = otherHand !== (seen === "mirror" && this.#isMirrored());
    return { side: isLeft ? "left" : "right", view: seen === "own" ? "signer" : "watcher", tone };
  }

  #choose() {
    this.#keep();
    this.#begin();
  }

  #begin() {
    byId("own").hidden = byId("lesson").value !== "own";
    if (!this.#letters)
      return this.#showScore(); // it begins when they are known
    this.#lesson = new Lesson(byId("lesson").value, this.#score, this.#letters, byId("own-word").value);
    this.#ask();
  }

  async #ask() {
    clearTimeout(this.#timer);
    const letter = (this.#letter = this.#lesson.next());
    this.#asked = null;
    this.#outcome = "";
    byId("asked").textContent = letter;
    byId("next").firstChild.textContent = "Skip";
    this.#tell("");
    this.#showWord();
    this.#showScore();
    this.#hand.hide(); // the last letter's would be wrong for as long as the description takes
    byId("made").textContent = "";
    await this.draw();
    if (letter === this.#letter)
      this.#sayAsked();
  }

  #sayAsked() {
    const made = byId("made").textContent;
    say(byId("ask-said"), `Sign ${this.#letter}${made ? `: ${made}` : ""}.`);
  }

  async #judge(read) {
    // Who spells on does not wait for "Right" to go.
    if (this.#outcome === "done" && read === this.#lesson.following)
      this.#ask();
    const letter = this.#letter;
    if (!letter || this.#outcome === "done")
      return;
    if (read === letter) {
      const isFirst = !this.#outcome;
      if (this.#outcome !== "missed")
        this.#score.add(letter, this.#outcome || "right");
      this.#outcome = "done";
      this.#tell(isFirst ? `Right: ${letter}.` : `Now it is right: ${letter}.`, "right");
      byId("next").firstChild.textContent = "Next";
      this.#showScore();
      this.#timer = setTimeout(() => this.#ask(), this.#lesson.isMidWord ? pause.word : pause.letter);
      return;
    }
    // Whoever draws a letter may hold its hand still before: that is told, but not counted.
    if (!"JZ".includes(letter)) {
      if (this.#outcome !== "missed")
        this.#score.add(letter, "missed");
      this.#outcome = "missed";
      this.#showScore();
      this.draw();
    }
    const asked = this.#asked ?? (await describe(letter));
    if (letter === this.#letter && this.#outcome !== "done")
      this.#tell(`That was read as ${read}. ${asked?.insteadOf[read] ?? ""}`, "wrong", read);
  }

  #tell(sentence, kind = "none", read = null) {
    byId("result").dataset.kind = kind;
    say(byId("result-text"), sentence);
    byId("result-idle").hidden = Boolean(sentence);
    this.#read = read;
    byId("hand-read").hidden = !read;
    this.#drawRead();
  }

  #drawRead() {
    if (!this.#read)
      return;
    showWhenLoaded(byId("hand-read"), drawing(this.#read, this.#look, { size: 192 }));
    byId("hand-read").alt = `How ${this.#read} is signed`;
  }

  #showWord() {
    const { word, at } = this.#lesson;
    byId("word").hidden = !word;
    byId("word").replaceChildren(...[...word].map((letter, i) =>
      make("li", { ...(i === at && { "aria-current": "step" }), ...(i < at && { class: "done" }) }, letter)));
  }

  #showScore() {
    const { asked, right } = this.#score.total;
    const row = this.#score.row > 1 ? ` ${this.#score.row} in a row.` : "";
    byId("score").textContent = asked > 0 ? `${right} of ${asked} read at the first try.${row}` : "No letter asked yet.";
    byId("start-over").disabled = asked === 0;
    byId("progress").replaceChildren(...[...this.#letters].map((letter) => {
      const { box, asked: times, right: good } = this.#score.of(letter);
      const words = times > 0 ? `: level ${box} of ${highest}, ${good} of ${times} at the first try` : ": not asked yet";
      return make("li", { "data-box": times > 0 ? box : "none", title: letter + words }, letter, make("span", { class: "unseen" }, words));
    }));
  }

  #sure(isAsked) {
    const hadFocus = byId("forget-question").contains(document.activeElement) || document.activeElement === byId("start-over");
    byId("forget-question").hidden = !isAsked;
    byId("start-over").hidden = isAsked;
    if (hadFocus)
      byId(isAsked ? "keep-score" : "start-over").focus();
  }

  #keep() {
    byId("own-word").value = this.#letters ? readable(byId("own-word").value, this.#letters) : byId("own-word").value;
    keep("localStorage", place, JSON.stringify({
      kind: byId("lesson").value, ownWord: byId("own-word").value, fromMemory: byId("from-memory").checked,
    }));
  }
}
