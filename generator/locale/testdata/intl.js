// What ICU says of the same dates, numbers and plurals, as an oracle for the tests:
//
//	node generator/locale/testdata/intl.js > generator/locale/testdata/intl.json
//
// A node with full ICU 78 (CLDR 48) made the file.
'use strict';
const tags = ['en', 'fr', 'es', 'de', 'ru', 'uk', 'ar', 'fa', 'he', 'zh', 'en-US', 'pt-BR', 'pl', 'ja', 'hi'];
const days = ['2025-06-19', '2025-01-01', '2024-02-29', '1999-12-31', '1914-07-28'];
const ranges = [['2025-06-18', '2025-06-19'], ['2025-05-28', '2025-06-03'], ['2024-12-30', '2025-01-02']];
const counts = [0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 20, 21, 22, 25, 99, 100, 101, 102, 103, 111, 112, 121, 1000, 1001, 12500];
const out = {};
for (const tag of tags) {
  const locale = tag === 'en' ? 'en-001' : tag; // the English of the site is that of the world
  const format = (options) => new Intl.DateTimeFormat(locale, {calendar: 'gregory', timeZone: 'UTC', ...options});
  const day = (text) => new Date(text + 'T00:00:00Z');
  const each = (options, of = days) => of.map((text) => format(options).format(day(text)));
  const months = Array.from({length: 12}, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-15`);
  out[tag] = {
    days, ranges, counts,
    day: each({dateStyle: 'long'}),
    weekday: each({dateStyle: 'full'}),
    month: each({year: 'numeric', month: 'long'}, months),
    monthAlone: each({month: 'long'}, months),
    dayOfMonth: each({month: 'long', day: 'numeric'}),
    year: each({year: 'numeric'}),
    range: ranges.map(([a, b]) => format({dateStyle: 'long'}).formatRange(day(a), day(b))),
    number: counts.concat([1234567, -5]).map((n) => new Intl.NumberFormat(locale).format(n)),
    plural: counts.map((n) => new Intl.PluralRules(locale).select(n)),
    list: [['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D']].map((words) => new Intl.ListFormat(locale, {type: 'conjunction'}).format(words)),
    firstDay: new Intl.Locale(locale).getWeekInfo ? new Intl.Locale(locale).getWeekInfo().firstDay % 7 : new Intl.Locale(locale).weekInfo.firstDay % 7,
  };
}
// Each 41st day of two centuries, in the Solar Hijri calendar.
const solar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric'});
out.solar = {};
for (let at = Date.UTC(1800, 0, 1); at < Date.UTC(2122, 0, 1); at += 41 * 86400e3) {
  const parts = Object.fromEntries(solar.formatToParts(at).map((p) => [p.type, p.value]));
  out.solar[new Date(at).toISOString().slice(0, 10)] = `${parts.year}-${parts.month}-${parts.day}`;
}
out.solarDay = days.map((text) => new Intl.DateTimeFormat('fa', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(text + 'T00:00:00Z')));
const lines = (of) => Object.entries(of).map(([key, value]) => JSON.stringify(key) + ': ' + JSON.stringify(value)).join(',\n');
process.stdout.write('{\n' + lines(out) + '\n}\n');
