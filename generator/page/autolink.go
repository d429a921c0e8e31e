package page

import (
	"bytes"
	"unicode/utf8"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// autolink finds the first mention of each actor of own in the runs of prose, which becomes a link to where href leads.
// Where a wikilink to an actor comes first, it is the first mention. Mentions are
// whole words as names has them, only their first letter may be a capital where the
// name's is not; of several names that begin at one place the longest counts, and
// a leading "the" belongs to the mention. A hyphen joins words: "Sylvania" is
// not mentioned in "Sylvania-Freedonia", which may be a third party.
func autolink(on *desk, prose *dossier.Prose, own []*dossier.Actor, link func(dossier.Ref) dossier.Target, href func(*dossier.Actor) string, names dossier.NameIndex) []Insert {
	l := linker{html: prose.HTML, names: names, href: href, open: on.openActors(len(own)), own: on.ownNames(), desk: on, found: on.inserts.Take(len(own))[:0], budget: searchBudget}
	for _, actor := range own {
		l.open[actor] = true
		l.expect(actor.Name)
		for _, alias := range actor.Aliases {
			l.expect(alias)
		}
	}
	holes := prose.Holes
	for _, run := range prose.Runs {
		start, end := int(run.Start), int(run.End)
		for len(holes) > 0 && int(holes[0].At) < end {
			at := max(start, int(holes[0].At))
			l.link(start, at)
			start = at
			if holes[0].Statement < 0 {
				delete(l.open, link(holes[0].Ref).Actor)
			}
			holes = holes[1:]
		}
		l.link(start, end)
	}
	return l.found
}

// searchBudget is how many bytes of names are compared with one text before the
// search ends: hundreds of times what an editor's text needs, and a bound to what
// thousands of names that begin with one word can cost.
const searchBudget = 16 << 20

// linker is one search through the prose of a digest.
type linker struct {
	html  []byte
	names dossier.NameIndex
	href  func(*dossier.Actor) string
	open  map[*dossier.Actor]bool   // not yet mentioned
	begin [utf8.RuneSelf]uint32     // by the first character of names of own actors, if ASCII: a bit for each that may come second
	own   map[string][]dossier.Name // names of open actors by first word, found as they are needed
	found []Insert
	desk  *desk

	budget int // bytes
}

// link finds mentions in html[start:end], which holds no tag and no hole.
func (l *linker) link(start, end int) {
	text := l.html[start:end]
	for at, after := 0, 0; at < len(text) && len(l.open) > 0 && l.budget > 0; {
		if size := l.passed(text[at:]); size > 0 {
			at += size
			continue
		}
		word, size := slug.FirstWord(text[at:])
		if size == 0 {
			at += other(text[at:])
			continue
		}
		name, ok := l.longest(word, text, at)
		if !ok {
			at += size
			continue
		}
		from := max(after, withThe(text, at))
		at += len(name.Text)
		after = at
		l.found = append(l.found, Insert{Start: start + from, End: start + at, Href: l.href(name.Actor)})
		delete(l.open, name.Actor)
	}
}

// expect notes how a name begins, in prose perhaps with a capital that it has not.
func (l *linker) expect(name string) {
	if len(name) < 2 || name[0] >= utf8.RuneSelf {
		return
	}
	second := ^uint32(0) // characters that are written otherwise in HTML too
	if isASCIIWord(name[1]) {
		second = secondBit(name[1])
	}
	l.begin[name[0]] |= second
	if 'a' <= name[0] && name[0] <= 'z' {
		l.begin[name[0]^0x20] |= second
	}
}

// secondBit is one of 32 bits, which letters of either case and digits share.
func secondBit(c byte) uint32 { return 1 << (c & 31) }

// passed is the size of the word or of the character between words that text begins
// with, where it is ASCII and no expected name begins like it. Most of a text is such,
// and slug.FirstWord takes several times as long. It is 0 for all else.
func (l *linker) passed(text []byte) int {
	switch c := text[0]; {
	case c >= utf8.RuneSelf || len(text) > 1 && l.begin[c]&secondBit(text[1]) != 0:
		return 0
	case !isASCIIWord(c):
		return other(text)
	}
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			return 0
		}
		if !isASCIIWord(c) {
			return i
		}
	}
	return len(text)
}

func isASCIIWord(c byte) bool { return inASCIIWord[c] }

var inASCIIWord = bytesOf(asciiWord)

// longest returns the longest name of an open actor that stands in text at that
// place, where word begins.
func (l *linker) longest(word, text []byte, at int) (dossier.Name, bool) {
	for _, name := range l.candidates(word) {
		l.budget -= len(name.Text)
		if l.open[name.Actor] && stands(name.Text, text[at:]) && isWhole(text, at, at+len(name.Text)) {
			return name, true
		}
	}
	return dossier.Name{}, false
}

// candidates are the names of open actors that begin with word. They are kept,
// because a word comes often and many actors may share it.
func (l *linker) candidates(word []byte) []dossier.Name {
	all := l.names[string(word)]
	if len(all) == 0 {
		return nil
	}
	if names, ok := l.own[string(word)]; ok {
		return names
	}
	count := 0
	for _, name := range all {
		count += one(l.open[name.Actor])
	}
	names := l.desk.names.Take(count)[:0]
	for _, name := range all {
		if l.open[name.Actor] {
			names = append(names, name)
		}
	}
	l.own[string(word)] = names
	return names
}

// stands says whether text begins with name, or with name and a capital.
func stands(name string, text []byte) bool {
	if len(text) < len(name) {
		return false
	}
	if string(text[:len(name)]) == name {
		return true
	}
	_, width := utf8.DecodeRuneInString(name)
	first, size := utf8.DecodeRune(text)
	if width != size || string(text[width:len(name)]) != name[width:] {
		return false
	}
	capital, _ := slug.FirstWord(name[:width])
	return capital == string(first)
}

// isWhole says whether text[start:end] ends where a word does and is joined to no
// other by a hyphen or, before it, by an apostrophe.
func isWhole(text []byte, start, end int) bool {
	at := start
	for at < end {
		_, size := slug.FirstWord(text[at:])
		at += max(size, other(text[at:]))
	}
	if at != end {
		return false
	}
	if next, size := utf8.DecodeRune(text[end:]); isHyphen(next) {
		if _, word := slug.FirstWord(text[end+size:]); word > 0 {
			return false
		}
	}
	before, size := utf8.DecodeLastRune(text[:start])
	if !isHyphen(before) && before != '\'' && before != '’' {
		return true
	}
	joined, _ := utf8.DecodeLastRune(text[:start-size])
	_, word := slug.FirstWord(string(joined))
	return word == 0
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// other is how many bytes stand at the start of text that begin no word: a
// character, or one written as an entity.
func other(text []byte) int {
	if text[0] == '&' {
		if end := bytes.IndexByte(text[:min(len(text), len("&quot;"))], ';'); end > 0 {
			return end + 1
		}
	}
	_, size := utf8.DecodeRune(text)
	return size
}

// withThe moves at back over a leading "the".
func withThe(text []byte, at int) int {
	const the = len("the ")
	if at < the || string(text[at-the+1:at]) != "he " || text[at-the]|0x20 != 't' {
		return at
	}
	if isWhole(text, at-the, at-1) && !endsWord(text[:at-the]) {
		return at - the
	}
	return at
}

// endsWord says whether the last character of text belongs to a word.
func endsWord(text []byte) bool {
	last, _ := utf8.DecodeLastRune(text)
	_, size := slug.FirstWord(string(last))
	return size > 0
}
