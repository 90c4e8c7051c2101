// The drawn hand: the server draws it, and says in words how it is made.

const frameTime = 60; // ms; J and Z take 21 frames
const rest = 900; // ms before a motion is shown again
const repeats = 2;

const lessons = new Map();

/** How a letter is signed: { letter, words, moves, insteadOf }; null while the server does not answer. */
export async function describe(letter) {
  try {
    if (!lessons.has(letter)) {
      const response = await fetch(`api/hand/${letter}`);
      if (!response.ok)
        return null;
      lessons.set(letter, await response.json());
    }
    return lessons.get(letter);
  } catch {
    return null;
  }
}

/** Where the drawing of a letter is. */
export function drawing(letter, { side, view, tone }, moment = 0) {
  return `api/hand/${letter}.png?${new URLSearchParams({ side, view, tone, size: 384, ...(moment && { moment }) })}`;
}

export class DrawnHand {
  #image;
  #timer = 0;

  constructor(image) {
    this.#image = image;
    image.addEventListener("error", () => (image.hidden = true));
    image.addEventListener("load", () => (image.hidden = false));
  }

  /** Shows a letter; one that moves is shown moving, unless the person wants no motion. */
  show({ letter, words, moves }, look) {
    clearTimeout(this.#timer);
    this.#image.alt = `${letter}: ${words}`;
    this.#set(drawing(letter, look));
    if (moves && !matchMedia("(prefers-reduced-motion: reduce)").matches)
      this.#play(letter, look);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#image.hidden = true;
    this.#image.removeAttribute("src");
  }

  #set(address) {
    if (this.#image.getAttribute("src") !== address)
      this.#image.src = address;
  }

  #play(letter, look) {
    const frames = Array.from({ length: 21 }, (_, i) => drawing(letter, look, i * 5));
    for (const frame of frames)
      new Image().src = frame;
    let shown = 0;
    const step = () => {
      this.#set(frames[shown++ % frames.length]);
      if (shown < repeats * frames.length)
        this.#timer = setTimeout(step, shown % frames.length === 0 ? rest : frameTime);
    };
    this.#timer = setTimeout(step, rest);
  }
}
