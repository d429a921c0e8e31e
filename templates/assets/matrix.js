// Puts the rows and columns of a matrix in another order: by what stands in one of
// the columns or rows, by name, or as they came, the busiest first.
"use strict";
for (const bar of document.querySelectorAll(".order")) {
const say = bar.dataset;
const region = bar.nextElementSibling;
const table = region.querySelector("table");
const [corner, ...heads] = table.tHead.rows[0].cells;
const rows = [...table.tBodies[0].rows];
const sides = ["conflictual", "neutral", "cooperative"];

// value is how much there is in a cell, or to which side it leans; 0 of an empty one.
const value = (cell) => Number(cell.dataset.n) || 1 + sides.indexOf(cell.querySelector(".act")?.classList[1]);
const values = rows.map((row) => [...row.cells].slice(1).map(value));
const cells = rows.map((row) => [...row.cells].slice(1));
const title = (head) => head.querySelector("a").textContent;

// Each axis of the table: its headings in their first order, what a heading of the
// other axis says of the i-th of them, and how to put them in an order.
const down = {
  heads: rows.map((row) => row.cells[0]),
  at: (of, i) => values[i][of],
  put: (order) => rows[0].parentElement.append(...order.map((i) => rows[i])),
  says: say.rows,
};
const across = {
  heads,
  at: (of, i) => values[of][i],
  put(order) {
    corner.after(...order.map((i) => heads[i]));
    rows.forEach((row, r) => row.append(...order.map((i) => cells[r][i])));
  },
  says: say.columns,
};
const both = [down, across];

const [busy, named] = bar.querySelectorAll("button");
const status = bar.querySelector("[role]");

// order sorts an axis; what compares as equal stays busiest first.
function order(axis, compare) {
  axis.put(axis.heads.map((_, i) => i).sort((a, b) => compare(a, b) || a - b));
  region.scrollTo(0, 0);
}

function mark(pressed, axis, sorted, direction) {
  for (const [one, is] of [[busy, pressed === busy], [named, pressed === named]]) one.setAttribute("aria-pressed", is);
  for (const [one, other] of [[down, across], [across, down]]) {
    if (axis && axis !== one) continue;
    for (const head of other.heads) { // those of one axis sort the other
      const now = head === sorted ? direction : "none";
      head.setAttribute("aria-sort", now);
      head.lastElementChild.textContent = { ascending: "↑", descending: "↓", none: one === down ? "⇅" : "⇄" }[now];
    }
  }
}

// by sorts an axis by a heading of the other, the most first, and when asked again the fewest.
// What has nothing comes last in any case.
function by(axis, head, of) {
  const up = head.getAttribute("aria-sort") === "descending";
  order(axis, (a, b) => {
    const [x, y] = [axis.at(of, a), axis.at(of, b)];
    return (y > 0) - (x > 0) || (up ? x - y : y - x);
  });
  mark(null, axis, head, up ? "ascending" : "descending");
  status.textContent = axis.says.replace("{name}", () => title(head)) + ", " + (up ? say.up : say.down);
}

busy.addEventListener("click", () => {
  for (const axis of both) order(axis, () => 0);
  mark(busy);
  status.textContent = busy.textContent;
});
named.addEventListener("click", () => {
  const collator = new Intl.Collator(document.documentElement.lang);
  for (const axis of both) order(axis, (a, b) => collator.compare(title(axis.heads[a]), title(axis.heads[b])));
  mark(named);
  status.textContent = named.textContent;
});
for (const [axis, other] of [[down, across], [across, down]]) {
  other.heads.forEach((head, of) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", say.sort.replace("{name}", () => title(head)));
    button.addEventListener("click", () => by(axis, head, of));
    head.append(" ", button);
  });
}
mark(busy);
bar.classList.add("on");
}
