// Small helpers for the document.

/** The element with an id that index.html has. */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element)
    throw new Error(`index.html has no element with the id ${id}`);
  return element;
}

/** A new element with attributes and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Writes a sentence where screen readers hear what changes. The same words again would be no change, and go unheard. */
export function say(place, sentence) {
  place.replaceChildren();
  place.textContent = sentence;
}
