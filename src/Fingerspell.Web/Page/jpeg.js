// The one place where pictures get smaller and become JPEG, in the page and in its worker.

const quality = 0.85;

/** The size of a picture whose longest side is at most `longest`. */
export function fit(width, height, longest) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Draws a picture at a size, mirrored if asked for, and gives its JPEG bytes. */
export async function drawJpeg(canvas, picture, { width, height }, mirrored = false) {
  if (canvas.width !== width || canvas.height !== height)
    Object.assign(canvas, { width, height });
  // The pixels are read back every time, so they had better not be on the graphics card.
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  context.setTransform(mirrored ? -1 : 1, 0, 0, 1, mirrored ? width : 0, 0);
  context.drawImage(picture, 0, 0, width, height);
  const blob = canvas.convertToBlob
    ? await canvas.convertToBlob({ type: "image/jpeg", quality })
    : await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
  if (!blob)
    throw new Error("the browser could not make a JPEG picture");
  return blob.arrayBuffer();
}
