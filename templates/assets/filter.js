// A filter for the list of a page, and ways through it, in the reader's browser.
// What is known of an entry is read from what the page shows: its links, its side,
// its date; and from the attributes that card.html and line.html add to that.
"use strict";
(() => {
const form = document.querySelector("form.filter");
const list = form.parentElement;
const say = { ...form.dataset };
const site = new URL("..", document.currentScript.src);
// fill puts values into the places of a message, numbers in the digits of the site.
const digits = (number) => String(number).replace(/\d/g, (d) => say.digits[d]);
const fill = (message, values) => message.replace(/\{(\w+)\}/g, (_, place) => values[place]);
const facets = ["speaker", "to", "actor", "act", "side", "topic", "form"];
const sides = ["cooperative", "neutral", "conflictual"];
const forms = ["verbatim", "mixed", "paraphrase", "event", "digest"];
["title", ...facets, "period", "keys"].forEach((key, i) => { say[key] = form.querySelector(".by").children[i].textContent; });
const fixed = { side: sides, form: forms }; // the values of these facets
const longest = 40; // words of a name that no link has
const most = 100; // values of a facet that an address may choose

const element = (name, attributes, ...children) => {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) e.setAttribute(key, value);
  e.append(...children);
  return e;
};

// decoded is a part of an address, as it is written where it is no good one.
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// place is what a link leads to: ["actors", "freedonia"].
function place(address) {
  if (!address.startsWith(site.href)) return [];
  const found = /^(actors|acts|topics)\/([^/]+)\/$/.exec(address.slice(site.href.length).replace(/[?#].*/, ""));
  return found ? [found[1], decoded(found[2])] : [];
}

// Names of what links lead to: "actors/freedonia" is "Freedonia".
const names = new Map();
function name(kind, slug, text) {
  if (slug && !names.has(kind + "/" + slug)) names.set(kind + "/" + slug, text.trim());
}
for (const a of document.querySelectorAll(":is(.who, .marks, .acts, footer, .look, .links, .sides) a")) {
  name(...place(a.href).concat((a.querySelector("bdi, .act") || a).textContent));
}
name(...place(location.href.replace(/p\/\d+\/([?#]|$)/, "$1")).concat((document.querySelector("h1 :is(bdi, .act)") || document.querySelector("h1")).textContent));

// unslug is a name that no link tells.
const unslug = (slug) => slug.replace(/-/g, " ").replace(/(^| )\p{L}/gu, (c) => c.toUpperCase());
// slugged is nearly what Make of generator/slug makes of a name: Latin letters without their marks, nothing that cannot be seen.
const plain = { æ: "ae", đ: "d", ð: "d", ə: "e", ħ: "h", ı: "i", ł: "l", ŋ: "ng", ø: "o", œ: "oe", ß: "ss", þ: "th", ŧ: "t" };
const slugged = (text) => text.normalize("NFD").replace(/(\p{Script=Latin})\p{M}+|\p{Cf}/gu, "$1").normalize("NFC").toLowerCase()
  .replace(/[æđðəħıłŋøœßþŧ]/g, (c) => plain[c]).replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

function label(facet, value) {
  if (fixed[facet]) return fixed[facet].includes(value) ? say[value] : value;
  return names.get({ act: "acts", topic: "topics" }[facet] + "/" + value) || names.get("actors/" + value) || (facet === "act" ? value : unslug(value));
}

// read is what the page says of an entry of its list.
let day = "";
function read(entry) {
  const card = entry.querySelector(".card, .event, .entry") || entry;
  const data = card.dataset;
  const item = { entry };
  for (const facet of facets) item[facet] = new Set();
  const add = (facet, words) => { for (const word of (words || "").split(" ")) if (word) item[facet].add(word); };
  add("speaker", data.by);
  add("to", data.to);
  add("actor", data.of);
  add("act", data.acts);
  if (data.acts) name("acts", data.acts.split(" ")[0], card.querySelector("b").textContent);
  add("topic", data.topics);
  const arrow = card.querySelector(".who i");
  const said = card.matches(".card");
  for (const a of card.querySelectorAll("a")) {
    const [kind, slug] = place(a.href);
    if (kind === "actors" && a.closest(".prose, blockquote, .context") === null) {
      const after = arrow && arrow.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING;
      item[said && a.closest(".who") ? (after ? "to" : "speaker") : "actor"].add(slug);
    } else if (kind === "acts" && a.closest(".acts")) item.act.add(slug);
    else if (kind === "topics" && a.closest("footer")) item.topic.add(slug);
  }
  for (const slug of [...item.speaker, ...item.to]) item.actor.add(slug);
  const missing = new Set([...item.actor].filter((slug) => !names.has("actors/" + slug)));
  for (const bdi of missing.size ? card.querySelectorAll(card === entry ? "span > bdi" : ".marks bdi") : []) {
    const words = bdi.textContent.split(" "), slugs = words.map(slugged); // a list of names, or an office: those that are known by their slugs
    for (let i = 0; i < words.length; i++) for (let n = i, slug = ""; n < Math.min(words.length, i + longest); n++) {
      slug += (slug && slugs[n] && "-") + slugs[n];
      if (missing.has(slug)) name("actors", slug, words.slice(i, n + 1).join(" ").replace(/[,،、]$/, ""));
    }
  }
  const side = sides.find((s) => card.classList.contains(s));
  if (side) item.side.add(side);
  const words = card.querySelector("blockquote");
  if (!card.matches(".gone")) item.form.add(data.form || (card.matches(".event") ? "event" : card.matches(".entry") ? "digest" : forms.find((f) => words?.classList.contains(f)) || "verbatim"));
  const when = data.day || card.querySelector("footer time, .facts time")?.dateTime || entry.closest(".day")?.querySelector("h3").id.slice(2) || "";
  const known = /^(-?)\d{4}(-\d\d)*/.exec(when.replace("X", "0"));
  if (known) day = (known[0] + "-01-01").slice(0, 10 + known[1].length);
  item.day = day;
  return item;
}
const items = Array.from(list.querySelectorAll(":scope > .day > .list > li, :scope > .list > li, :scope > .lines > li, :scope > ol > .turn"), read);

// earlier does what earlier of generator/search/index.go does.
const earlier = (a, b) => a[0] === "-" && b[0] === "-" && a.slice(0, 5) !== b.slice(0, 5) ? a.slice(0, 5) > b.slice(0, 5) : a < b;

// What is chosen: of each facet any value, and all facets together.
const chosen = {};
const address = new URLSearchParams(location.search);
for (const facet of facets) chosen[facet] = new Set(address.getAll(facet).flatMap((v) => v.split(",")).filter(Boolean).slice(0, most));
const period = {};
for (const end of ["from", "until"]) period[end] = /^-?\d{4}(-\d\d){0,2}$/.test(address.get(end)) ? address.get(end) : "";

const fits = (item, but) => facets.every((f) => f === but || !chosen[f].size || [...chosen[f]].some((v) => item[f].has(v))) &&
  (!period.from || !earlier(item.day, period.from)) && (!period.until || !earlier(period.until, item.day.slice(0, period.until.length)));

const isChosen = () => facets.some((f) => chosen[f].size) || period.from || period.until;

function query(without) {
  const parts = [];
  for (const f of facets) {
    const values = [...chosen[f]].filter((v) => v !== without);
    if (values.length) parts.push(f + "=" + values.map(encodeURIComponent).join(","));
  }
  for (const end in period) if (period[end]) parts.push(end + "=" + period[end]);
  return parts.length ? "?" + parts.join("&") : "";
}

// The controls.
const status = element("p", { role: "status" });
const picked = element("div", { class: "chips" });
const row = element("div", { class: "by" }, element("span", { class: "soft", "aria-hidden": "true" }, say.title)); // the form has that name
const all = element("details", { class: "bar" }, element("summary", {}, say.title), row);
const choices = []; // { facet, value, box, count, row }
const heads = {};

function panel(facet, content) {
  heads[facet] = element("b", {});
  row.append(element("details", { name: "__facet" }, element("summary", {}, say[facet], " ", heads[facet]),
    element("div", { role: "group", "aria-label": say[facet] }, ...content)));
}

function choice(facet, value) {
  const box = element("input", { type: "checkbox", value });
  const count = element("span", { class: "n" });
  box.addEventListener("change", () => {
    chosen[facet][box.checked ? "add" : "delete"](value);
    apply(true);
  });
  choices.push({ facet, value, box, count });
  return element("label", {}, box, element("span", { class: facet === "side" ? "act " + value : "" }, label(facet, value)), count);
}

for (const facet of facets) {
  const counts = new Map([...chosen[facet]].map((v) => [v, 0]));
  for (const item of items) for (const value of item[facet]) counts.set(value, (counts.get(value) || 0) + 1);
  if (![...counts.values()].some((n) => n < items.length)) continue; // nothing to choose
  const order = fixed[facet] ? (a, b) => fixed[facet].indexOf(a) - fixed[facet].indexOf(b) :
    (a, b) => counts.get(b) - counts.get(a) || label(facet, a).localeCompare(label(facet, b), document.documentElement.lang);
  panel(facet, [...counts.keys()].sort(order).map((value) => choice(facet, value)));
}

const ends = {};
const days = items.map((item) => item.day).filter(Boolean).sort((a, b) => (a === b ? 0 : earlier(a, b) ? -1 : 1));
const field = days[0]?.[0] === "-" ? { dir: "ltr", placeholder: days[0], pattern: "-?\\d{4}(-\\d\\d){0,2}", size: 11 } : { type: "date", min: days[0], max: days.at(-1) };
if (days[0] !== days.at(-1) || period.from || period.until) {
  panel("period", [...["from", "until"].map((end) => {
    ends[end] = element("input", field);
    ends[end].addEventListener("change", () => {
      if (!ends[end].validity.valid) return;
      period[end] = ends[end].value;
      apply(true);
    });
    return element("label", {}, say[end], ends[end]);
  }), element("p", { class: "soft" }, say.longer)]);
}

function clear() {
  for (const facet of facets) chosen[facet].clear();
  period.from = period.until = "";
  apply(true);
  all.querySelector("summary").focus();
  if (document.activeElement === document.body) row.querySelector("summary").focus();
}

function chip(text, remove) {
  const button = element("button", { type: "button", "aria-label": fill(say.remove, { choice: text }) }, text, " ×");
  button.addEventListener("click", () => {
    remove();
    apply(true);
    (picked.querySelector("button") || row.querySelector("summary")).focus();
  });
  return button;
}

// aim is what the address leads to in the list. While a page loads it is not yet :target.
function aim() {
  const at = document.getElementById(decoded(location.hash.slice(1)));
  return list.contains(at) ? at : null;
}

// apply shows what fits. What the address leads to is shown in any case.
function apply(changed) {
  const active = isChosen();
  const target = aim()?.closest(".day, li");
  let shown = 0;
  for (const item of items) {
    const is = fits(item);
    shown += is;
    item.entry.hidden = !is && !target?.contains(item.entry);
  }
  for (const section of list.querySelectorAll(":scope > .day")) section.hidden = !section.querySelector("li:not([hidden])");
  for (const gap of list.querySelectorAll(".gap")) gap.hidden = active;
  form.classList.toggle("on", Boolean(active));
  for (const c of choices) {
    const count = items.filter((item) => item[c.facet].has(c.value) && fits(item, c.facet)).length;
    c.count.textContent = digits(count);
    c.box.checked = chosen[c.facet].has(c.value);
    c.box.disabled = count === 0 && !c.box.checked;
  }
  for (const facet in heads) {
    const count = chosen[facet] ? chosen[facet].size : facet === "period" ? Boolean(period.from) + Boolean(period.until) : 0;
    heads[facet].textContent = count ? "(" + digits(count) + ")" : "";
  }
  for (const end in ends) ends[end].value = period[end];
  tell(active, shown);
  for (const a of list.querySelectorAll(".pager a[rel]")) if (a.closest("[aria-label]").parentElement === list) a.search = query();
  if (!changed) return;
  const here = new URL(location);
  here.search = query();
  history.replaceState(history.state, "", here);
}

// tell says what is shown and why, and leads back and further.
function tell(active, shown) {
  status.textContent = !active ? "" : shown ? fill(say.some, { shown: digits(shown), all: digits(items.length) }) : say.none;
  status.className = active && !shown ? "notice" : "";
  picked.replaceChildren();
  if (!active) return;
  for (const f of facets) for (const v of chosen[f]) picked.append(chip(say[f] + ": " + label(f, v), () => chosen[f].delete(v)));
  for (const end in period) if (period[end]) picked.append(chip(say[end] + " " + period[end], () => { period[end] = ""; }));
  const back = element("button", { type: "button" }, say.clear);
  back.addEventListener("click", clear);
  picked.append(back, element("a", { href: new URL("search/", site) + query("event") }, say.search));
}

// Keys: j and k lead to the next and the previous entry, unless the reader turns them off.
const memory = (value) => {
  try {
    if (value !== undefined) localStorage.setItem("keys", value);
    return localStorage.getItem("keys");
  } catch {
    return null; // the browser keeps nothing
  }
};
const keys = element("input", { type: "checkbox" });
keys.checked = memory() !== "off";
keys.addEventListener("change", () => memory(keys.checked ? "on" : "off"));
panel("keys", [element("label", {}, keys, element("span", {}, element("kbd", {}, "j"), " ", element("kbd", {}, "k"), " " + say.step))]);

function step(by) {
  const seen = items.map((item) => item.entry).filter((e) => !e.hidden);
  const here = seen.findIndex((e) => e.contains(document.activeElement));
  const top = (e) => e.getBoundingClientRect().top;
  const next = here >= 0 ? seen[here + by] : by > 0 ? seen.find((e) => top(e) >= 0) : seen.findLast((e) => top(e) < 0);
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

addEventListener("keydown", (event) => {
  const open = row.querySelector("details[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
  if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea, [contenteditable]")) return;
  const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : { KeyJ: "j", KeyK: "k" }[event.code];
  if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  if (event.key === "Enter" && items.some((item) => item.entry === event.target)) event.target.querySelector("footer a[href], .title a, :scope > a")?.click();
});
addEventListener("hashchange", () => {
  apply(false);
  aim()?.scrollIntoView();
});

// A day to go to: its page, else that of its month, else of its year.
const jump = document.querySelector(".jump");
if (jump) {
  const known = new Set(Array.from(jump.parentElement.querySelectorAll("a"), (a) => a.href));
  const input = element("input", { type: "date" });
  const note = element("p", { role: "status" });
  jump.append(element("label", {}, element("span", {}, say.day), " ", input), element("button", {}, say.go), note);
  jump.addEventListener("submit", async (event) => {
    event.preventDefault();
    note.textContent = "";
    if (!input.value) {
      input.focus();
      return;
    }
    const [year, month, date] = input.value.split("-");
    for (const path of [[year, month, date], [year, month], [year]]) {
      const to = new URL(path.join("/") + "/", site).href;
      if (known.has(to) || await fetch(to, { method: "HEAD" }).then((answer) => answer.ok, () => false)) {
        location.assign(to);
        return;
      }
    }
    note.textContent = say.nothing;
  });
}

form.setAttribute("aria-label", say.title);
form.addEventListener("submit", (event) => event.preventDefault());
form.append(all, status, picked);
const wide = matchMedia("(min-width: 46.01rem)");
const unfold = () => { all.open = wide.matches; };
wide.addEventListener("change", unfold);
unfold();
apply(false);
aim()?.scrollIntoView();
})();
