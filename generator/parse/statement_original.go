package parse

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/language"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// cutLanguage takes a trailing "(ru)" off a paragraph and returns the language.
func (s *scribe) cutLanguage(b *quoteBlock, leaf ast.Node) string {
	if leaf.Kind() != ast.KindParagraph || leaf.Lines().Len() == 0 {
		return ""
	}
	last := leaf.Lines().Len() - 1
	line := leaf.Lines().At(last)
	value := bytes.TrimRight(line.Value(s.source), " \t\r\n")
	open := bytes.LastIndexByte(value, '(')
	inner, closed := bytes.CutSuffix(value[max(open, 0):], []byte(")"))
	if open < 0 || !closed || open > 0 && value[open-1] != ' ' || !isLanguage(string(inner[1:])) {
		return ""
	}
	line.Stop = line.Start + open
	if line = line.TrimRightSpace(s.source); line.Len() > 0 {
		leaf.Lines().Set(last, line)
	} else {
		s.cutLines(b, leaf, last, last+1)
	}
	return string(inner[1:])
}

// checkLanguage reports an original wording that does not end in its language, leaf being the last of its blocks: one without
// any is shown as if it were in that of the site.
func (s *scribe) checkLanguage(quote *dossier.Quote, leaf ast.Node) {
	if leaf.Lines() == nil || leaf.Lines().Len() == 0 {
		return
	}
	line := leaf.Lines().At(leaf.Lines().Len() - 1)
	value := bytes.TrimSpace(line.Value(s.source))
	start := line.Start + bytes.Index(line.Value(s.source), value)
	where, which := "below it, in a paragraph of its own and in brackets: ", "(en), (fa), (ru), (zh)"
	if leaf.Kind() == ast.KindParagraph {
		if s.wrongLanguage(value, start) {
			return
		}
		where = "behind it, in brackets: "
	}
	if src := s.sourceOf(quote); src != nil && src.Lang != "" && src.Lang != s.doc.Meta.Lang {
		which = "(" + src.Lang + ") if it is that of its source"
	}
	report(s.doc, diag.Warning, "no-language", start, start+len(value), "the original does not say which language it is in", "write its language "+where+which)
}

// checkOneOriginal reports that an original wording is followed by another, last being the end of that: a paragraph before it ends in
// a language, too, behind a closing mark. Both would count as words of one.
func (s *scribe) checkOneOriginal(original []ast.Node, last ast.Node) {
	for _, block := range original {
		for n := block.FirstChild(); n != nil; n = n.NextSibling() {
			if n == last || n.Kind() != ast.KindParagraph || n.Lines().Len() == 0 {
				continue
			}
			line := trimmed(n.Lines().At(n.Lines().Len()-1), s.source)
			words := strings.TrimSuffix(string(line.Value(s.source)), ")")
			open := strings.LastIndex(words, " (")
			if open < 0 || !isLanguage(words[open+len(" ("):]) {
				continue
			}
			if before, _ := utf8.DecodeLastRuneInString(words[:open]); strings.ContainsRune("”\"’»“」", before) {
				report(s.doc, diag.Warning, "two-originals", line.Start, line.Stop, "this original is followed by another, and both count as one, in the language of that",
					"keep the one that the words are a translation of, and write another in the text of the digest, or as a statement of its own that is the same as this")
				return
			}
		}
	}
}

// sourceOf is the source that a statement names, the first where it names none, or nil.
func (s *scribe) sourceOf(quote *dossier.Quote) *dossier.Source {
	all := s.doc.Meta.Sources
	if quote.Source.Value == "" && len(all) > 0 {
		return &all[0]
	}
	if s.sources == nil {
		s.sources = map[string]*dossier.Source{}
		for i := range slices.Backward(all) {
			s.sources[all[i].ID] = &all[i]
		}
	}
	return s.sources[quote.Source.Value]
}

// wrongLanguage reports brackets at the end of an original wording, whose last line begins at start, that
// seem to name its language and do not as a code.
func (s *scribe) wrongLanguage(line []byte, start int) bool {
	open := bytes.LastIndexByte(line, '(')
	if open < 0 || line[len(line)-1] != ')' {
		return false
	}
	code := languageNamed(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(string(line[open+1:len(line)-1]))), "in "))
	before, _ := utf8.DecodeLastRune(bytes.TrimSpace(line[:open]))
	if code == "" && !strings.ContainsRune("”\"’»“」", before) {
		return false // words of the original
	}
	hint := "write the code of the language in its place: (en), (fa), (ru), (zh)"
	if code != "" {
		hint = "write (" + code + ") after a space, at the end"
	}
	report(s.doc, diag.Warning, "bad-language", start+open, start+len(line),
		quoted(string(line[open:]))+" does not name the language of the original, and counts as a part of its words", hint)
	return true
}

// checkOriginal reports a line among the words, behind others, that is labelled as the original of a translation, or is a quotation with
// its language in brackets: it would count as the speaker's words in the language of the rest.
func (s *scribe) checkOriginal(p sections) {
	for i, n := range p.words {
		if n.Kind() != ast.KindParagraph || len(p.original) > 0 {
			continue
		}
		for j := range n.Lines().Len() {
			if i+j == 0 {
				continue
			}
			line := trimmed(n.Lines().At(j), s.source)
			original, code := cutOriginal(string(line.Value(s.source)))
			if original == "" {
				continue
			}
			report(s.doc, diag.Warning, "original-in-words", line.Start, line.Stop, "the original of a translation stands among the words, and counts as what was said in their language",
				"write it as a blockquote within this one, with its language in brackets, between lines of only “>”: > > "+original+" ("+cmp.Or(code, "…")+")")
			return
		}
	}
}

// cutOriginal is the wording of a line such as “Original: «Никогда.» (ru)”, with its language where that is written; or "".
func cutOriginal(line string) (original, code string) {
	original = line
	if open := strings.LastIndex(line, "("); open > 0 && strings.HasSuffix(line, ")") {
		if code = languageNamed(strings.ToLower(strings.TrimPrefix(line[open+1:len(line)-1], "in "))); code != "" {
			original = strings.TrimSpace(line[:open])
		}
	}
	last, _ := utf8.DecodeLastRuneInString(original)
	quoted := code != "" && strings.ContainsRune("”\"’»“」", last)
	label, rest, labelled := strings.Cut(original, ":")
	label, _, _ = strings.Cut(strings.ToLower(label), "(")
	label = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(label, "in "), "the "))
	if labelled && rest != "" && (languages[label] != "" || slices.Contains([]string{"original", "originally", "original text", "original wording"}, label)) {
		return strings.TrimSpace(rest), cmp.Or(code, languages[label])
	}
	if quoted {
		return original, code
	}
	return "", ""
}

// isLanguage says whether text names a language as BCP 47 does, with two or
// three small letters first: "ru", "zh-Hant", "fa-AF". "sic", which is one too, is a remark on the words.
func isLanguage(text string) bool {
	primary, _, _ := strings.Cut(text, "-")
	if len(primary) < 2 || len(primary) > 3 || strings.ToLower(primary) != primary || primary == "sic" {
		return false
	}
	_, err := language.Parse(text)
	return err == nil
}

// languageNamed is the code of a language by what an editor may write for it, in lower case: its name, or a code that was in capitals; or "".
func languageNamed(name string) string {
	if code := languages[name]; code != "" || !isLanguage(name) {
		return code
	}
	return name
}

// languages are codes by what editors write for them, in lower case.
var languages = map[string]string{
	"arabic": "ar", "chinese": "zh", "mandarin": "zh", "dutch": "nl", "english": "en", "eng": "en",
	"farsi": "fa", "persian": "fa", "french": "fr", "français": "fr", "german": "de", "deutsch": "de",
	"greek": "el", "hebrew": "he", "hindi": "hi", "italian": "it", "italiano": "it", "japanese": "ja",
	"korean": "ko", "kurdish": "ku", "pashto": "ps", "polish": "pl", "portuguese": "pt",
	"português": "pt", "russian": "ru", "русский": "ru", "serbian": "sr", "spanish": "es",
	"español": "es", "turkish": "tr", "türkçe": "tr", "ukrainian": "uk", "українська": "uk",
	"urdu": "ur", "فارسی": "fa", "العربية": "ar", "עברית": "he", "中文": "zh", "日本語": "ja", "한국어": "ko",
}
