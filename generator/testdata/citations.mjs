// Reads lists of texts from standard input, {"bibtex": […], "ris": […], "csl": […]}, with
// citation-js, and writes for each text what it understood: title, authors, date and address.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(new URL("npm/", import.meta.url));
const { plugins, Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");

const authors = (list = []) => list.map((a) => [a.given, a["non-dropping-particle"], a.family ?? a.literal].filter(Boolean).join(" "));
const read = (text) => {
  const items = new Cite(text, { generateGraph: false }).data;
  if (items.length !== 1) throw new Error(items.length + " items in " + text);
  const [{ title, author, issued, URL }] = items;
  return { title, authors: authors(author), parts: issued?.["date-parts"] ?? [], url: URL ?? "" };
};

const lists = JSON.parse(readFileSync(0, "utf8"));
const said = {};
for (const [format, texts] of Object.entries(lists)) {
  said[format] = texts.map(read);
}
process.stdout.write(JSON.stringify(said));
