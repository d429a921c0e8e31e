package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// page is an article as it lies before its reader.
type page struct {
	title, publisher, author, credit, address string
	date                                      string   // YYYY-MM-DD, or ""
	paragraphs                                []string // mended
	archived                                  string
	window                                    string   // the title of a page of HTML
	dropped                                   []string // lines that belong to the page around it
	others                                    int      // articles of the page that were not read and quote something
}

// plainPage reads an article in plain text: paragraphs stand apart by an empty line, or each on its line.
func (w *articleWords) plainPage(text string) *page {
	p := &page{archived: text}
	wrapped := blankLine.MatchString(text)
	var block []string
	flush := func() {
		switch {
		case len(block) == 0:
		case len(p.paragraphs) < 6 && !endsSentence(block[len(block)-1]):
			p.paragraphs = append(p.paragraphs, block...) // a headline, who wrote it, when
		default:
			p.paragraphs = append(p.paragraphs, strings.Join(block, " "))
		}
		block = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		line = oneLine(line)
		if line == "" || !wrapped {
			flush()
		}
		if line != "" {
			block = append(block, line)
		}
		if w.isBoilerplate(line) {
			block = block[:len(block)-1]
			p.dropped = append(p.dropped, line)
			flush()
		}
	}
	flush()
	return p
}

// endsSentence says whether a line ends as a sentence does.
func endsSentence(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".?!…:,;\"'”’»)", last)
}

func (w *articleWords) isBoilerplate(line string) bool {
	return line != "" && slices.ContainsFunc(w.boilerplate, func(re *regexp.Regexp) bool { return re.MatchString(line) })
}

// tidy takes out of the paragraphs what the page says of itself and of others: its headline, captions, credit, byline and date.
func (w *articleWords) tidy(p *page) {
	var kept []string
	for n, text := range p.paragraphs {
		switch {
		case p.title == "":
			p.title = text
			continue
		case n < 6 && len(text) > 12 && collateKey(text) != "" && strings.Contains(collateKey(p.title), collateKey(text)):
			p.dropped = append(p.dropped, text)
			continue
		case w.caption != nil && w.caption.MatchString(text):
			p.dropped = append(p.dropped, text)
			continue
		case n < 8 && utf8.RuneCountInString(text) < 100 && !strings.ContainsAny(text, `"“`) && w.heads(p, text):
			continue
		}
		kept = append(kept, mend(w.credited(p, text)))
	}
	p.paragraphs = slices.DeleteFunc(kept, func(s string) bool { return strings.TrimSpace(s) == "" })
	if p.date == "" && len(p.paragraphs) > 0 {
		p.date = w.dateline(p.paragraphs[0])
	}
}

// dateline is the day that the first paragraph names before its dash, behind a place in capitals: "OSTBERG, May 6, 2031 (AP) —".
// Where no such line is, or it has no year, it is "".
func (w *articleWords) dateline(first string) string {
	at := strings.IndexAny(first, "—–")
	if at < 0 {
		at = strings.Index(first, " - ")
	}
	if at < 0 || at > 100 {
		return ""
	}
	place, _, _ := strings.Cut(first[:at], ",")
	if place != strings.ToUpper(place) || place == strings.ToLower(place) {
		return ""
	}
	return w.dayIn(first[:at])
}

// collateKey is a text by its letters and digits alone.
func collateKey(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// heads reads a line above an article that says who wrote it, where and when.
func (w *articleWords) heads(p *page, text string) bool {
	found := false
	for _, start := range w.Publishedby {
		if rest, ok := cutFold(text, start); ok {
			p.publisher, found = rest, true
		}
	}
	for _, start := range w.Byline {
		if rest, ok := cutFold(text, start); ok && !found && p.author == "" {
			p.author, found = oneLine(rest), true
			if name, more, cut := strings.Cut(p.author, " | "); cut {
				p.author, text = name, more
			}
		}
	}
	if day := w.dayIn(text); day != "" && !strings.HasSuffix(text, ".") {
		if p.date == "" {
			p.date = day
		}
		found = true
	}
	return found
}

// cutFold cuts words off the start of text, in capitals or not. Places in text in lower case are none in text: İ has
// more bytes there.
func cutFold(text, words string) (rest string, ok bool) {
	if len(text) < len(words) || !strings.EqualFold(text[:len(words)], words) {
		return text, false
	}
	return text[len(words):], true
}

// longestCredit is how many bytes the end of an article that is its credit may have.
const longestCredit = 80

// credited cuts off what an article ends in: "Inputs from AFP".
func (w *articleWords) credited(p *page, text string) string {
	for _, words := range w.Credit {
		at := len(text) - len(words)
		for ; at >= max(0, len(text)-longestCredit); at-- {
			if _, ok := cutFold(text[at:], words); ok {
				break
			}
		}
		if at < max(0, len(text)-longestCredit) {
			continue
		}
		before := strings.TrimRight(text[:at], " (")
		if last, size := utf8.DecodeLastRuneInString(before); size == 0 || strings.ContainsRune(".\"”", last) {
			p.credit = strings.Trim(text[at:], " ).")
			return before
		}
	}
	return text
}

var (
	isoDay   = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}`)
	dayFirst = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,})\.?,? (\d{4})\b`)
	dayAfter = regexp.MustCompile(`\b(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
)

// dayIn is the first whole date in a text, "" where there is none.
func (w *articleWords) dayIn(text string) string {
	if m := isoDay.FindString(text); m != "" {
		if _, err := time.Parse(time.DateOnly, m); err == nil {
			return m
		}
	}
	for n, re := range []*regexp.Regexp{dayFirst, dayAfter} {
		for _, m := range re.FindAllStringSubmatch(text, 3) {
			day, month := m[1], m[2]
			if n == 1 {
				day, month = m[2], m[1]
			}
			at := slices.IndexFunc(w.Months, func(name string) bool {
				return strings.HasPrefix(name, strings.ToLower(month))
			})
			date := fmt.Sprintf("%s-%02d-%02s", m[3], at+1, day)
			if len(day) == 1 {
				date = fmt.Sprintf("%s-%02d-0%s", m[3], at+1, day)
			}
			if _, err := time.Parse(time.DateOnly, date); at >= 0 && err == nil {
				return date
			}
		}
	}
	return ""
}

// dayOf is the day that a sentence names by its weekday or as today, counted back from the publication. It is inferred.
func (w *articleWords) dayOf(list []token, published time.Time) string {
	for i, t := range list {
		if n, _ := w.Yesterday.at(list, i); n > 0 {
			return published.AddDate(0, 0, -1).Format(time.DateOnly) + "~"
		}
		if n, _ := w.Today.at(list, i); n > 0 {
			return published.Format(time.DateOnly) + "~"
		}
		at := slices.Index(w.Weekdays, t.low)
		if at < 0 || !t.capital {
			continue
		}
		back := (int(published.Weekday()) - (at+1)%7 + 7) % 7
		return published.AddDate(0, 0, -back).Format(time.DateOnly) + "~"
	}
	return ""
}
