// The two views of the page, Write and Practise. What belongs to one of them alone says so with data-view.

const usual = "write";

export class Views {
  #now = usual;

  /** Called with the name of the view when another one is shown. */
  onChange = () => {};

  constructor() {
    for (const link of links())
      link.addEventListener("click", (event) => {
        event.preventDefault(); // it would scroll
        this.show(link.dataset.shows);
        if (!link.closest(".views"))
          focusView(); // from far below, nothing would seem to have changed
      });
    addEventListener("popstate", () => this.#apply(byAddress()));
    this.#apply(byAddress());
  }

  get isPractising() {
    return this.#now === "practise";
  }

  /** Shows a view, to which the browser's way back leads again. */
  show(name) {
    if (name === this.#now)
      return;
    history.pushState(null, "", `#${name}`);
    this.#apply(name);
  }

  toggle() {
    this.show(this.isPractising ? usual : "practise");
  }

  #apply(name) {
    const focused = document.activeElement;
    for (const part of document.querySelectorAll("[data-view]"))
      part.hidden = part.dataset.view !== name;
    for (const link of links())
      link.setAttribute("aria-current", link.dataset.shows === name ? "page" : "false");
    document.documentElement.dataset.shows = name;
    if (focused?.closest("[data-view]")?.hidden)
      focusView();
    if (name === this.#now)
      return;
    this.#now = name;
    this.onChange(name);
  }
}

/** Gives a keyboard's place, which has vanished, to the link of the view that is shown. */
export function focusView() {
  document.querySelector('.views [aria-current="page"]').focus();
}

function links() {
  return document.querySelectorAll("[data-shows]:not(html)");
}

function byAddress() {
  return location.hash === "#practise" ? "practise" : usual;
}
