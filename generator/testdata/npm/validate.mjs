// Reads what a site publishes for other programs as these programs do, and says what they
// would refuse: `node validate.mjs FOLDER...` prints, of each folder, what was checked and
// each complaint, as lines of "FOLDER\tFILE\tCOMPLAINT". A file without complaint has a line that ends in "".
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
const require = createRequire(import.meta.url);
const { Package } = require("datapackage");
const FeedParser = require("feedparser");
const ICAL = (await import("ical.js")).default;
const { parse: parseGEXF } = require("graphology-gexf");
const { DirectedGraph } = require("graphology");
const { parseJsonFeed } = await import("feedsmith");
const { validateXML } = require("xmllint-wasm");
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");

const here = dirname(fileURLToPath(import.meta.url));
const text = (file) => readFileSync(file, "utf8");

// xml is what libxml2 says of a file, by itself or against schemas.
async function xml(file, schema) {
  const answer = await validateXML({ xml: [{ fileName: "file.xml", contents: text(file) }], ...(schema ? { schema } : { normalization: "c14n" }) });
  return answer.errors.map((error) => error.message);
}

// Each returns complaints about a file.
const readers = {
  async "data/datapackage.json"(file) {
    const found = [];
    const made = await Package.load(file);
    for (const error of made.errors) found.push(error.message);
    for (const resource of made.resources) {
      const there = existsSync(join(dirname(file), resource.descriptor.path));
      if (!there) found.push(`${resource.name}: there is no ${resource.descriptor.path}`);
      if (!there || !resource.tabular) continue;
      try {
        const rows = await resource.read({ keyed: true, forceCast: true });
        for (const row of rows) if (row instanceof Error) found.push(`${resource.name}: ${row.message} ${(row.errors || []).map((e) => e.message)}`);
        if (rows.length === 0 && resource.name !== "corrections-csv") found.push(`${resource.name}: no rows`);
      } catch (error) {
        found.push(`${resource.name}: ${error.message} ${(error.errors || []).map((e) => e.message)}`);
      }
    }
    return found;
  },
  async "feed.xml"(file) {
    const found = await xml(file), ids = new Set();
    const parser = new FeedParser();
    await new Promise((done) => {
      parser.on("error", (error) => { found.push(error.message); done(); });
      parser.on("end", done);
      parser.on("readable", () => {
        for (let item = parser.read(); item; item = parser.read()) {
          if (!item.guid || ids.has(item.guid)) found.push(`id ${item.guid}`);
          ids.add(item.guid);
          if (!item.title || !item.link || !(item.date >= 0 || item.date < 0) || !(item.summary || item.description)) found.push(`${item.guid} lacks something`);
        }
      });
      createReadStream(file).pipe(parser);
    });
    const meta = parser.meta;
    if (meta["#type"] !== "atom" || !meta.title || !meta.author || !meta.xmlurl || !(meta.date >= 0 || meta.date < 0)) found.push("the feed lacks something");
    return found;
  },
  async "feed.json"(file) {
    const found = [], ids = new Set();
    const read = parseJsonFeed(JSON.parse(text(file)));
    const raw = JSON.parse(text(file));
    if (raw.version !== "https://jsonfeed.org/version/1.1") found.push(`version ${raw.version}`);
    if (typeof raw.title !== "string" || !Array.isArray(raw.items) || read.items?.length !== raw.items.length) found.push("the feed lacks something");
    for (const item of raw.items || []) {
      if (typeof item.id !== "string" || ids.has(item.id)) found.push(`id ${item.id}`);
      ids.add(item.id);
      if (typeof item.content_html !== "string" && typeof item.content_text !== "string") found.push(`${item.id}: no content`);
      for (const key of ["date_published", "date_modified"]) {
        if (item[key] !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(item[key])) found.push(`${item.id}: ${key} ${item[key]}`);
      }
    }
    return found;
  },
  async "calendar.ics"(file) {
    const found = [], ids = new Set(), raw = text(file);
    for (const line of raw.split("\r\n")) if (line.includes("\n") || Buffer.byteLength(line) > 75) found.push(`line ${line.slice(0, 60)}`);
    const open = []; // ical.js takes any END for that of what is open
    for (const [, edge, name] of raw.matchAll(/^(BEGIN|END):(.*)\r$/gm)) if (edge === "BEGIN") open.push(name); else if (open.pop() !== name) found.push(`END:${name}`);
    const calendar = new ICAL.Component(ICAL.parse(raw));
    if (calendar.name !== "vcalendar" || calendar.getFirstPropertyValue("version") !== "2.0" || !calendar.getFirstPropertyValue("prodid")) found.push("the calendar lacks something");
    const events = calendar.getAllSubcomponents("vevent");
    if (events.length === 0) found.push("no events");
    for (const event of events) {
      const value = (name) => event.getFirstPropertyValue(name);
      const uid = value("uid");
      if (!uid || ids.has(uid)) found.push(`uid ${uid}`);
      ids.add(uid);
      if (!value("dtstamp") || !value("dtstart") || !value("summary")) found.push(`${uid} lacks something`);
      else if (!value("dtstamp").toJSDate().getTime() || Number.isNaN(value("dtstart").toJSDate().getTime())) found.push(`${uid}: no date`);
      if (value("dtend") && value("dtend").compare(value("dtstart")) <= 0) found.push(`${uid} ends before it begins`);
    }
    return found;
  },
  async "data/network.gexf"(file) {
    const graph = parseGEXF(DirectedGraph, text(file), { addMissingNodes: false });
    return graph.order > 0 && graph.size > 0 ? await xml(file) : ["no nodes or no edges"];
  },
  async "data/references.bib"(file) {
    const bib = new Cite(text(file), { forceType: "@bibtex/text" }), csl = new Cite(JSON.parse(text(file.replace(/bib$/, "json"))), { forceType: "@csl/list+object" });
    const titles = (cite) => cite.data.map((entry) => `${entry.id}: ${entry.title}`).sort().join("; ");
    if (bib.data.length === 0) return ["no entries"];
    return titles(bib) === titles(csl) ? [] : [`BibTeX has ${titles(bib)}, CSL ${titles(csl)}`];
  },
  "sitemap.xml": (file) => xml(file, [text(join(dirname(require.resolve("sitemap/package.json", { paths: [here] })), "schema", "sitemap.xsd"))]),
};

function* filesOf(folder, below = "") {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = join(below, entry.name);
    if (entry.isDirectory()) yield* filesOf(folder, name);
    else yield name;
  }
}

for (const folder of process.argv.slice(2)) {
  for (const name of filesOf(folder)) {
    const reader = Object.keys(readers).find((end) => name === end || name.endsWith("/" + end));
    if (!reader) continue;
    const say = (complaint) => console.log([folder, name, complaint.replace(/\s+/g, " ")].join("\t"));
    try {
      const found = await readers[reader](join(folder, name));
      found.forEach(say);
      if (found.length === 0) say("");
    } catch (error) {
      say(`cannot be read: ${error.message}`);
    }
  }
}
