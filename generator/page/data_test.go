package page_test

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/export"
	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// everyField is a record in which each field of the data is said somewhere.
const everyField = `-- content/digests/talks.md --
---
title: Talks
date: 2025-06-20
summary: They talked.
author: A. Scribe
tags: [border]
topics: [marsh]
coded_by: [A. Scribe]
reviewed_by: [B. Reader]
lastmod: 2025-06-21
aliases: [/digests/old/]
sources: [Talks open]
corrections: [{date: 2025-06-21, text: It was another day}]
withdrawn: {gone: {date: 2025-06-22, reason: He never said it}}
---

> Q: Is that all?
>
> “No.”
>
> — [[Freedonia]] to [[Sylvania]], in reply to [a letter](https://letters.example/), via [radio](https://radio.example/) ^no

> “All.”
>
> — [[Freedonia]] to [[Sylvania]] ^gone
-- content/actors/Freedonia.md --
---
status: Its border is disputed.
relations: [{with: Sylvania, kind: treaty}]
aliases: [/actors/old-freedonia/]
---
-- content/topics/reeds.md --
---
aliases: [/topics/rushes/]
---
-- content/digests/forged.md --
---
title: Forged
date: 2025-06-20
withdrawn: {date: 2025-06-22, reason: It was forged}
---
`

func TestDataPageExplainsEveryColumnThatIsWritten(t *testing.T) {
	written := written(t, resolved(t, txtar.Parse([]byte(everyField)).Files, "/"))
	for _, file := range page.DataFiles {
		var names []string
		for _, column := range file.Columns {
			if column.Says == "" || column.Type == "" {
				t.Errorf("%s: %s is not explained", file.Label, column.Name)
			}
			names = append(names, column.Name)
		}
		if written[file.Href] == nil {
			t.Errorf("there is no %s", file.Href)
		}
		if file.Columns == nil { // a format of others, which explain it
			continue
		}
		if path.Ext(file.Label) == ".csv" {
			continue // its head is made of these columns
		}
		met := map[string]bool{}
		for _, keys := range keysOf(t, written[file.Href]) {
			next := 0
			for _, key := range keys {
				at := slices.Index(names[next:], key)
				if at < 0 {
					t.Errorf("%s has %q\nthe page explains %q", file.Label, keys, names)
					break
				}
				met[key], next = true, next+at+1
			}
		}
		if len(met) != len(names) {
			t.Errorf("%s has only %v\nthe page explains %q", file.Label, met, names)
		}
	}
}

// written are the files of an export by route.
func written(t *testing.T, a *dossier.Archive) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, e := range export.All(a, locale.English(), func(func(string) bool) {}) {
		var text bytes.Buffer
		if err := e.Write(&text); err != nil {
			t.Fatal(err)
		}
		files[e.Route] = text.Bytes()
	}
	return files
}

// keysOf are the keys of each object of an array, in their order.
func keysOf(t *testing.T, array []byte) [][]string {
	t.Helper()
	var records []json.RawMessage
	if err := json.Unmarshal(array, &records); err != nil || len(records) == 0 {
		t.Fatalf("%d records: %v", len(records), err)
	}
	var all [][]string
	for _, record := range records {
		decoder := json.NewDecoder(bytes.NewReader(record))
		if _, err := decoder.Token(); err != nil {
			t.Fatal(err)
		}
		var keys []string
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				t.Fatal(err)
			}
			keys = append(keys, key.(string))
			var value json.RawMessage
			if err := decoder.Decode(&value); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, keys)
	}
	return all
}

// TestNoColumnOfATableIsSaidToBeLeftOut: what JSON leaves out of a record is an empty cell there.
func TestNoColumnOfATableIsSaidToBeLeftOut(t *testing.T) {
	for _, columns := range [][]page.Column{page.StatementCells, page.ActorCells, page.DigestCells, page.CorrectionCells, page.DyadCells} {
		for _, c := range columns {
			if strings.Contains(c.Says, "left out") {
				t.Errorf("%s: %s", c.Name, c.Says)
			}
		}
	}
}
