// What stands in the place of the picture while there is none: what is the matter, and what to do. Whatever is to be done starts the camera, and is offered where there may be one.

export const notices = {
  start: {
    title: "Sign, and it writes",
    text: "Fingerspell reads the letters that one hand shows to your camera. Your browser will ask whether it may use the camera.",
    action: "Start camera",
  },
  starting: {
    title: "Starting the camera…",
    text: "If your browser asks whether this page may use the camera, allow it.",
  },
  stopped: {
    title: "The camera is off",
    text: "Your text is kept.",
    action: "Start camera",
  },
  denied: {
    title: "The camera is not allowed",
    text: "Allow it beside the address, at the camera or lock sign (on a phone perhaps also in the system's settings for the browser), and try again.",
    action: "Try again",
  },
  missing: {
    title: "No camera found",
    text: "Plug one in, or read a picture or a video instead.",
    action: "Try again",
  },
  busy: {
    title: "The camera does not start",
    text: "Another program may be using it: close that, and try again.",
    action: "Try again",
  },
  lost: {
    title: "The camera is gone",
    text: "It was unplugged or taken by another program. Your text is kept.",
    action: "Start camera",
  },
  paused: {
    title: "The camera sends no pictures",
    text: "Another program or a call may be using it, or it is covered. It goes on by itself; if not, start it again.",
    action: "Start camera",
  },
  insecure: {
    title: "No camera at this address",
    text: "Browsers give a camera only to pages from this machine (http://localhost) or over https. Open the page so, or read a picture or a video instead.",
  },
  unsupported: {
    title: "This browser has no camera for pages",
    text: "Take a newer one, or read a picture or a video instead.",
  },
  unreadable: {
    title: "This file cannot be shown",
    text: "The browser does not know it as a picture or a video. JPEG, PNG, WebP, MP4 and WebM work in most.",
    action: "Start camera",
  },
  refused: {
    title: "The picture was not read",
    text: "",
  },
};
