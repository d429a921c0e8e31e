package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/collate"
	"demarche/generator/dossier"
)

// standing puts the words of a cell into a quotation, in the form that their marks give them, else the column of forms, else their
// own column, and says whether they are taken as partly quoted on their marks alone. Marks around the whole stay
// as they are written; straight ones become curly, so that others within them are told from them, and so do »those«
// of German books, which no page reads. Words of statements.csv
// have none around them: what they begin with is their own.
func standing(q *quotation, words, column, form string, isRecord bool) (partly bool) {
	bare, whole := wholeQuotation(words)
	whole = whole && !isRecord
	paraphrased := form == "paraphrase" || form == "" && column == "paraphrase"
	q.words, q.form = words, dossier.Verbatim
	switch {
	case whole && paraphrased:
		q.words, q.form = bare, dossier.Paraphrase
	case whole && (strings.IndexByte(`"'`, words[0]) >= 0 || strings.HasPrefix(words, "»")):
		q.words = bare
	case whole:
		q.marked = true
	case form == "verbatim":
		q.words = withoutStray(words, isRecord)
	case form == "mixed":
		q.words, q.form = readable(words), dossier.Mixed
	case form == "paraphrase":
		q.form = dossier.Paraphrase
	case quotesPart(readable(words)):
		q.words, q.form = readable(words), dossier.Mixed
		return column == "quote"
	case column == "quote", column == "words" && withoutStray(words, false) != words:
		q.words = withoutStray(words, false)
	default:
		q.form = dossier.Paraphrase
	}
	return false
}

// wholeQuotation says whether one quotation is the whole of words, whose paragraphs may open it again, and returns what
// stands in it. A mark that opens as it closes does so where a word begins.
func wholeQuotation(words string) (bare string, whole bool) {
	open, size := utf8.DecodeRuneInString(words)
	closers, depth := collate.Closers(open), 0
	if open == '»' {
		closers = "«»" // as Swedish books have them
	}
	if closers == "" {
		return words, false
	}
	var all []string
	for p := range strings.SplitSeq(words, "\n\n") {
		if strings.HasPrefix(p, string(open)) {
			p, depth = p[size:], 1
		} else if depth == 0 {
			return words, false
		}
		end := len(p)
		lastOpen, lastClose := lastOpening(p, open), strings.LastIndexAny(p, closers)
		before := ' '
		for at, r := range p {
			rest := p[at+utf8.RuneLen(r):]
			after, _ := utf8.DecodeRuneInString(rest)
			begins := !isLetterOrDigit(before) && isLetterOrDigit(after)
			switch {
			case !strings.ContainsRune(closers, r) && r != open, isLetterOrDigit(before) && isLetterOrDigit(after):
			case r == open && (begins || !strings.ContainsRune(closers, r)):
				depth++
			case open == '‘' && r != open && lastOpen < at && at < lastClose: // the states’ duty’
			case open == '\'' && depth == 1 && isLetterOrDigit(before) && lastOpen < at && at < lastClose: // the states' duty'
			default:
				depth--
			}
			if before = r; depth == 0 {
				if strings.ContainsFunc(rest, isWordy) {
					return words, false
				}
				end = at
				break
			}
		}
		all = append(all, strings.TrimSpace(p[:end])+strings.TrimLeft(p[end:], closers))
	}
	return strings.Join(all, "\n\n"), depth == 0
}

// lastOpening is the place of the last mark in p that begins a word, -1 where none does.
func lastOpening(p string, open rune) int {
	for at := len(p); ; {
		if at = strings.LastIndex(p[:at], string(open)); at < 0 {
			return -1
		}
		before, _ := utf8.DecodeLastRuneInString(p[:at])
		after, _ := utf8.DecodeRuneInString(p[at+utf8.RuneLen(open):])
		if !isLetterOrDigit(before) && isLetterOrDigit(after) {
			return at
		}
	}
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isWordy(r rune) bool { return isLetterOrDigit(r) || collate.Closers(r) != "" }

// quotesPart says whether words that are not one quotation hold one. A single mark is that of a quotation within words, and
// no part of them is quoted by it, unless they begin so.
func quotesPart(words string) bool {
	closers, before := "", ' '
	for at, r := range words {
		after, _ := utf8.DecodeRuneInString(words[at+utf8.RuneLen(r):])
		switch {
		case isLetterOrDigit(before) && isLetterOrDigit(after): // within a word
		case closers != "" && strings.ContainsRune(closers, r):
			return true
		case closers == "" && r != '\'' && (r != '‘' || at == 0) && !isLetterOrDigit(before) && !unicode.IsSpace(after):
			closers = collate.Closers(r)
		}
		before = r
	}
	return false
}

// readable are words whose quoted part, if it stands in the »marks« of German books alone, stands in “those” that a page reads.
func readable(words string) string {
	if turned := german.Replace(words); !quotesPart(words) && quotesPart(turned) {
		return turned
	}
	return words
}

var german = strings.NewReplacer("»", "“", "«", "”")

// wordless says whether a cell holds nothing but quotation marks.
func wordless(cell string) bool {
	return strings.TrimFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'“”„‟‘’‚«»‹›「」『』״", r)
	}) == ""
}

// withoutStray takes off a mark at the start of words that is never closed, or one at their end that nothing opens, but not the
// sign of inches.
func withoutStray(words string, isRecord bool) string {
	if isRecord || quotesPart(words) {
		return words
	}
	words = strings.TrimLeft(words, "“”\"«„")
	bare := strings.TrimRight(words, "“”\"»")
	if last, _ := utf8.DecodeLastRuneInString(bare); unicode.IsDigit(last) && strings.HasSuffix(words, `"`) {
		return words
	}
	return bare
}
