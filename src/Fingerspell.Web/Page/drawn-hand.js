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
export function drawing(letter, { side, view, tone }, { size = 384, moment = 0 } = {}) {
  return `api/hand/${letter}.png?${new URLSearchParams({ side, view, tone, size, ...(moment && { moment }) })}`;
}

/** Shows a picture when it is there: until then no other one stands in its place, and none where it does not come. */
export function showWhenLoaded(image, address) {
  image.hidden = false;
  if (image.getAttribute("src") === address)
    return; // it is there, or on its way
  image.classList.add("loading");
  image.onload = () => image.classList.remove("loading");
  image.onerror = () => {
    image.hidden = true;
    image.removeAttribute("src"); // it may come the next time
  };
  image.src = address;
}

export class DrawnHand {
  #image;
  #timer = 0;

  constructor(image) {
    this.#image = image;
  }

  /** Shows a letter; one that moves is shown moving, unless the person wants no motion but what was asked for. */
  show({ letter, words, moves }, look, isAskedFor) {
    clearTimeout(this.#timer);
    this.#image.alt = `${letter}: ${words}`;
    showWhenLoaded(this.#image, drawing(letter, look));
    if (moves && (isAskedFor || !matchMedia("(prefers-reduced-motion: reduce)").matches))
      this.#play(letter, look);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#image.hidden = true;
  }

  #play(letter, look) {
    const frames = Array.from({ length: 21 }, (_, i) => Object.assign(new Image(), { src: drawing(letter, look, { moment: i * 5 }) }));
    let shown = 0;
    const step = () => {
      const frame = frames[shown % frames.length];
      if (frame.complete) { // one that is being drawn is waited for
        shown++;
        if (frame.naturalWidth) // one that failed would take the hand away
          Object.assign(this.#image, { src: frame.src, hidden: false });
      }
      if (shown < repeats * frames.length)
        this.#timer = setTimeout(step, shown % frames.length === 0 ? rest : frameTime);
    };
    this.#timer = setTimeout(step, rest);
  }
}
