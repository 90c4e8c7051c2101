// The page, wired: source → frames → connection → readings → picture, readout and text.
import { Announcer } from "./announcer.js";
import { Camera } from "./camera.js";
import { Connection } from "./connection.js";
import { ConnectionNotices } from "./connection-notices.js";
import { Delay } from "./delay.js";
import { byId } from "./dom.js";
import { FilePicker } from "./files.js";
import { FrameFeed } from "./frames.js";
import { bindKeys } from "./keys.js";
import { Overlay } from "./overlay.js";
import { Practice } from "./practice.js";
import { Readout } from "./readout.js";
import { Settings } from "./settings.js";
import { signInByAddress } from "./sign-in.js";
import { Speech, copy } from "./speech.js";
import { Stage } from "./stage.js";
import { Suggestions } from "./suggestions.js";
import { TextField } from "./text.js";
import { Views } from "./views.js";

const longestPractice = 100; // letters that pile up on the server before they are cleared away

const settings = new Settings();
const announcer = new Announcer();
const text = new TextField(byId("text"));
const suggestions = new Suggestions(byId("suggestions"));
const readout = new Readout();
const overlay = new Overlay(byId("overlay"));
const delay = new Delay(byId("delay"));
const speech = new Speech(byId("speak"));
const views = new Views();
const practice = new Practice(settings, () => stage.isMirrored);

// The page keeps the text, so that it outlives the connection; it brings it along wherever it connects.
const connection = new Connection("api/live", start);
const feed = new FrameFeed(byId("video"), connection);
feed.onStopped = () => delay.forget();
const stage = new Stage({ camera: new Camera(byId("video")), feed, overlay, readout, settings });
stage.onMirrored = () => practice.draw();
new ConnectionNotices(connection);

connection.on("hello", (hello) => {
  text.asked(); // the greeting is answered with the text
  practice.know(hello.letters);
  byId("version").textContent = `Fingerspell ${hello.version}`;
});
connection.on("reading", (reading) => {
  const frame = feed.answered(reading.frame);
  if (frame && stage.isMoving) {
    overlay.show(reading, frame, stage.isMirrored);
    readout.show(reading);
    delay.painted(frame.capturedAt);
  }
  showText(reading);
});
connection.on("text", (answer) => {
  takeAnswer();
  showText(answer);
});
connection.on("error", (error) => {
  if (error.frame)
    feed.answered(error.frame);
  else
    takeAnswer();
  announcer.say(error.title);
});
connection.on("state", ({ state }) => {
  if (state !== "open") {
    feed.forget();
    text.forget();
    suggestions.show([]);
    delay.forget();
    if (stage.isMoving) {
      readout.clear();
      overlay.clear();
    }
  }
});

/** Takes an answer to what was asked of the text, and tells what was typed meanwhile. */
function takeAnswer() {
  text.answered();
  if (!text.isAhead)
    tellTyped();
}

/** What begins a session. What is practised does not come into the text. */
function start() {
  return { type: "start", text: views.isPractising ? "" : text.value, crop: true, ...settings.forReading };
}

function showText(message) {
  if (text.isAhead)
    return; // what the person just did is not in it yet
  if (views.isPractising) {
    practice.take(message.text);
    if (message.text.length > longestPractice && connection.send({ type: "edit", edit: "clear" }))
      text.asked();
    return;
  }
  if (message.type === "reading")
    announcer.typed(text.value, message.text);
  text.show(message.text);
  suggestions.show(message.suggestions);
}

/** Edits the text where it is spelled on: on the server, or here while there is no connection. */
function edit(message) {
  tellTyped();
  send(message);
}

/** Tells what was typed into the field, where that was not told yet. */
function tellTyped() {
  if (text.takeTyped())
    send({ edit: "set", text: text.value });
}

function send(message) {
  if (connection.send({ type: "edit", ...message }))
    text.asked();
  else
    text.edit(message);
}

const actions = {
  space: () => edit({ edit: "space" }),
  delete: () => edit({ edit: "delete" }),
  deleteOn: () => text.isAhead || edit({ edit: "delete" }), // a key that is held repeats as fast as the server answers
  clear: () => {
    const before = text.value;
    if (!before)
      return;
    edit({ edit: "clear" });
    text.show(""); // at once, so that what is in it later was written since
    announcer.say("Cleared.", { label: "Undo", act: () => edit({ edit: "set", text: before + text.value }) });
  },
  accept: (word) => {
    edit({ edit: "accept", word });
    announcer.accepted(word);
  },
  copy: async () => announcer.say((await copy(text.element)) ? "Copied." : "Copying is not allowed here; select the text and copy it."),
  speak: () => announcer.say(speech.toggle(text.value)),
  mirror: () => settings.toggle("mirror"),
  otherHand: () => settings.toggle("otherHand"),
  write: () => text.element.focus(),
  view: () => views.toggle(),
  next: () => practice.next(),
  hint: () => practice.hint(),
};
for (const name of ["space", "delete", "clear", "copy", "speak"])
  byId(name).addEventListener("click", actions[name]);
suggestions.onAccept = actions.accept;
suggestions.onLeft = announcer.onTaken = actions.write;
speech.onProblem = (sentence) => announcer.say(sentence);
// Who types fast does not wait for the server, nor drown it: one change is under way at a time, and then the latest.
text.onTyped = () => text.isAhead || tellTyped();
bindKeys(actions, suggestions, settings, views);

settings.onChange((name) => {
  if (name === "mirror")
    stage.mirror();
  if (name in settings.forReading && connection.send({ type: "start", crop: true, ...settings.forReading }))
    text.asked();
  if (name === "otherHand")
    stage.readAgain();
  if (name in settings.forDrawing)
    practice.draw();
});
views.onChange = () => {
  text.takeTyped(); // the start brings it along, or it stays here
  practice.turn(views.isPractising);
  if (connection.send(start()))
    text.asked();
};
practice.turn(views.isPractising);
new FilePicker((file) => stage.open(file));

const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
const privacy = isLocal
  ? "Everything stays on your machine: no frame is stored or sent elsewhere."
  : `Frames are read by the computer at ${location.host}: it stores none of them and sends none elsewhere. Nothing goes to anybody else.`;
byId("privacy").textContent = privacy;
byId("notice-privacy").textContent = privacy;

await signInByAddress();
addEventListener("hashchange", async () => {
  if (await signInByAddress())
    connection.retry();
});
stage.begin(); // first: pictures are read without the connection too
connection.open();
