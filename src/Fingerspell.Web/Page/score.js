// How well each letter is known: kept in this browser, and nowhere else.
import { boxAfter, highest } from "./leitner.js";
import { keep, recallJson } from "./storage.js";

const place = "fingerspell.practice";

export class Score {
  #letters = remembered() ?? {};
  #row = 0;

  /** The letter's box, how often it was asked, and how often it was read at the first try. */
  of(letter) {
    return this.#letters[letter] ?? { box: 0, asked: 0, right: 0 };
  }

  /** How many letters were read at the first try since one was not. */
  get row() {
    return this.#row;
  }

  /** Over all letters. */
  get total() {
    const all = Object.values(this.#letters);
    const sum = (name) => all.reduce((count, letter) => count + letter[name], 0);
    return { asked: sum("asked"), right: sum("right") };
  }

  /** Whether a letter still needs work: those of the lower boxes do. */
  isWeak(letter) {
    return this.of(letter).box < highest / 2;
  }

  /** Takes a try: "right" at first, "helped" or "missed". */
  add(letter, outcome) {
    this.#letters = remembered() ?? this.#letters; // another tab may have added to it
    const { box, asked, right } = this.of(letter);
    const isRight = outcome === "right";
    this.#letters[letter] = { box: boxAfter(box, outcome), asked: asked + 1, right: right + isRight };
    this.#row = isRight ? this.#row + 1 : 0;
    this.#keep();
  }

  forget() {
    this.#letters = {};
    this.#row = 0;
    this.#keep();
  }

  #keep() {
    keep("localStorage", place, JSON.stringify(this.#letters));
  }
}

/** What was kept, but for what cannot be a score; null where nothing was, or may be. */
function remembered() {
  try {
    const isCount = (value) => Number.isInteger(value) && value >= 0;
    return Object.fromEntries(Object.entries(recallJson("localStorage", place)).filter(([letter, { box, asked, right }]) =>
      /^[A-Z]$/.test(letter) && isCount(box) && box <= highest && isCount(asked) && isCount(right) && right <= asked));
  } catch {
    return null;
  }
}
