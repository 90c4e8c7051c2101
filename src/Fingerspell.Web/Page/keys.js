// Everything by keyboard: single keys, while no field that takes them has the focus. They can be turned off, because
// speech input and unsteady hands press keys that nobody meant.

/** Binds keys to actions by name; digits take suggestions. What a key does depends on the view. */
export function bindKeys(actions, suggestions, settings, views) {
  const always = { p: actions.view, m: actions.mirror, l: actions.otherHand };
  const practising = { ...always, n: actions.next, h: actions.hint };
  const writing = {
    ...always,
    " ": actions.space,
    Backspace: actions.delete,
    c: actions.copy,
    s: actions.speak,
    t: actions.write,
  };

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("textarea, select, input:not([type=checkbox])"); // a switch takes Space alone
    if (event.key === "Escape" && field?.matches("textarea, input[type=password]"))
      field.blur();
    if (field || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !settings.shortcuts)
      return;
    if (event.key === " " && event.target.closest("button, summary, a, input"))
      return; // Space presses those
    const isWriting = !views.isPractising;
    let action = (isWriting ? writing : practising)[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (isWriting && event.key === "Backspace" && event.shiftKey)
      action = actions.clear;
    else if (isWriting && event.key === "Backspace" && event.repeat)
      action = actions.deleteOn;
    if (isWriting && /^[1-5]$/.test(event.key))
      suggestions.accept(Number(event.key));
    else if (action && (!event.repeat || action === actions.deleteOn))
      action();
    else
      return;
    event.preventDefault();
  });
}
