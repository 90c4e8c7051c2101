// A picture or video from a file: chosen, dropped anywhere on the page, or pasted.
import { byId } from "./dom.js";

export class FilePicker {
  /** @param open called with the file */
  constructor(open) {
    const input = byId("file");
    const openFirst = (files) => files?.[0] && open(files[0]);
    for (const id of ["choose", "notice-choose"])
      byId(id).addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      openFirst(input.files);
      input.value = ""; // the same file may be chosen again
    });

    const dropping = (yes) => document.documentElement.classList.toggle("dropping", yes);
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragover", (event) => {
      if (!hasFiles(event))
        return; // text may be dragged into its field
      event.preventDefault();
      dropping(true);
    });
    addEventListener("dragleave", (event) => event.relatedTarget === null && dropping(false));
    addEventListener("drop", (event) => {
      if (!hasFiles(event))
        return;
      event.preventDefault();
      dropping(false);
      openFirst(event.dataTransfer?.files);
    });
    // Some programs put a picture of the text beside the text.
    addEventListener("paste", ({ clipboardData }) => clipboardData?.types.includes("text/plain") || openFirst(clipboardData?.files));
  }
}
