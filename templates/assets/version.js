// A link may name a version of a statement, #v=…, by the id of what stands for it on the page. Where
// the page has none of that id, the statement has changed or was withdrawn, and it says so.
"use strict";
(() => {
const notice = document.querySelector("[role=status] > a");

function look() {
  const id = location.hash.slice(1);
  notice.hidden = !id.startsWith("v=") || Boolean(document.getElementById(id));
  notice.parentElement.className = notice.hidden ? "hide" : "notice";
}

addEventListener("hashchange", look);
look();
})();
