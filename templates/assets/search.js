// Search over the whole record, in the reader's browser. The index is a folder of
// small files; what they hold is said in generator/search/search.go. A search
// fetches the root once and then one file a word or tag, and one a result or two.
"use strict";
(() => {
const form = document.querySelector("form[data-index]");
const list = document.getElementById("__found");
const status = document.getElementById("__status");
const more = document.getElementById("__more");
const names = document.getElementById("__names");
const shown = 10; // results at once
const named = 5; // pages shown apart
const most = 2000; // characters of a query: more words are not looked for
const mostValues = 100; // of one facet
const looks = 5; // how many times so many are fetched at once, where most turn out to be none
const say = form.dataset;

// fold and words do what fold and Words of generator/search/fold.go do, in the same order.
const marks = /[\u00AD\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFE00-\uFE0F\uFE20-\uFE2F]/gu;
const letters = { "ß": "ss", "ς": "σ", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e", "ŋ": "ng", "ŧ": "t",
  "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه", "ٱ": "ا" };
"٠١٢٣٤٥٦٧٨٩".split("").forEach((c, i) => { letters[c] = String(i); });
"۰۱۲۳۴۵۶۷۸۹".split("").forEach((c, i) => { letters[c] = String(i); });
const variants = new RegExp("[" + Object.keys(letters).join("") + "]", "gu");
const unspaced = /[\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
const longest = 32;

const fold = (text) => text.normalize("NFKD").replace(marks, "").toLowerCase().normalize("NFC").replace(variants, (c) => letters[c]);

function words(text) {
  const all = [];
  for (const [run] of fold(text).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    for (const [part] of run.matchAll(/[\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+|[^\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+/gu)) {
      const characters = Array.from(part);
      if (unspaced.test(part)) characters.forEach((c, i) => all.push(c + (characters[i + 1] || "")));
      else all.push(characters.slice(0, longest).join(""));
    }
  }
  return all;
}

// wanted are the words of a query that stand together. The last character of
// Chinese or Japanese is in the pair before it.
function wanted(text) {
  const all = words(text);
  const last = all[all.length - 1];
  if (all.length > 1 && unspaced.test(last) && Array.from(last).length === 1) all.pop();
  return all;
}

// Files of the index.
const files = new Map();
function get(name, read) {
  if (!files.has(name)) {
    const got = fetch(say.index + name, name === "index.json" ? { cache: "no-cache" } : {}).then((answer) => {
      if (!answer.ok) throw new Error(name + ": " + answer.status);
      return read(answer);
    });
    got.catch(() => files.delete(name));
    files.set(name, got);
  }
  return files.get(name);
}
const json = (name) => get(name, (answer) => answer.json());
const utf8 = new TextEncoder();

function compare(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

// part reads a part of a table: keys, as bytes, with their documents still packed.
const part = (name) => get(name, async (answer) => {
  const data = new Uint8Array(await answer.arrayBuffer());
  const entries = [];
  let at = 0;
  const number = () => {
    let n = 0, shift = 1;
    for (;; shift *= 128) {
      n += (data[at] & 127) * shift;
      if (data[at++] < 128) return n;
    }
  };
  let key = new Uint8Array(0);
  while (at < data.length) {
    const same = number(), rest = number();
    const next = new Uint8Array(same + rest);
    next.set(key.subarray(0, same));
    next.set(data.subarray(at, at + rest), same);
    at += rest;
    key = next;
    number(); // how many documents
    const form = number(), size = Math.floor(form / 2);
    entries.push({ key, bits: form % 2 === 1, data: data.subarray(at, at + size) });
    at += size;
  }
  return entries;
});

function mark(entry, found) {
  const { data } = entry;
  if (entry.bits) {
    for (let i = 0; i < data.length * 8; i++) if (data[i >> 3] >> (i & 7) & 1) found[i] = 1;
    return;
  }
  for (let at = 0, doc = 0; at < data.length; doc++) {
    for (let shift = 1; ; shift *= 128) {
      doc += (data[at] & 127) * shift;
      if (data[at++] < 128) break;
    }
    found[doc] = 1;
  }
}

// keysOf are the first keys of a table's parts, as bytes.
const firsts = new Map();
function keysOf(root, table) {
  if (!firsts.has(root[table])) {
    firsts.set(root[table], root[table].map(([first]) => table === "pairs"
      ? Uint8Array.from(first.match(/../g), (hex) => parseInt(hex, 16)) : utf8.encode(first)));
  }
  return firsts.get(root[table]);
}

// find marks what a key occurs in.
async function find(root, table, key) {
  const found = new Uint8Array(root.docs);
  const keys = keysOf(root, table);
  let i = keys.length;
  while (i > 0 && compare(keys[i - 1], key) > 0) i--;
  if (i > 0) for (const e of await part(root[table][i - 1][1])) if (compare(e.key, key) === 0) mark(e, found);
  return found;
}

const begins = (key, prefix) => key.length >= prefix.length && prefix.every((b, i) => key[i] === b);

// findPrefix marks what words with a prefix occur in.
async function findPrefix(root, prefix) {
  const key = utf8.encode(prefix), keys = keysOf(root, "words");
  if (keys.filter((first) => begins(first, key)).length >= 2) return find(root, "prefixes", key);
  const found = new Uint8Array(root.docs);
  const parts = root.words.filter((_, i) => begins(keys[i], key) || (compare(keys[i], key) <= 0 && (i + 1 === keys.length || compare(keys[i + 1], key) > 0)));
  for (const entries of await Promise.all(parts.map(([, name]) => part(name)))) {
    for (const e of entries) if (begins(e.key, key)) mark(e, found);
  }
  return found;
}

// pairKey is the key of two words next to each other: the upper 40 bits of FNV-1a.
function pairKey(first, second) {
  let h = 14695981039346656037n;
  for (const b of utf8.encode(first + " " + second)) h = BigInt.asUintN(64, (h ^ BigInt(b)) * 1099511628211n);
  return Uint8Array.from([56n, 48n, 40n, 32n, 24n], (shift) => Number(h >> shift & 255n));
}

// A query: clauses of words that stand together, of which the last may be a beginning.
function parse(text) {
  const clauses = [];
  for (const [, quoted, open, bare] of text.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]|["“”„«»]([^"“”„«»]*)$|([^\s"“”„«»]+)/gu)) {
    const all = wanted(quoted ?? open ?? bare);
    if (all.length) clauses.push({ words: all, begins: false });
  }
  const last = clauses[clauses.length - 1];
  if (last && /[\p{L}\p{M}\p{N}]$/u.test(text)) last.begins = true;
  return clauses;
}

// clause marks where the words of a clause stand next to each other.
async function clauseDocs(root, clause) {
  const { words: all } = clause, last = all.length - 1;
  const sets = [];
  all.forEach((word, i) => {
    if (i === last && clause.begins) sets.push(findPrefix(root, word));
    else if (last === 0) sets.push(find(root, "words", utf8.encode(word)));
    if (i > 0 && !(i === last && clause.begins)) sets.push(find(root, "pairs", pairKey(all[i - 1], word)));
  });
  if (clause.begins && last === 1) sets.push(find(root, "words", utf8.encode(all[0])));
  return both(root, await Promise.all(sets));
}

function both(root, sets) {
  const found = new Uint8Array(root.docs).fill(1);
  for (const set of sets) for (let i = 0; i < found.length; i++) found[i] &= set[i];
  return found;
}

// earlier does what earlier of generator/search/index.go does.
const earlier = (a, b) => a[0] === "-" && b[0] === "-" && a.slice(0, 5) !== b.slice(0, 5) ? a.slice(0, 5) > b.slice(0, 5) : a < b;

// within are the first and the last but one document of a period.
async function within(root, from, until) {
  const end = root.docs - root.apart;
  if (!from && !until) return [0, end];
  const days = await json(root.days);
  const first = from ? days.find(([day]) => !earlier(day, from)) : [from, 0];
  const last = until ? days.find(([day]) => earlier(until, day) && day.slice(0, until.length) !== until) : null;
  return [first ? first[1] : end, last ? last[1] : end];
}

const facets = ["speaker", "to", "actor", "act", "side", "topic", "form"];
const valuesOf = (text) => text.split(",").slice(0, mostValues);

// tagged marks what has any of some values of a facet.
async function tagged(root, name, values) {
  const found = new Uint8Array(root.docs);
  for (const set of await Promise.all(values.map((value) => find(root, "tags", utf8.encode(name + "=" + value))))) set.forEach((is, i) => { found[i] |= is; });
  return found;
}

const textOf = (state) => (state.get("q") || "").slice(0, most);

// search returns the numbers of what is found, the best first, and of what is shown apart.
async function search(state, text = textOf(state)) {
  const root = await json("index.json");
  const clauses = parse(text);
  const tags = facets.filter((name) => state.get(name)).map((name) => tagged(root, name, valuesOf(state.get(name))));
  const sets = await Promise.all([...clauses.map((c) => clauseDocs(root, c)), ...tags]);
  const period = await within(root, state.get("from"), state.get("until"));
  if (!sets.length && !state.get("from") && !state.get("until")) return { root, clauses, docs: null, apart: [] };
  const near = new Uint8Array(root.docs);
  const next = clauses.slice(1).map((c, i) => [clauses[i].words.at(-1), c.words[0], c.begins && c.words.length === 1]).filter(([, , open]) => !open).slice(0, 3);
  for (const set of await Promise.all(next.map(([a, b]) => find(root, "pairs", pairKey(a, b))))) set.forEach((is, i) => { near[i] += is; });
  const found = both(root, sets), docs = [];
  for (let i = period[1] - 1; i >= period[0]; i--) if (found[i]) docs.push(i);
  docs.sort((a, b) => near[b] - near[a] || b - a);
  const apart = [];
  if (clauses.length) for (let i = root.docs - 1; i >= root.docs - root.apart && apart.length < named; i--) if (found[i]) apart.push(i);
  return { root, clauses, docs, apart };
}

// respaced are queries that mean the same in the Arabic script: many keyboards have no zero-width non-joiner, so that a space, or
// nothing, stands for it.
function respaced(text) {
  const all = text.includes("\u200C") ? [text.replaceAll("\u200C", " ")] : [];
  const between = /(\p{Script=Arabic}) +(?=\p{Script=Arabic})/gu, spaces = [...text.matchAll(between)].slice(0, looks);
  for (const { 0: space, 1: letter, index } of spaces) all.push(text.slice(0, index) + letter + "\u200C" + text.slice(index + space.length));
  return spaces.length > 1 ? [...all, text.replace(between, "$1\u200C")] : all;
}

async function record(root, doc) {
  const directory = await json(root.records[doc >> 10]);
  return (await json(directory[doc % 1024 >> 4]))[doc % 16];
}

// holds says whether words stand together in a text: pairs of words alone do not tell it of three.
function holds(text, clause) {
  const all = words(text), { words: want } = clause;
  return all.some((_, i) => want.every((w, n) => clause.begins && n === want.length - 1 ? (all[i + n] || "").startsWith(w) : all[i + n] === w));
}

const element = (name, attributes, ...children) => {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) e.setAttribute(key, value);
  e.append(...children);
  return e;
};

// whole is a place in a text, or the one before where it is within a character.
const whole = (text, at) => (/[\uDC00-\uDFFF]/.test(text[at]) ? at - 1 : at);

// runs are the words of a text, and what is written without spaces between them.
const runs = new RegExp(unspaced.source + "+|(?:(?!" + unspaced.source + ")[\\p{L}\\p{M}\\p{N}\\u200C\\u00AD\\u0640])+", "gu");

// places are where words of clauses stand in a text: whole words, and of Chinese or Japanese the characters alone.
function places(text, clauses) {
  const sought = (word) => clauses.flatMap((c) => c.words.filter((w, n) => word === w || (c.begins && n === c.words.length - 1 && word?.startsWith(w))))[0];
  const all = [];
  for (const run of text.matchAll(runs)) {
    if (!unspaced.test(run[0])) {
      if (words(run[0]).some(sought)) all.push({ from: run.index, to: run.index + run[0].length });
      continue;
    }
    let at = run.index;
    const characters = Array.from(run[0]);
    characters.forEach((c, i) => {
      const word = sought(words(c + (characters[i + 1] || ""))[0]), last = all[all.length - 1];
      if (word) {
        const to = at + (Array.from(word).length > 1 ? c + characters[i + 1] : c).length;
        if (last?.to >= at) last.to = to;
        else all.push({ from: at, to });
      }
      at += c.length;
    });
  }
  return all;
}

// marked is a text with the words that were looked for, from a little before the first of them.
function marked(text, clauses) {
  const found = places(text, clauses);
  let at = 0;
  const out = [];
  if (found.length && found[0].from > 200) {
    const before = found[0].from - 80, space = text.indexOf(" ", before);
    at = space >= 0 && space < found[0].from ? space + 1 : whole(text, before);
    out.push("… ");
  }
  let end = text.length;
  if (end > at + 420) {
    const space = text.lastIndexOf(" ", at + 400);
    end = space > at + 200 ? space : whole(text, at + 400); // half of what fits is left
  }
  for (const { from, to } of found) {
    if (from >= end) break;
    out.push(text.slice(at, from), element("mark", {}, text.slice(from, to)));
    at = to;
  }
  out.push(text.slice(at, Math.max(at, end)), end < text.length ? "\u00A0…" : "");
  return out;
}

// inDigest is the digest in which something stands, which has a page below it or a place on it.
const inDigest = (address) => address.replace(/#.*$|[^/]+\/$/, "");

function result(r, clauses) {
  const texts = r.text.filter((text) => clauses.some((c) => holds(text, c)));
  const text = texts[0] || r.text[0] || "";
  const original = r.originalDir && text !== r.text[0]; // in another language than all else of the record
  const head = element("p", { class: r.act ? "who" : "title" });
  if (r.act) head.append(element("bdi", {}, ...marked(r.who, clauses)));
  else head.append(element("a", { href: r.url, lang: r.lang, dir: r.dir }, ...marked(r.title, clauses)));
  if (r.to) head.append(" ", element("i", {}, say.to), " ", element("bdi", {}, ...marked(r.to, clauses)));
  const words = element(r.act ? "blockquote" : "p", { dir: original ? r.originalDir : r.dir, class: r.form === "paraphrase" && !original ? "paraphrase" : "" }, ...marked(text, clauses));
  words.lang = original ? r.original : r.lang; // also where it is not known
  if (r.form === "verbatim" && !original) words.prepend(r.open || say.open), words.append(r.close || say.close);
  const foot = element("footer", {});
  if (r.act) foot.append(element("a", { href: r.url }, r.date ? element("time", {}, r.date) : say.statement), " ", element("a", { href: inDigest(r.url) }, element("bdi", {}, ...marked(r.title, clauses))));
  else foot.append(element("time", {}, r.date), " ", say.digest);
  const card = element("div", { class: "card " + (r.side || "") }, head);
  if (r.act) card.append(element("p", { class: "acts" }, element("span", { class: "act" }, r.act)));
  const marks = [r.mark, original ? say.original : ""].filter(Boolean);
  if (marks.length) card.append(element("p", { class: "marks" }, ...marks.map((mark) => element("span", {}, mark))));
  card.append(words, foot);
  return element("li", {}, card);
}

// lead is a link to what a name is of, with the other name that was looked for.
function lead(r, clauses) {
  const is = (text) => clauses.every((c) => holds(text, c));
  const other = is(r.title) ? "" : r.text.find(is);
  return [element("a", { href: r.url }, element("bdi", {}, r.title)), ...(other ? [" (", element("bdi", {}, other), ")"] : [])];
}

// Showing: a search that is no longer the last shows nothing.
let turn = 0, rest = [];
const failed = element("span", { class: "soft", role: "alert" }, say.failed); // beside the button for more

// doubtful are clauses of which the index cannot tell all.
const doubtful = (clause) => clause.words.length > (clause.begins ? 1 : 2);

// lacks says whether a result has words of a clause that the index could not tell to stand
// together: it knows pairs of whole words.
const lacks = (r, clause) => doubtful(clause) &&
  ![...r.text, ...(r.act ? [r.who, r.to || ""] : [r.title])].some((text) => holds(text, clause));

async function show(now, answer, count) {
  if (now !== turn) return;
  let left = count;
  for (let look = 0; left > 0 && rest.length && look < looks; look++) {
    const batch = rest.slice(0, left);
    const records = await Promise.all(batch.map((doc) => record(answer.root, doc)));
    if (now !== turn || rest[0] !== batch[0]) return; // others were asked for, or these twice
    rest.splice(0, batch.length); // only now: they are still to come where the network failed
    for (const r of records) {
      if (answer.clauses.some((c) => lacks(r, c))) {
        answer.count--;
        continue;
      }
      list.append(result(r, answer.clauses));
      left--;
    }
  }
  more.hidden = rest.length === 0;
  tell(answer, !names.parentElement.hidden);
}

// tell says how many are found: of those that are not read yet, no more than that where the index is in doubt.
function tell({ docs, count, clauses }, called) {
  const open = rest.length > 0 && clauses.some(doubtful);
  const message = !docs || (count === 0 && called) ? "" : count === 0 ? say.none : open ? say.most : count === 1 ? say.single : say.many;
  status.textContent = message.replace("{count}", String(count).replace(/\d/g, (d) => say.digits[d]));
}

// showApart shows who and what is called by the words that were looked for.
async function showApart(now, answer) {
  const records = await Promise.all(answer.apart.map((doc) => record(answer.root, doc)));
  if (now !== turn) return;
  const called = records.filter((r) => !answer.clauses.some((c) => lacks(r, c)));
  names.replaceChildren(...called.map((r) => element("li", {}, ...lead(r, answer.clauses))));
  names.parentElement.hidden = called.length === 0;
}

async function run(state) {
  const now = ++turn;
  status.textContent = say.busy;
  failed.remove();
  try {
    let answer = await search(state);
    for (const text of respaced(textOf(state))) {
      if (now !== turn) return;
      if (answer.docs?.length || answer.apart.length) break;
      answer = await search(state, text);
    }
    if (now !== turn) return;
    list.replaceChildren();
    rest = answer.docs || [];
    answer.count = rest.length;
    if (!answer.clauses.some(doubtful)) tell(answer, answer.apart.length > 0); // else once they are read
    more.onclick = () => {
      const before = list.children.length;
      failed.remove();
      show(now, answer, shown).then(() => { list.children[before]?.querySelector("a")?.focus(); }, (error) => {
        if (now === turn) more.after(" ", failed);
        console.error(error);
      });
    };
    for (const doc of rest.slice(0, shown)) record(answer.root, doc).catch(() => {}); // fetched meanwhile
    await showApart(now, answer); // it stands above, and moves nothing when it comes first
    await show(now, answer, shown);
  } catch (error) {
    if (now !== turn) return;
    files.clear();
    list.replaceChildren();
    names.parentElement.hidden = more.hidden = true;
    status.textContent = say.failed;
    console.error(error);
  }
}

// The address holds the query, so that it can be shared.
function stateOf() {
  const state = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim() && form.elements[name].validity.valid) state.set(name, value);
  return state;
}

// several are the names of values that a filter has put together.
function several(field, value) {
  const name = (one) => [...field.options].find((o) => o.value === one)?.text || one;
  return valuesOf(value).map(name).join(", ");
}

function fill() {
  const state = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = state.get(field.name) || "";
    if (field.tagName === "SELECT" && value && ![...field.options].some((o) => o.value === value)) field.append(new Option(several(field, value), value));
    field.value = value;
    if (value) field.closest("details")?.setAttribute("open", "");
  }
  run(state);
}

let typing = 0;
function change(wait) {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const state = stateOf();
    const here = new URL(location.href.split("#")[0]);
    here.search = state;
    history.replaceState(null, "", here);
    run(state);
  }, wait);
}
form.addEventListener("input", () => change(120));
form.addEventListener("submit", (event) => { event.preventDefault(); change(0); });
addEventListener("popstate", fill);
fill();
})();
