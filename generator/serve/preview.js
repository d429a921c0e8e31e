// Reloads the page when the preview serves another version of the site than the
// one that this page shows.
const shown = document.currentScript.dataset.version;

// A browser allows few connections to one host, so only a page that is seen holds one.
let stream;
const follow = () => {
  stream?.close();
  if (document.hidden) return;
  stream = new EventSource("/_preview/events");
  stream.onmessage = (event) => {
    if (event.data !== shown) location.reload();
  };
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 1000); // the browser has given up
  };
};
document.addEventListener("visibilitychange", follow);
follow();

// What the editor has folded away stays so from page to page, but for errors.
const problems = document.querySelector("._preview");
if (problems) {
  if (!problems.querySelector(".error") && sessionStorage.getItem("_preview") === "folded") problems.open = false;
  problems.addEventListener("toggle", () => sessionStorage.setItem("_preview", problems.open ? "open" : "folded"));
}
