// Words that fit, each a button with the number of its key.
import { make } from "./dom.js";

export class Suggestions {
  #list;
  #words = [];

  /** Called with the word that was taken. */
  onAccept = () => {};

  /** Called when the button that had a keyboard's place is gone. */
  onLeft = () => {};

  constructor(list) {
    this.#list = list;
    list.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button)
        this.accept(Number(button.dataset.number));
    });
  }

  /** Takes the word with a number, counted from 1, where there is one. */
  accept(number) {
    const word = this.#words[number - 1];
    if (word)
      this.onAccept(word);
  }

  show(words = []) {
    if (words.join(" ") === this.#words.join(" "))
      return; // nothing moves under a finger, and a focused button keeps the focus
    this.#words = words;
    const focused = document.activeElement?.closest("#suggestions button:focus-visible")?.dataset.number;
    this.#list.replaceChildren(...words.map((word, i) =>
      make("li", {}, make("button", { type: "button", "data-number": i + 1 }, make("kbd", { "aria-hidden": "true" }, `${i + 1}`), word))));
    if (!focused)
      return;
    const again = this.#list.querySelector(`[data-number="${focused}"]`);
    if (again)
      again.focus();
    else
      this.onLeft();
  }
}
