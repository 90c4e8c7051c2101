// Draws one picture after the other, smaller, and answers with its JPEG bytes.
import { drawJpeg } from "./jpeg.js";

const canvas = new OffscreenCanvas(1, 1);

onmessage = async ({ data: { bitmap, size } }) => {
  try {
    const bytes = await drawJpeg(canvas, bitmap, size);
    postMessage({ bytes }, [bytes]);
  } catch (error) {
    postMessage({ error: String(error) });
  } finally {
    bitmap.close();
  }
};
