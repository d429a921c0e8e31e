// For pages elsewhere that show statements of this site in frames: each frame is made as high as
// the statement in it says. A message counts only if it is from the window of such a frame, and of the
// site from which this script is; of it only a number counts, within bounds. Nothing else is changed,
// but that the quotation before a frame, for readers without frames, is hidden once the frame shows it.
"use strict";
(() => {
const site = new URL(document.currentScript.src);
const base = site.href.slice(0, site.href.lastIndexOf("/") + 1);
const least = 120, most = 3000;

const isOurs = (frame) => frame.src.startsWith(base) && frame.src.endsWith("/#__embed");
const frames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

addEventListener("message", (event) => {
  if (event.origin !== site.origin) return;
  const height = event.data?.demarcheHeight;
  if (typeof height !== "number" || !(height > 0)) return;
  const frame = frames().find((each) => each.contentWindow === event.source);
  if (!frame) return;
  frame.style.height = Math.min(most, Math.max(least, Math.ceil(height))) + "px";
  const before = frame.previousElementSibling;
  if (before?.localName === "blockquote" && before.cite + "#__embed" === frame.src) before.hidden = true;
});
for (const frame of frames()) frame.contentWindow?.postMessage("demarcheHeight", site.origin);
})();
