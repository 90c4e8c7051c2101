// The hand's box and its letter, drawn over the picture. Its coordinates are the frame's pixels; the browser scales it
// as it scales the picture. Mirroring moves the box, so that the letter stays readable.

const namespace = "http://www.w3.org/2000/svg";

export class Overlay {
  #svg;
  #shown = null;

  constructor(svg) {
    this.#svg = svg;
  }

  show(reading, frame, mirrored) {
    this.#shown = { reading, frame };
    this.#draw(mirrored);
  }

  mirror(mirrored) {
    if (this.#shown)
      this.#draw(mirrored);
  }

  clear() {
    this.#shown = null;
    this.#svg.replaceChildren();
  }

  #draw(mirrored) {
    const { reading, frame } = this.#shown;
    const { box, letter, confidence, holding } = reading;
    this.#svg.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    if (!box) {
      this.#svg.replaceChildren();
      return;
    }
    const x = mirrored ? frame.width - box.x - box.width : box.x;
    const edge = { x, y: box.y, width: box.width, height: box.height, rx: 6 };
    const marks = [draw("rect", { ...edge, class: "shade" }), draw("rect", { ...edge, class: "hand" })];
    if (letter) {
      const size = Math.max(frame.width, frame.height) / 17;
      const words = `${letter} ${Math.round(confidence * 100)} %`;
      const plate = { width: size * (0.66 * words.length + 0.4), height: size * 1.35 };
      // Above the box, or inside where there is no room; never outside of the picture.
      const left = Math.max(0, Math.min(x, frame.width - plate.width));
      const top = box.y >= plate.height + 4 ? box.y - plate.height - 4 : box.y + 4;
      marks.push(draw("rect", { x: left, y: top, ...plate, rx: size / 5, class: "plate" }));
      if (holding?.letter === letter)
        marks.push(draw("rect", { x: left, y: top + plate.height - size / 8, width: plate.width * holding.progress, height: size / 8, class: "progress" }));
      const text = draw("text", { x: left + plate.width / 2, y: top + size * 0.97, "font-size": size, "text-anchor": "middle" });
      text.textContent = words;
      marks.push(text);
    }
    this.#svg.replaceChildren(...marks);
  }
}

function draw(name, attributes) {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, value);
  return element;
}
