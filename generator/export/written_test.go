package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// odd is a digest with letters that one format or another does not write as they are, a vote, an
// actor with posts and a key that Demarche does not know.
const odd = `
-- content/index.md --
---
title: "Talks & <more>"
description: "\"Quoted\" \\ \t \u00a0"
---
-- content/actors/rufus-firefly.md --
---
name: Rufus Firefly
aliases: ["R. “Rufus” Firefly", "a, b"]
posts:
  - {role: "Prime Minister, \"acting\"", organization: Freedonia, from: 2030-01, to: 2031~}
---
-- content/actors/sylvania.md --
---
name: "Sylvania & 'Sons' <\"Ltd\">"
aliases: [Sylvania, "/actors/øld&co/"]
status: "In \"dispute\" <&>"
relations:
  - {with: Freedonia, kind: "a \"pact\"", from: 2030~, to: 2031-05, note: "<b>"}
  - {with: Rufus Firefly}
---
-- content/digests/talks.md --
---
title: " Leading space, and more"
date: 2031-05-04
summary: "One \"1 < 2\" \\ & so on"
author: "A. \"B\" & C"
tags: ["<x>", "y \\"]
coded_by: ["D \"E\"", F]
reviewed_by: ["<G>"]
lastmod: 2031-05-09~
aliases: [/digests/old/, "Talks & \"tea\""]
mood: {loud: true, note: "<b>", "n": [1, 2.5]}
sources:
  - {title: "\\.", publisher: "A \"B\", C", url: "https://freedonia.example/?a='1'&b=2", author: "D, \"E\"", archived: "https://archive.example/?a=1&b=2", accessed: 2031-05-05?, lang: de}
  - {id: other, title: Another, lang: fr}
events:
  - {act: vote, yes: [Freedonia], no: [Sylvania], abstain: [Firefly], date: 2031-05, text: "They voted: \"1 < 2\" & so on."}
corrections:
  - {date: 2031-05~, text: "It said \"1 > 2\", & more"}
  - {date: 2031-05-06, text: "\\."}
withdrawn:
  c: {date: 2031-05-07/2031-05-08, reason: "A \"B\", C"}
---

> “One's \\ & <two>LINE end.
>
> “Three "four".”
>
> — [[Rufus Firefly]] to [[Sylvania]] about [[Firefly]], 2031-05-01/.., at Geneva, "by" phone #warn #border ^a

> Q: Is "1 < 2",
> or not\\
> at all?
>
> Q: Is it <b>, LINE?
>
> Text, with a comma.
>
> — [[Sylvania]] to [[Freedonia]], in reply to [[#^a]], via [a "radio" & more](https://radio.example/?a=1&b=2), source other ^b

> Text.
>
> — [[Sylvania]], in reply to [a "letter" & more](https://letters.example/?a=1&b=2) ^d

> Q: Gone?
>
> Gone.
>
> — [[Sylvania]] ^c
`

// What is written by hand is what the standard library writes of the same records.
func TestDataAreWrittenAsTheStandardLibraryWritesThem(t *testing.T) {
	talks, err := os.ReadFile("testdata/talks.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"odd": strings.ReplaceAll(odd, "LINE", "\u2028"), "talks": string(talks), "hostile": hostile, "vague": vague, "empty": ""} {
		for _, base := range []string{"", "https://freedonia.example/it's&more/"} {
			made := files(t, archive(t, txtar.Parse([]byte(text)), base))
			wantLines[statementRecord](t, name, made["/data/statements.json"])
			wantLines[actorRecord](t, name, made["/data/actors.json"])
			wantLines[digestRecord](t, name, made["/data/digests.json"])
			wantLines[topicRecord](t, name, made["/data/topics.json"])
			wantLines[correctionRecord](t, name, made["/data/corrections.json"])
			wantSlides(t, name, made["/data/timelinejs.json"])
			wantGraph(t, name, made["/data/network.gexf"])
			for _, table := range []string{"/data/statements.csv", "/data/corrections.csv", "/data/dyads.csv"} {
				wantTable(t, name, made[table])
			}
		}
	}
}

// wantLines reads records and writes them again: it has to be the same text.
func wantLines[T any](t *testing.T, name string, text []byte) {
	t.Helper()
	var read []T
	decode(t, name, text, &read)
	if want := encodeLines(t, read); string(text) != want {
		t.Errorf("%s: records are\n%s\nnot\n%s", name, text, want)
	}
}

func wantSlides(t *testing.T, name string, text []byte) {
	t.Helper()
	var read timelineRecord
	decode(t, name, text, &read)
	title, err := json.Marshal(read.Title)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"title":` + string(title) + `,"events":` + encodeLines(t, read.Events) + "}\n"; string(text) != want {
		t.Errorf("%s: slides are\n%s\nnot\n%s", name, text, want)
	}
}

func decode(t *testing.T, name string, text []byte, into any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		t.Fatalf("%s: %v in\n%s", name, err, text)
	}
}

// encodeLines writes an array with one record to a line.
func encodeLines[T any](t *testing.T, records []T) string {
	t.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	b.WriteByte('[')
	for i, r := range records {
		b.WriteString([]string{"\n", ",\n"}[min(i, 1)])
		if err := encoder.Encode(r); err != nil {
			t.Fatal(err)
		}
		b.Truncate(b.Len() - 1) // the end of the line
	}
	b.WriteString("\n]\n")
	return b.String()
}

func wantGraph(t *testing.T, name string, text []byte) {
	t.Helper()
	var read gexfRecord
	if err := xml.Unmarshal(text, &read); err != nil {
		t.Fatalf("%s: %v in\n%s", name, err, text)
	}
	want, err := xml.MarshalIndent(read, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if want := xml.Header + string(want) + "\n"; string(text) != want {
		t.Errorf("%s: the graph is\n%s\nnot\n%s", name, text, want)
	}
}

func wantTable(t *testing.T, name string, text []byte) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v in\n%s", name, err, text)
	}
	var want bytes.Buffer
	if err := csv.NewWriter(&want).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if string(text) != want.String() {
		t.Errorf("%s: the table is\n%s\nnot\n%s", name, text, want.String())
	}
}
