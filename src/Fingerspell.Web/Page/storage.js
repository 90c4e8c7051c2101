// What the browser keeps for the page. It may have been told to keep nothing, and throws then even when asked for the
// storage; the page works all the same, and forgets.

/** What was kept under a name in "localStorage" or "sessionStorage", or null. */
export function recall(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text under a name, where that is allowed and there is room. */
export function keep(storage, name, text) {
  try {
    window[storage].setItem(name, text);
  } catch {
    // It lasts as long as the page.
  }
}

/** What was kept under a name as JSON, or null where there is nothing that can be read. */
export function recallJson(storage, name) {
  try {
    return JSON.parse(recall(storage, name));
  } catch {
    return null;
  }
}
