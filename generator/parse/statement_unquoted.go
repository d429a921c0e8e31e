package parse

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// strayAttributions reports paragraphs that are attributions, outside of any blockquote: the line before them, or any, has no
// ">". Likewise quotations that have no attribution anywhere.
func (s *scribe) strayAttributions(root ast.Node) {
	var previous *quoteBlock // right before n, or nil
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch {
		case n.Kind() == ast.KindParagraph && n.Lines().Len() > 0 && s.strayParagraph(n, previous != nil):
		case previous != nil && previous.bare:
			s.unattributed(previous)
		}
		previous, _ = n.(*quoteBlock)
	}
	if previous != nil && previous.bare {
		s.unattributed(previous)
	}
}

// strayParagraph reports a paragraph that is an attribution, or ends in one, and says whether it is one of the block before it.
func (s *scribe) strayParagraph(n ast.Node, behindBlock bool) bool {
	line := n.Lines().At(0)
	if behindBlock && s.namesSpeaker(n.Lines(), 0) {
		report(s.doc, diag.Warning, "attribution-outside", line.Start, s.lineEnd(line.Start),
			"an attribution outside of its blockquote", "begin it, and the empty line before it, with “>”")
		return true
	}
	if behindBlock && onlyTags(line.Value(s.source)) {
		report(s.doc, diag.Warning, "tags-outside", line.Start, s.lineEnd(line.Start), "tags outside of their statement, which are prose", "write them at the end of its attribution, on the same line")
	}
	s.unquoted(n)
	return false
}

// onlyTags says whether each word of a line is a #tag or a ^id.
func onlyTags(line []byte) bool {
	for word := range bytes.FieldsSeq(line) {
		if (word[0] != '#' && word[0] != '^') || !isTag(string(word[1:])) {
			return false
		}
	}
	return true
}

// namesSpeaker says whether an attribution begins with line i of a paragraph.
func (s *scribe) namesSpeaker(lines *text.Segments, i int) bool {
	line := lines.At(i)
	return beginsWithDash(line.Value(s.source)) &&
		startsAttribution(s.join(lines.Sliced(i, min(i+mostLines, lines.Len()))).text)
}

// unquoted reports the last line of a paragraph that begins as an attribution does, where an act or an id follows: no prose has
// these, so that the ">" were forgotten.
func (s *scribe) unquoted(n ast.Node) {
	lines := n.Lines()
	for i := lines.Len() - 1; i >= 0; i-- {
		if !s.namesSpeaker(lines, i) {
			continue
		}
		line := lines.At(i)
		if hasTag(s.source[line.Start:lines.At(lines.Len()-1).Stop]) {
			report(s.doc, diag.Warning, "attribution-outside", line.Start, s.lineEnd(line.Start),
				"an attribution without a blockquote, so that it and the words above it are prose", "begin each line of the statement with “>”, from its words to here, empty ones too")
		}
		return
	}
}

// hasTag says whether an #act or a ^id stands among words.
func hasTag(words []byte) bool {
	for word := range bytes.FieldsSeq(words) {
		tag := string(bytes.TrimRight(word, ".,;:"))
		if id, ok := strings.CutPrefix(tag, "^"); ok && isTag(id) && isID(id) {
			return true
		}
		if act, ok := strings.CutPrefix(tag, "#"); ok && dossier.ActByName(strings.ToLower(act)) != nil {
			return true
		}
	}
	return false
}

// unattributed reports a blockquote that is wholly in quotation marks: somebody said that, and nobody is named.
func (s *scribe) unattributed(b *quoteBlock) {
	first, last := b.FirstChild(), b.LastChild()
	if first == nil || first.Kind() != ast.KindParagraph || last.Kind() != ast.KindParagraph || first.Lines().Len() == 0 || last.Lines().Len() == 0 {
		return
	}
	line := first.Lines().At(0)
	open, size := utf8.DecodeRune(line.Value(s.source))
	end := last.Lines().At(last.Lines().Len() - 1)
	words := bytes.TrimRight(end.Value(s.source), ".,;:!?… \t\r\n")
	closing, _ := utf8.DecodeLastRune(words)
	who := "[[who]] to [[whom]]"
	if closers(open) == "" || !strings.ContainsRune(closers(open), closing) {
		if first == last {
			who = said(s.join(first.Lines().Sliced(0, first.Lines().Len())).text)
		}
		if first != last || who == "" {
			return
		}
		size = len(bytes.TrimRight(line.Value(s.source), " \t\r\n"))
	}
	report(s.doc, diag.Warning, "quotation-without-attribution", line.Start, line.Start+size,
		"a quotation that does not say who spoke; the block is no statement",
		"end it with a line of only “>” and one that says who: > — "+who+", the date, #act ^id; if it is no statement, as from a treaty, leave the marks out: the block shows that it is quoted")
}

// saying are a name and a verb before or behind a quotation, in the languages of the pages: somebody says that it was said by them. What
// a treaty “says” is none. Behind a link a colon alone says so.
const (
	whoSaid = `([\p{Lu}\p{Lo}][\pL\pM\x{200c}’'.-]*(?: [\pL\pM\x{200c}’'.-]+){0,5}?|\[\[[^\]\n]+\]\])`
	saying  = `(?:said|told [^"“«„]{0,80}?|warned|added|replied|answered|wrote|posted|tweeted|declared|announced|` +
		`sagte|erklärte|schrieb|a dit|a déclaré|a écrit|dijo|declaró|escribió|сказала?|заявила?|написала?|сказав|заявив|написав|گفت|نوشت|افزود|אמר|אמרה|כתב|כתבה)`
	quoting = `[ \x{a0}\x{202f}]?[:,،]?[ \x{a0}\x{202f}]?["“«„״][^\n]*["”»“״][.,!?؟]?$`
)

var sayings = []*regexp.Regexp{
	regexp.MustCompile(`^` + whoSaid + ` ` + saying + quoting),
	regexp.MustCompile(`^(?:قال|قالت|أعلن|أعلنت) ` + whoSaid + quoting),
	regexp.MustCompile(`^(\p{Han}{2,12}?|\[\[[^\]\n]+\]\])(?:说|表示|称)[：，]?[“「][^\n]*[”」]$`),
	regexp.MustCompile(`^(\[\[[^\]\n]+\]\])[^"“«„״:：\n]{0,80}[:：] ?["“«„״「][^\n]*["”»“״」][.,!?؟]?$`),
	regexp.MustCompile(`^["“«„][^\n]*["”»“],? (?:said|warned|added|replied|answered|wrote|declared) (\p{Lu}[\pL’'.-]*(?: [\pL’'.-]+){0,5})\.$`),
	regexp.MustCompile(`^["“«„][^\n]*["”»“],? ` + whoSaid + ` ` + saying + `\.$`),
}

// said is the link of whom a short text names as who said its quotation, or "".
func said(text string) string {
	if len(text) > maxLink {
		return ""
	}
	for _, form := range sayings {
		if m := form.FindStringSubmatch(text); m != nil {
			return "[[" + strings.Trim(m[1], "[]") + "]]"
		}
	}
	return ""
}
