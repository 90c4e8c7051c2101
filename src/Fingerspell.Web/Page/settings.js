// What the person has set: remembered in this browser, told to whoever asks.
import { byId } from "./dom.js";
import { keep, recallJson } from "./storage.js";

const place = "fingerspell.settings";
const usual = { mirror: true, otherHand: false, hold: 0.6, shortcuts: true, seen: "mirror", tone: "medium" };
const choices = ["seen", "tone"];
const switches = { mirror: "mirror", otherHand: "other-hand", shortcuts: "shortcuts" };

export class Settings {
  #values = recalled();
  #listeners = [];

  constructor() {
    for (const [name, id] of Object.entries(switches))
      byId(id).addEventListener("change", ({ target }) => this.#set(name, target.checked));
    for (const name of choices) {
      byId(name).addEventListener("change", ({ target }) => this.#set(name, target.value));
      byId(name).value = this.#values[name];
      if (!byId(name).value)
        byId(name).value = this.#values[name] = usual[name];
    }
    byId("hold").addEventListener("input", () => this.#show());
    byId("hold").addEventListener("change", ({ target }) => this.#set("hold", Number(target.value)));
    for (const [name, id] of Object.entries(switches))
      byId(id).checked = this.#values[name];
    byId("hold").value = this.#values.hold;
    this.#values.hold = Number(byId("hold").value); // within its range
    this.#show();
  }

  get mirror() {
    return this.#values.mirror;
  }

  get otherHand() {
    return this.#values.otherHand;
  }

  get shortcuts() {
    return this.#values.shortcuts;
  }

  /** What the server has to know. */
  get forReading() {
    return { hold: this.#values.hold, otherHand: this.#values.otherHand };
  }

  /** How the hand is drawn. */
  get forDrawing() {
    const { otherHand, seen, tone } = this.#values;
    return { otherHand, seen, tone };
  }

  /** Calls back with the name of a setting that was changed. */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  toggle(name) {
    byId(switches[name]).click();
  }

  #set(name, value) {
    this.#values[name] = value;
    keep("localStorage", place, JSON.stringify(this.#values));
    this.#show();
    for (const listener of this.#listeners)
      listener(name);
  }

  #show() {
    byId("hold-value").textContent = `${Number(byId("hold").value).toFixed(1)} s`;
    document.documentElement.classList.toggle("no-keys", !this.#values.shortcuts);
  }
}

/** What was kept, as far as it is what it should be. */
function recalled() {
  const kept = recallJson("localStorage", place) ?? {};
  return Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, typeof kept[name] === typeof value ? kept[name] : value]));
}
