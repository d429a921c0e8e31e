package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// slot is what a key of front matter does with a hostile text.
type slot int

const (
	_       slot = iota
	shown        // it is text, and published
	naming       // the same, but it names an actor: links and names in a row are an error
	refused      // it is none of the words, numbers or addresses that the key wants: an error
	nested       // it holds keys of its own
)

// slots are all keys of front matter by the table of package parse that
// names them. A key that is not here fails a test, until it is known what it does.
var slots = map[string]map[string]slot{
	"siteOnly": {
		"description": shown, "license": shown, "publisher": shown, "base_url": refused, "language": refused, "calendar": refused, "menu": nested,
		"statement_pages": refused, "social_cards": refused, "oembed": refused, "html": refused, "image_hosts": refused, "edit_url": refused, "report_url": refused, "limits": nested,
	},
	"limitFields": {
		"file": refused, "front_matter": refused, "keys": refused, "depth": refused, "nesting": refused, "statements": refused, "names": refused, "title": refused, "text": refused,
	},
	"menuFields": {"label": shown, "route": refused},
	"shared": {
		"title": shown, "summary": shown, "slug": refused, "aliases": shown, "draft": refused, "publishDate": refused,
		"expiryDate": refused, "lang": refused, "author": shown, "autolink": refused, "date": refused,
	},
	"digestOnly": {
		"actors": naming, "topics": shown, "tags": shown, "sources": nested, "events": nested, "lastmod": refused, "recorded": refused, "corrections": nested,
		"withdrawn": shown, "coded_by": shown, "reviewed_by": shown,
	},
	"sourceFields": {
		"id": refused, "title": shown, "publisher": shown, "credit": shown, "author": shown, "date": refused, "url": refused,
		"archived": refused, "accessed": refused, "text": shown, "lang": refused,
	},
	"deedFields": {
		"act": refused, "by": naming, "to": naming, "with": naming, "date": refused, "text": shown, "yes": naming, "no": naming, "abstain": naming,
	},
	"amendmentFields":  {"date": refused, "text": shown, "statement": refused},
	"withdrawalFields": {"date": refused, "reason": shown},
	"actorOnly": {
		"name": shown, "kind": refused, "posts": nested, "parent": naming, "country": refused, "status": shown, "wikidata": refused,
		"relations": nested, "family_name": shown, "given_name": shown,
	},
	"postFields":     {"role": shown, "organization": naming, "from": refused, "to": refused},
	"relationFields": {"with": naming, "kind": shown, "from": refused, "to": refused, "note": shown},
}

var (
	aKeyTable = regexp.MustCompile(`(?m)^var (\w+) = \[\]field\[[^\]]+\]\{\n((?:.*\n)*?)^\}`)
	aKey      = regexp.MustCompile(`(?m)^\t\{"([A-Za-z_]+)",`)
)

// TestEveryKeyHasASlot reads the tables of keys where they are written.
func TestEveryKeyHasASlot(t *testing.T) {
	files, err := filepath.Glob("parse/matter*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range aKeyTable.FindAllStringSubmatch(string(text), -1) {
			for _, key := range aKey.FindAllStringSubmatch(table[2], -1) {
				found[table[1]] = append(found[table[1]], key[1])
			}
		}
	}
	for table, keys := range slots {
		for key := range keys {
			if !slices.Contains(found[table], key) {
				t.Errorf("there is no key %s in %s", key, table)
			}
		}
	}
	for table, keys := range found {
		for _, key := range keys {
			if slots[table][key] == 0 {
				t.Errorf("the key %s of %s has no slot: say in slots whether a hostile text in it is shown or refused", key, table)
			}
		}
	}
}

// keysThat are the keys of a table with that slot, in order.
func keysThat(table string, is slot) []string {
	var keys []string
	for key, of := range slots[table] {
		if of == is {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// asName takes out of a text what no name of an actor holds.
var asName = strings.NewReplacer("[[", "[ [", "]]", "] ]", "; ", ";")

// filled is a map in YAML in which each shown key of the tables has the text, but
// for those left out. Keys that name actors have it as a name.
func filled(text string, tables []string, without ...string) string {
	var pairs []string
	for _, table := range tables {
		for _, key := range keysThat(table, shown) {
			if !slices.Contains(without, key) {
				pairs = append(pairs, key+": "+quoted(text))
			}
		}
		for _, key := range keysThat(table, naming) {
			pairs = append(pairs, key+": "+quoted(asName.Replace(text)))
		}
	}
	return strings.Join(pairs, ", ")
}
