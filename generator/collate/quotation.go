package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tie is what stands between two parts of a quotation.
type tie uint8

const (
	adjacent  tie = iota // nothing: the letter in the brackets of "[W]e" is the part's own
	paragraph            // the end of a paragraph; the next may open the quotation again
	inserted             // "[words]" in place of the text's own
	omitted              // "[…]" or "…"
)

// part is a stretch of a quotation that stands in the text as it is.
type part struct {
	quotation  *folded // that it is of
	from, to   int     // its words and marks there
	pattern    []byte  // what to look for in a folded text: whole words but where a bracket cuts one
	open       bool    // a bracket cuts its last word, so that nothing stands behind it
	either     bool    // its first letter may be a capital or a small one
	closed     bool    // it ended with a mark that is not compared; ? and ! may not stand there
	tie        tie     // to the part before
	cutAtStart bool
	inner      string // what was put in before it
	behind     string // and behind it, where it is the last
}

// piece is what stands between two brackets or ends of a paragraph.
type piece struct {
	text                         strings.Builder
	tie                          tie
	inner                        string // what was put in before it
	cutAtStart, cutAtEnd, either bool
}

// split parts a normalised quotation at what was left out, put in or changed.
func split(quotation string) []part {
	var parts []part
	tied, inner := adjacent, []byte(nil)
	for _, p := range pieces(quotation) {
		tied = max(tied, p.tie)
		inner = append(append(inner, p.inner...), ' ')
		f := fold(p.text.String())
		from := 0
		for i := 0; i <= len(f.tokens); i++ {
			isEnd := i == len(f.tokens)
			if !isEnd && string(f.token(i)) != "…" {
				continue
			}
			if i > from {
				parts = append(parts, part{quotation: &f, from: from, to: i, tie: tied, inner: string(inner),
					either: p.either && from == 0, cutAtStart: p.cutAtStart && from == 0, open: p.cutAtEnd && isEnd})
				tied, inner = adjacent, inner[:0]
			}
			if !isEnd {
				tied = omitted
			}
			from = i + 1
		}
	}
	return trimmed(parts, string(inner))
}

// pieces cuts a quotation at brackets and ends of paragraphs.
func pieces(quotation string) []*piece {
	now := &piece{}
	all := []*piece{now}
	next := func(t tie) {
		now = &piece{tie: t}
		all = append(all, now)
	}
	for at := 0; at < len(quotation); {
		rest := quotation[at:]
		inner, isBracket := bracket(rest)
		switch {
		case strings.HasPrefix(rest, "\n\n"):
			next(paragraph)
			at += len("\n\n")
		case !isBracket:
			now.text.WriteByte(quotation[at])
			at++
		default:
			at += len("[]") + len(inner)
			before, _ := utf8.DecodeLastRuneInString(now.text.String())
			after, _ := utf8.DecodeRuneInString(quotation[at:])
			cutsBefore, cutsAfter := isWordy(before) && !isAlone(before), isWordy(after) && !isAlone(after)
			if isLetterCase(inner) && cutsAfter && !cutsBefore {
				next(adjacent)
				now.either = true
				now.text.WriteString(inner)
				continue
			}
			now.cutAtEnd = cutsBefore
			next(inserted)
			now.inner = inner
			if strings.Trim(inner, " .…") == "" {
				now.tie = omitted
			}
			now.cutAtStart = cutsAfter
		}
	}
	return all
}

// bracket returns what stands in the brackets with which a text begins.
func bracket(text string) (inner string, found bool) {
	if text[0] != '[' {
		return "", false
	}
	end := strings.IndexAny(text[1:], "[]\n")
	if end < 0 || text[1+end] != ']' {
		return "", false
	}
	return text[1 : 1+end], true
}

// isLetterCase says whether brackets hold one letter that has a capital form.
func isLetterCase(inner string) bool {
	r, size := utf8.DecodeRuneInString(inner)
	return size > 0 && size == len(inner) && otherCase(r) != r
}

// otherCase is the small letter of a capital and the other way round.
func otherCase(r rune) rune {
	if lower := unicode.ToLower(r); lower != r {
		return lower
	}
	return unicode.ToUpper(r)
}

// trimmed takes the marks at the ends of a quotation, and beside what it leaves out,
// off its parts, and makes their patterns. Parts of such marks alone are left out. behind is what was put in behind all.
func trimmed(parts []part, behind string) []part {
	var kept []part
	tied, inner := adjacent, []byte(nil)
	for i, p := range parts {
		tied, inner = max(tied, p.tie), append(inner, p.inner...)
		if i == 0 || tied >= inserted {
			for p.from < p.to && isEdge(p.quotation.token(p.from)) {
				p.from++
				p.cutAtStart = false
			}
		}
		if last := i == len(parts)-1; last || parts[i+1].tie >= inserted {
			for p.from < p.to && isEdge(p.quotation.token(p.to-1)) {
				p.to--
				p.open = false
				p.closed = p.closed || last && isLast(firstRune(p.quotation.token(p.to)))
			}
		}
		if p.from == p.to {
			continue
		}
		p.tie, p.inner = tied, string(inner)
		tied, inner = adjacent, inner[:0]
		start, end := int(p.quotation.tokens[p.from].at), p.quotation.endOf(p.to-1)
		if !p.cutAtStart {
			start--
		}
		if !p.open {
			end++
		}
		p.pattern = p.quotation.text[start:end]
		kept = append(kept, p)
	}
	if len(kept) > 0 {
		kept[len(kept)-1].behind = string(inner) + behind
	}
	return kept
}

// isEdge says whether a mark is not compared where a quotation begins, ends or leaves
// something out.
func isEdge(mark []byte) bool {
	r := firstRune(mark)
	return isLast(r) || strings.ContainsRune("'()", r)
}
