// The text field. The server spells the text on; the page keeps it, over a lost connection and over a reload.
import { keep, recall } from "./storage.js";

const place = "fingerspell.text";

export class TextField {
  #asked = 0;
  #isTyped = false;

  /** Called when the person has typed. */
  onTyped = () => {};

  constructor(element) {
    this.element = element;
    element.value = recall("sessionStorage", place) ?? "";
    element.addEventListener("input", () => {
      this.#keep();
      this.#isTyped = true;
      this.onTyped();
    });
  }

  get value() {
    return this.element.value;
  }

  /** Whether edits were asked for that the server has not answered yet: what it says meanwhile is older. */
  get isAhead() {
    return this.#asked > 0;
  }

  asked() {
    this.#asked++;
  }

  answered() {
    this.#asked = Math.max(0, this.#asked - 1);
  }

  /** Forgets what was asked: the answers will not come, and the next session begins with the text as it is. */
  forget() {
    this.#asked = 0;
    this.#isTyped = false;
  }

  /** Whether the person has typed since this was asked last. */
  takeTyped() {
    const isTyped = this.#isTyped;
    this.#isTyped = false;
    return isTyped;
  }

  show(value) {
    const { element } = this;
    if (element.value === value)
      return;
    const { selectionStart, selectionEnd } = element;
    const wasAtEnd = selectionEnd === element.value.length;
    element.value = value;
    if (document.activeElement === element && !wasAtEnd)
      element.setSelectionRange(selectionStart, selectionEnd);
    else
      element.scrollTop = element.scrollHeight;
    this.#keep();
  }

  /** Does an edit here, for want of a server. */
  edit({ edit, text }) {
    const edits = {
      space: (value) => (/\S$/.test(value) ? value + " " : value), // as the server's speller does
      delete: (value) => [...value].slice(0, -1).join(""),
      clear: () => "",
      set: () => text,
    };
    this.show(edits[edit]?.(this.value) ?? this.value);
  }

  #keep() {
    keep("sessionStorage", place, this.value);
  }
}
