// Everything by keyboard: single keys, while no field that takes them has the focus. They can be turned off, because
// speech input and unsteady hands press keys that nobody meant.

/** Binds keys to actions by name; digits take suggestions. */
export function bindKeys(actions, suggestions, settings) {
  const keys = {
    " ": actions.space,
    Backspace: actions.delete,
    c: actions.copy,
    s: actions.speak,
    m: actions.mirror,
    l: actions.otherHand,
    t: actions.write,
  };

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && field?.matches("textarea, input[type=password]"))
      field.blur();
    if (field || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !settings.shortcuts)
      return;
    if (event.key === " " && event.target.closest("button, summary, a"))
      return; // Space presses those
    let action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (event.key === "Backspace" && event.shiftKey)
      action = actions.clear;
    else if (event.key === "Backspace" && event.repeat)
      action = actions.deleteOn;
    if (/^[1-5]$/.test(event.key))
      suggestions.accept(Number(event.key));
    else if (action && (!event.repeat || action === actions.deleteOn))
      action();
    else
      return;
    event.preventDefault();
  });
}
