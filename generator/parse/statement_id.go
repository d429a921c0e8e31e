package parse

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// identify gives an id to every statement that has none, and all their addresses. It reports ids that
// two share, and those that would show words which are withdrawn.
func identify(doc *dossier.Doc) {
	taken := make(map[string]source.Place, len(doc.Statements))
	for i := range doc.Statements {
		q := &doc.Statements[i]
		if !q.Pinned {
			continue
		}
		if first, clash := taken[q.ID]; clash {
			sharedID(doc, q, first)
			q.ID, q.Pinned = "", false // still gets an address of its own
			continue
		}
		taken[q.ID] = q.IDAt
	}
	gone := slices.ContainsFunc(doc.Meta.Withdrawn, func(w dossier.Withdrawal) bool { return w.ID == "" })
	wanted := make(map[string]int, len(doc.Statements)) // how many statements would have an id
	for i := range doc.Statements {
		q := &doc.Statements[i]
		switch {
		case q.Pinned:
			continue
		case gone:
			q.ID = textSum(q)[:12]
		default:
			q.ID = provisionalID(q)
		}
		wanted[q.ID]++
	}
	again := make(map[string]int)
	for i := range doc.Statements {
		q := &doc.Statements[i]
		if q.Pinned {
			continue
		}
		id := q.ID
		if _, clash := taken[id]; clash || wanted[id] > 1 {
			id = cutID(id, maxName-len("-abcd")) + "-" + textSum(q)[:4]
		}
		q.ID = free(id, taken, again)
		taken[q.ID] = q.Attr
	}
	route := doc.Route()
	for i := range doc.Statements {
		q := &doc.Statements[i]
		q.Address = route + q.ID + "/"
	}
	checkWithdrawn(doc)
	checkWordless(doc)
}

// checkWordless reports statements in which … or empty marks stand for all words. One that is withdrawn may: its words
// are gone, and what stands there is never shown as they were.
func checkWordless(doc *dossier.Doc) {
	for i := range doc.Statements {
		q := &doc.Statements[i]
		gone := func(w dossier.Withdrawal) bool { return w.ID == "" || w.ID == q.ID }
		if strings.Trim(q.Text, "“”…. \n") == "" && !slices.ContainsFunc(doc.Meta.Withdrawn, gone) {
			reportAt(doc, diag.Error, "statement-without-words", q.Attr,
				"a statement without words", "write what was said in the lines above, each with “>”; only one that is withdrawn may have “…” there")
		}
	}
}

// checkWithdrawn reports what is withdrawn by an id that was made of its words.
func checkWithdrawn(doc *dossier.Doc) {
	for _, w := range doc.Meta.Withdrawn {
		if w.ID != "" && slices.ContainsFunc(doc.Statements, func(q dossier.Quote) bool { return q.ID == w.ID && !q.Pinned }) {
			reportAt(doc, diag.Error, "withdrawn-words", w.At,
				"the address of a statement without an id of its own would show the words that are withdrawn",
				"write an id behind its attribution that does not repeat them, such as ^withdrawn-1, and withdraw that")
		}
	}
}

// free returns id, or when that is taken, by the same speaker with the same
// words, id with a number. again has the last number that each id was given, as it is cut before the number: many that
// differ at their end are one then.
func free(id string, taken map[string]source.Place, again map[string]int) string {
	candidate := id
	for number := 2; ; number++ {
		if _, clash := taken[candidate]; !clash {
			return candidate
		}
		cut := cutID(id, maxName-len("-")-len(strconv.Itoa(number)))
		number = max(number, again[cut]+1)
		again[cut] = number
		digits := strconv.Itoa(number)
		candidate = cutID(cut, maxName-len("-")-len(digits)) + "-" + digits
	}
}

func sharedID(doc *dossier.Doc, q *dossier.Quote, first source.Place) {
	reportAt(doc, diag.Error, "shared-id", q.IDAt,
		fmt.Sprintf("two statements have the id %q", q.ID), "give one of them another id")
	last := &doc.Problems[len(doc.Problems)-1]
	last.Related = []diag.Related{{At: first.In(doc.Path), Text: "the first statement with this id"}}
}

// provisionalID is made of the speaker's last name and the first four words, as
// far as they are in Latin letters; when nothing is, of the text's sum.
func provisionalID(q *dossier.Quote) string {
	speaker := q.Unnamed
	if len(q.Speakers) > 0 {
		speaker = shownAs(q.Speakers[0])
	}
	if i := strings.LastIndexAny(speaker, " \t"); i >= 0 {
		speaker = speaker[i+1:]
	}
	parts := appendASCII(make([]string, 0, 5), speaker)
	rest := q.Text
	for range 4 {
		var word string
		rest = strings.TrimLeft(rest, " \n\t")
		word, rest = cutWord(rest)
		parts = appendASCII(parts, word)
	}
	id := cutID(strings.Join(parts, "-"), maxName)
	if id == "" || reservedID(id) {
		return textSum(q)[:12]
	}
	return id
}

func cutWord(text string) (word, rest string) {
	if i := strings.IndexAny(text, " \n\t"); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

// maxWord bounds the bytes of a word that is looked at for an id.
const maxWord = 4 * maxName

// appendASCII appends the slug of a word if it is in Latin letters.
func appendASCII(parts []string, word string) []string {
	word = strings.ToValidUTF8(word[:min(len(word), maxWord)], "")
	name := slug.Make(word)
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r != '-' && notASCIIAlnum(r) }) {
		return parts
	}
	return append(parts, name)
}

// cutID shortens an id to at most size bytes, at a hyphen where there is one.
func cutID(id string, size int) string {
	if len(id) <= size {
		return id
	}
	if i := strings.LastIndexByte(id[:size+1], '-'); i > 0 {
		return id[:i]
	}
	return id[:size]
}

func notASCIIAlnum(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9')
}

// textSum is the sum of a statement's text in hexadecimal digits.
func textSum(q *dossier.Quote) string {
	sum := sha256.Sum256([]byte(q.Text))
	return hex.EncodeToString(sum[:])
}
