package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// blank stands in a hint for a name that only the editor knows.
const blank = "[[…]]"

// directions are the words before lists of names, in their order.
var directions = []string{"for", "to", "about"}

// meant is a line that seems meant for an attribution, taken apart.
type meant struct {
	who     string    // links, or the words for an unnamed speaker
	unnamed bool      // who is words
	lists   [3]string // links after each of the directions
	rest    string    // from the first comma or tag on
}

// takeApart reads a line, without its dash, as its writer probably meant it.
func takeApart(line string) meant {
	head, rest := cutHead(line)
	m := meant{rest: rest}
	pieces := cutDirections(head)
	m.who, m.unnamed, m.lists[0] = speaker(pieces[0])
	for i, piece := range pieces[1:] {
		if list := links(piece); list != "" {
			m.lists[i] = list
		}
	}
	return m
}

// String is the attribution, with blanks for what was not written.
func (m meant) String() string {
	who := m.who
	if who == "" {
		who = blank
	}
	lists := m.lists
	if m.unnamed && lists[0] == "" {
		lists[0] = blank
	}
	text := "— " + who
	for i, list := range lists {
		if list != "" {
			text += " " + directions[i] + " " + list
		}
	}
	return text + m.rest
}

// readable says whether what m is written as is an attribution. Dates and tags
// may be wrong in it: they have messages of their own.
func (m meant) readable() bool {
	text := m.String()
	if !startsAttribution(text) {
		return false
	}
	var doc dossier.Doc
	a := attribution{joined: joined{text: text, joints: []joint{{}}}, quote: &dossier.Quote{Details: new(dossier.Details)}, doc: &doc}
	a.read()
	return !slices.ContainsFunc(doc.Problems, func(p diag.Problem) bool {
		return p.Code != "bad-date" && p.Code != "bad-tag" && p.Code != "bad-id"
	})
}

// cutHead cuts a line at the first comma that parts no two links, or before the
// first tag.
func cutHead(line string) (head, rest string) {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '[':
			if _, size := cutLink(line[i:]); size > 0 {
				i += size - 1
			}
		case c == ',' && !strings.HasPrefix(strings.TrimLeft(line[i+1:], " "), "["):
			return strings.TrimSpace(line[:i]), line[i:]
		case (c == '#' || c == '^') && i > 0 && line[i-1] == ' ':
			return strings.TrimSpace(line[:i]), line[i-1:]
		}
	}
	return line, ""
}

// cutDirections cuts a head at its directions: the speaker, then what follows
// "for", "to" and "about".
func cutDirections(head string) (pieces [4]string) {
	at, from := 0, 0
	for i := 0; i < len(head); {
		if _, size := cutLink(head[i:]); size > 0 {
			i += size
			continue
		}
		word, size := wordAt(head, i)
		if next := slices.Index(directions, strings.ToLower(word)); next >= 0 {
			pieces[at] += head[from:i]
			at, from = next+1, i+len(word)
		}
		i += size
	}
	pieces[at] += head[from:]
	return pieces
}

// wordAt returns the word that begins at i, with the size of it and of the spaces
// after it. In the middle of a word there is none.
func wordAt(text string, i int) (word string, size int) {
	if i > 0 && text[i-1] != ' ' {
		return "", 1
	}
	end := strings.IndexAny(text[i:], " [")
	if end < 0 {
		end = len(text) - i
	}
	return text[i : i+end], max(end, 1)
}

// speaker reads the piece before the directions: links, or the words for an
// unnamed speaker, with those for whom the words say that they speak.
func speaker(piece string) (who string, unnamed bool, behalf string) {
	piece = strings.TrimSpace(piece)
	words := piece
	bracket := strings.IndexByte(piece, '[')
	if bracket >= 0 {
		words = strings.TrimSpace(piece[:bracket])
	}
	words = withoutSaying(words)
	i := strings.LastIndexByte(words, ' ')
	member := bracket >= 0 && i > 0 && slices.Contains([]string{"of", "from", "at", "in", "with", "از"}, words[i+1:])
	office := member && words[i+1:] == "of" && strings.IndexByte(words, ' ') == i // "Bank of [[Zenda]]" is one name
	if member {
		words = words[:i]
	}
	switch {
	case words == "", !describes(words) && !member:
		return links(piece), false, ""
	case !describes(words) && office:
		return links(withoutBrackets(piece)), false, ""
	case !describes(words):
		return links(words), false, links(piece[bracket:])
	}
	_, first := utf8.DecodeRuneInString(words)
	words = strings.ToLower(words[:first]) + words[first:]
	if bracket < 0 {
		return words, true, ""
	}
	return words, true, links(piece[bracket:])
}

// withoutSaying takes off a verb or a preposition that some write before the name.
func withoutSaying(words string) string {
	first, rest, _ := strings.Cut(words, " ")
	if slices.Contains([]string{"said", "says", "by", "from", "told", "so"}, strings.ToLower(first)) {
		return rest
	}
	return words
}

// describes says whether words tell of somebody without a name: "a senior official".
func describes(words string) bool {
	first, _, more := strings.Cut(words, " ")
	letter, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(letter) || more && slices.Contains([]string{"A", "An", "One", "Some", "Several", "یک"}, first)
}

// links writes the names in a piece as links.
func links(piece string) string {
	var list []string
	for item := range strings.SplitSeq(strings.ReplaceAll(piece, " and ", "\x00"), "\x00") {
		for item := range strings.SplitSeq(item, ",") {
			if name := bareName(item); name != "" {
				list = append(list, "[["+name+"]]")
			}
		}
	}
	return strings.Join(list, " and ")
}

// bareName is a name without its brackets, however many there are, and without
// words before or after them.
func bareName(item string) string {
	item = strings.TrimSpace(item)
	if i := strings.IndexByte(item, '['); i >= 0 {
		item, _, _ = strings.Cut(strings.TrimLeft(item[i:], "["), "]")
	}
	item = strings.TrimSpace(withoutSaying(strings.Trim(item, "[]#^ ")))
	if strings.ContainsAny(item, "[]") {
		return ""
	}
	return item
}
