// What can be practised: letters, in groups that are easily mixed up, and words.
import { pick } from "./leitner.js";

/** Groups of letters by the name of their choice in the list; all others are words. */
const groups = {
  fists: "AEMNST",
  two: "HKPRUV",
  index: "DGLQXZ",
  round: "CDEFO",
  little: "AIJSY",
};

const words = [
  "TEA", "SUN", "BOY", "CAT", "DOG", "ZOO", "JAM", "COLD", "LOVE", "MILK", "FISH", "BLUE", "BOOK", "HOME", "RAIN", "PARK", "WAX",
  "HELLO", "WATER", "GREEN", "APPLE", "QUICK", "VIOLET", "FRIEND", "FAMILY",
];

/** Gives one letter after the other, and the word that it stands in. */
export class Lesson {
  #kind;
  #score;
  #letters;
  #ownWord;
  #last = null;

  /** The word that is spelled, or "" where letters are asked one by one. */
  word = "";
  /** Which letter of the word is asked, counted from 0. */
  at = 0;

  /**
   * @param kind what was chosen: all, weak, a group's name, words or own
   * @param score how well letters are known
   * @param letters those that can be read, as one string
   * @param ownWord the word of the choice own
   */
  constructor(kind, score, letters, ownWord) {
    this.#kind = kind;
    this.#score = score;
    this.#letters = [...letters];
    this.#ownWord = readable(ownWord, letters);
  }

  /** Whether it is a word with some letters left to be asked. */
  get isMidWord() {
    return this.at < this.word.length - 1;
  }

  /** The letter that is asked after this one in its word, or undefined. */
  get following() {
    return this.word[this.at + 1];
  }

  next() {
    if (this.#kind !== "words" && !(this.#kind === "own" && this.#ownWord))
      return (this.#last = pick(this.#choice(), (letter) => this.#score.of(letter).box, this.#last));
    if (this.isMidWord)
      this.at++;
    else
      [this.word, this.at] = [this.#kind === "own" ? this.#ownWord : this.#someWord(), 0];
    return this.word[this.at];
  }

  #choice() {
    const group = this.#letters.filter((letter) => this.#kind === "weak" ? this.#score.isWeak(letter) : groups[this.#kind]?.includes(letter));
    return group.length > 0 ? group : this.#letters;
  }

  #someWord() {
    const all = words.filter((word) => [...word].every((letter) => this.#letters.includes(letter)) && word !== this.word);
    return all[Math.floor(Math.random() * all.length)];
  }
}

/** What of a typed word can be asked; a letter with an accent is signed as the one without. */
export function readable(word, letters) {
  return [...word.normalize("NFKD").toUpperCase()].filter((letter) => letters.includes(letter)).join("");
}
