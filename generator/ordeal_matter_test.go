package main

import (
	"strings"
)

const ordealMatter = 65_000 // bytes: just within the limit of front matter

// matterOrdeals are front matter of 64 KB; the language is that of the fences.
func matterOrdeals() []ordeal {
	var all []ordeal
	for _, u := range matterUnits {
		all = append(all, ordeal{name: "front matter: " + u.name, size: ordealMatter, unit: "bytes", make: func(size int) site {
			n := (size - len(u.first) - len(u.last)) / len(u.text)
			text := u.first + numbered(n, u.text)
			text = text[:min(len(text), size-len(u.last))] + u.last
			if u.first == "+++\n" || strings.HasPrefix(u.first, "+++\n") {
				return site{"digests/talks.md": text + "\n+++\n"}
			}
			if strings.HasPrefix(u.first, ";;;\n") {
				return site{"digests/talks.md": text + "\n;;;\n"}
			}
			return site{"digests/talks.md": text + "\n---\n"}
		}})
	}
	return all
}

const yamlHead = "---\ntitle: Talks in Zenda\ndate: 2031-05-04\n"

// matterUnits are what readers of YAML, TOML and JSON found hard, and lists of
// which each item becomes a page.
var matterUnits = []struct{ name, first, text, last string }{
	{"YAML merges", yamlHead + "a: &a {b: c}\n", "x{}: {<<: [*a,*a,*a,*a,*a,*a,*a,*a]}\n", ""},
	{"YAML aliases of aliases", yamlHead + "a0: &a0 [x]\n", "a: [*a{},*a{},*a{},*a{},*a{},*a{}]\n", ""},
	{"YAML keys", yamlHead, "k{}:\n", ""},
	{"YAML keys in braces", yamlHead + "a: {", "k{},", "}"},
	{"YAML lists in lists", yamlHead + "a: ", "[", ""},
	{"YAML maps in maps", yamlHead + "a: ", "{a: ", ""},
	{"YAML dashes", yamlHead + "a: ", "- ", ""},
	{"YAML questions", yamlHead, "? ", ""},
	{"YAML comments", yamlHead, "a{}: b # c\n\n# d\n", ""},
	{"YAML one text", yamlHead + "summary: ", "x ", ""},
	{"YAML one quoted text", yamlHead + `summary: "`, `\u0041`, `"`},
	{"YAML wide characters", yamlHead + "tags: [", "é,", "x]"},
	{"TOML tables in tables", "+++\n", "a{} = {a = {a = {a = 1}}}\n", ""},
	{"TOML tables in tables, open", "+++\na = ", "{a = ", ""},
	{"TOML lists in lists", "+++\na = ", "[", ""},
	{"TOML dots", "+++\na", ".a", " = 1"},
	{"TOML headers", "+++\n", "[a.a.a.a.a.a.a.a.k{}]\n", ""},
	{"TOML keys", "+++\n", "k{}=1\n", ""},
	{"TOML lists of tables", "+++\n", "[[a]]\nb=1\n", ""},
	{"TOML open quotation", "+++\na = \"\"\"", "x\n", ""},
	{"JSON lists", ";;;\n", "[", ""},
	{"JSON keys", ";;;\n{", `"k{}":1,`, `"z":1}`},
	{"JSON escapes", ";;;\n{\"title\":\"", `\u0041`, `","date":"2031"}`},
	{"actors", yamlHead + "actors: [", "a{},", "z]"},
	{"actors in brackets", yamlHead + "actors: [", "[[a{}]],", "z]"},
	{"actors, ten thousand times one", yamlHead + "actors: [", "a,", "z]"},
	{"topics", yamlHead + "topics: [", "a{},", "z]"},
	{"tags", yamlHead + "tags: [", "a{},", "z]"},
	{"old paths", yamlHead + "aliases: [", "/a{},", "/z]"},
	{"other titles", yamlHead + "aliases: [", "a{},", "z]"},
	{"sources", yamlHead + "sources: [", "a{},", "z]"},
	{"sources with ids", yamlHead + "sources:\n", "- {id: a{}, title: b}\n", ""},
	{"events", yamlHead + "events:\n", "- {act: aid, by: a{}, to: b{}, date: 2031-05-04}\n", ""},
	{"corrections", yamlHead + "corrections:\n", "- {date: 2031, text: a{}}\n", ""},
	{"corrections without a date", yamlHead + "corrections: [", "a{},", "z]"},
	{"withdrawals", yamlHead + "withdrawn:\n", "  a{}: b\n", ""},
	{"names of coders", yamlHead + "coded_by: [", "a{},", "z]"},
	{"keys that are nearly known", yamlHead, "titlx{}: 1\n", ""},
	{"bad dates", yamlHead + "events:\n", "- {act: aid, date: 2031-13-01}\n", ""},
}
