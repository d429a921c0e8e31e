package parse

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// strangeMarks are marks that somebody may put around words and that make no quotation here, because they are apostrophes too, or
// stand for marks or are those of a script or a language that has others as well. Of two that begin alike, the longer is first.
var strangeMarks = []struct{ open, closing string }{
	{"''", "''"}, {"``", "''"}, {"'", "'"}, {"`", "'"}, {"`", "´"}, {"´", "´"}, {"’", "’"}, {"＂", "＂"}, {"＇", "＇"},
	{"»", "«"}, {"›", "‹"}, {"‹", "›"}, {"<<", ">>"}, {"‚", "‘"}, {"『", "』"}, {"〝", "〞"}, {"〝", "〟"},
}

// strangeMarks warns of words, from the byte start on, that stand wholly in such marks: they would not count as quoted, and
// never be compared.
func (s *scribe) strangeMarks(quote *dossier.Quote, start int, paragraphs []string) bool {
	i := slices.IndexFunc(strangeMarks, func(m struct{ open, closing string }) bool { return surround(m.open, m.closing, paragraphs) })
	if i < 0 {
		return s.strangeWithin(quote, max(start, int(quote.At.Start)), paragraphs)
	}
	open, closing := strangeMarks[i].open, strangeMarks[i].closing
	start, end := max(start, int(quote.At.Start)), int(quote.Attr.Start)
	if at := bytes.Index(s.source[start:end], []byte(open)); at >= 0 {
		start += at
		end = start + len(open)
	}
	counts := "they count as a paraphrase, and are never compared with their source"
	if quote.Form != dossier.Paraphrase {
		counts = "only what stands in other marks within them is compared with their source"
	}
	hint := "write ‘…’ or “…” around them"
	if strings.ContainsAny(open, "»›‹<") {
		hint = "write «…» or “…” around them"
	}
	report(s.doc, diag.Warning, "strange-marks", start, end, open+"…"+closing+" around the words make no quotation here: "+counts, hint)
	return true
}

// surround says whether marks stand around the whole of paragraphs, and not around parts of it.
func surround(open, closing string, paragraphs []string) bool {
	if len(paragraphs) == 0 {
		return false
	}
	last := strings.TrimRight(paragraphs[len(paragraphs)-1], ".,;:!?… ")
	before, closes := strings.CutSuffix(last, closing)
	words, opens := strings.CutPrefix(paragraphs[0], open)
	first, _ := utf8.DecodeRuneInString(words)
	if !opens || !closes || strings.Trim(before, open) == "" || unicode.IsLower(first) && strings.HasSuffix(before, "s") {
		return false // ’twas the task of the boys’
	}
	for _, p := range paragraphs {
		if strings.Contains(p, " "+open) {
			return false // 'yes' and 'no'
		}
	}
	return true
}

// apostrophed is a part of a text between ' and ', of three words or more, where the last has a mark of punctuation before or behind it.
var apostrophed = regexp.MustCompile(`(?:^|[\s(:—–])'(\pL+)((?:[^\n]*?\s){2}[^\n]*?(?:[.,!?…]'|'(?:[.,;:!?…)]|$)))`)

// clipped are words that begin with an apostrophe.
var clipped = strings.Fields("twas twere twill tis em til till cause bout round n")

// strangeWithin warns of a part of the words that stands between ' and ', as strangeMarks does of the whole.
func (s *scribe) strangeWithin(quote *dossier.Quote, start int, paragraphs []string) bool {
	for _, p := range paragraphs {
		if strings.Count(p, "'") < 2 { // as of most, which no regular expression has to read
			continue
		}
		for _, m := range apostrophed.FindAllStringSubmatch(p, 20) {
			if strings.Contains(m[2], " '") || slices.Contains(clipped, strings.ToLower(m[1])) || strings.HasSuffix(m[2], "s'") && unicode.IsLower(firstRune(m[1])) {
				continue
			}
			at := max(0, bytes.Index(s.source[start:quote.Attr.Start], []byte("'"+m[1]))) // the beginning, where Markdown stands between
			report(s.doc, diag.Warning, "strange-marks", start+at, start+at+1, "'…' around a part of the words makes no quotation here: it counts as a paraphrase, and is never compared with its source",
				"write ‘…’ or “…” around it")
			return true
		}
	}
	return false
}
