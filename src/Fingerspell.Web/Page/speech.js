// What leaves the text field by other ways than the eye: speaking it, copying it.

export class Speech {
  #button;

  /** Called with a sentence when speaking failed. */
  onProblem = () => {};

  constructor(button) {
    this.#button = button;
    button.disabled = !window.speechSynthesis;
    if (button.disabled)
      button.title = "This browser does not speak.";
  }

  /** Speaks, or stops speaking; returns what there is to say about that. */
  toggle(text) {
    const voice = window.speechSynthesis;
    if (!voice)
      return "This browser does not speak.";
    if (voice.speaking || voice.pending) {
      voice.cancel();
      return "";
    }
    if (!text.trim())
      return "There is no text to speak yet.";
    // Capitals would be spelled instead of said.
    const utterance = new SpeechSynthesisUtterance(text.toLowerCase());
    utterance.lang = "en-US";
    utterance.onend = () => {
      this.#button.textContent = "Speak";
      if (voice.getVoices().length === 0)
        this.onProblem("This browser has no voice to speak with.");
    };
    utterance.onerror = ({ error }) => {
      this.#button.textContent = "Speak";
      if (!["canceled", "interrupted"].includes(error))
        this.onProblem("Speaking failed; the browser may have no voice.");
    };
    this.#button.textContent = "Stop";
    voice.speak(utterance);
    return "";
  }
}

/** Copies the whole text; false where the browser does not allow that. */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Where the page did not come over https there is no clipboard, but the old way.
    const { activeElement } = document;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    field.focus();
    field.select();
    const isCopied = document.execCommand("copy");
    field.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    if (activeElement !== field) {
      field.blur();
      activeElement?.focus();
    }
    return isCopied;
  }
}
