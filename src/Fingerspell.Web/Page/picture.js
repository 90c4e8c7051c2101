// One picture, read by the server.
import { drawJpeg, fit } from "./jpeg.js";

const longestSide = 1280;

/** Why a picture was not read; `reason` is a key of the words in notices.js. */
export class PictureError extends Error {
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** What is read in a shown picture: the reading, with its box in pixels of the frame that is told with it. */
export async function recognize(image, otherHand) {
  const frame = fit(image.naturalWidth, image.naturalHeight, longestSide);
  const body = await drawJpeg(document.createElement("canvas"), image, frame, otherHand);
  let response;
  try {
    response = await fetch("api/recognize?crop=true", { method: "POST", headers: { "Content-Type": "image/jpeg" }, body });
  } catch (error) {
    throw new PictureError("refused", "The server does not answer. Is it still running?", error);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok)
    throw new PictureError("refused", `The server says: ${answer.detail ?? response.statusText}.`);
  if (otherHand && answer.box)
    answer.box.x = frame.width - answer.box.x - answer.box.width;
  return { reading: answer, frame };
}
