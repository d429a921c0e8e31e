// A link may name a version of a statement, #v= and twelve letters, by the id of what stands for it on the page.
// Where the page has none of that id, it says that this is another.
"use strict";
(() => {
const notice = document.querySelector("[role=status] > a");

function look() {
  const id = location.hash.slice(1);
  notice.hidden = !/^v=[a-z2-7]{12}$/.test(id) || Boolean(document.getElementById(id));
  notice.parentElement.className = notice.hidden ? "hide" : "notice";
}

addEventListener("hashchange", look);
look();
})();
