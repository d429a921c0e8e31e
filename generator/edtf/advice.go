package edtf

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	// forms is the hint for what is like no known mistake.
	forms = "write 2025, 2025-06, 2025-06-19, 2025-06-19T14:30+03:00, 2025-06-18/2025-06-19 or 2025-06-18/..; ~ ? or % may follow a date"

	quotedBytes  = 40 // of a text that is no date, in the error
	advisedBytes = 64 // of the longest text that is compared with common mistakes
)

// fail is the error of a text that is not built like a date.
func (r *reader) fail(why string) *Error {
	if r.text == "" {
		return &Error{0, "the date is empty", forms}
	}
	return &Error{r.at, quoted(r.text) + " is not a date: " + why, forms}
}

// quoted is a text as an error shows it, cut where it is long.
func quoted(text string) string {
	if cut := quotedBytes; len(text) > cut {
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut] + "…"
	}
	return strconv.Quote(text)
}

// Common ways to write a date, by the layouts of package time.
var (
	dayLayouts = []string{
		"2 January 2006", "2 January, 2006", "January 2 2006", "January 2, 2006",
		"2 Jan 2006", "2 Jan, 2006", "Jan 2 2006", "Jan 2, 2006", "2 Jan. 2006", "Jan. 2, 2006",
		"Monday 2 January 2006", "Monday, 2 January 2006", "Monday, January 2, 2006",
		"2006-1-2", "2006/1/2", "2006.1.2", "2.1.2006", "20060102",
	}
	monthLayouts    = []string{"January 2006", "January, 2006", "Jan 2006", "Jan. 2006", "2006-1", "2006/1", "1/2006", "1.2006"}
	yearlessLayouts = []string{"January 2", "2 January", "Jan 2", "2 Jan", "January", "Jan"}
	weekdayLayouts  = []string{"Monday", "Mon"}

	// september makes of the one short name of four letters what package time reads.
	september = strings.NewReplacer("september", "september", "sept", "sep")
)

// advice says what to write instead of a text that is no date but close to
// one, or is "".
func advice(text string) string {
	if len(text) > advisedBytes {
		return ""
	}
	trimmed := western(strings.TrimSpace(text))
	better := gregorian(trimmed)
	solar := Solar(trimmed)
	switch {
	case solar == "":
		return better
	case better == "":
		return "write " + solar + ", which it is in the Gregorian calendar"
	}
	return "write " + solar + " where the year is of the Solar Hijri calendar, and where it is Gregorian " + strings.TrimPrefix(better, "write ")
}

// gregorian is the advice on a text without spaces around it and with figures from 0 to 9.
func gregorian(trimmed string) string {
	if repaired := repair(trimmed); repaired != "" {
		return "write " + repaired
	}
	if wider := widened(plain.Replace(trimmed)); wider != "" {
		return "write " + wider
	}
	if day, ok := match(trimmed, dayLayouts); ok {
		return "write " + day.Format(time.DateOnly)
	}
	if written := slashed(trimmed); written != "" {
		return "write " + written
	}
	if month, ok := match(trimmed, monthLayouts); ok {
		return "write " + month.Format("2006-01")
	}
	if _, ok := match(trimmed, yearlessLayouts); ok {
		return "write the year too, such as 2025-06-19"
	}
	if _, ok := match(trimmed, weekdayLayouts); ok {
		return "write the day of the calendar, such as 2025-06-19"
	}
	if worded := cmp.Or(Worded(trimmed), abroad(trimmed)); worded != "" {
		return "write " + worded
	}
	return ""
}

// InWords is a day or a month whose month is an English word, "3 March 2024", "Sunday, March 3, 2024" or "Mar 2024", as EDTF writes it; ""
// of any other text. In figures alone 3/4 is a day of March in one country and of April in another.
func InWords(text string) string {
	text = september.Replace(strings.ToLower(strings.TrimSpace(text)))
	if strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsFunc(text, unicode.IsDigit) { // of most texts no layout is tried
		if month, ok := match(text, monthLayouts); ok {
			return month.Format("2006-01")
		}
		if day, ok := match(text, dayLayouts); ok && (!strings.Contains(text, "day") || strings.HasPrefix(text, strings.ToLower(day.Weekday().String()))) {
			return day.Format(time.DateOnly)
		}
	}
	return ""
}

func match(text string, layouts []string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// slashed reads 06/19/2025 and 06-19-2025 as either country would.
func slashed(text string) string {
	var days []string
	for _, layout := range []string{"2/1/2006", "1/2/2006", "2-1-2006", "1-2-2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			days = append(days, t.Format(time.DateOnly))
		}
	}
	if len(days) == 2 && days[0] == days[1] {
		days = days[:1]
	}
	return strings.Join(days, " or ")
}

var (
	// plain turns signs that look like those of a date into them, and toInterval
	// those that editors write between two dates.
	plain = strings.NewReplacer("–", "-", "—", "-", "‐", "-", "‑", "-", "−", "-",
		"t", "T", "z", "Z", "x", "X", "u", "X")
	toInterval = strings.NewReplacer(" / ", "/", " - ", "/", " – ", "/", " — ", "/", "–", "/", "—", "/", " to ", "/", " until ", "/")

	// openWords stand in other notations for a side that is open.
	openWords = []string{"", "open", "unknown", "present", "now", "today", "ongoing", "?", "...", "…"}
)

// widened reads 2025-06-1X and 2025-1X, which EDTF has at a level that is not read here, also on a side of an interval: the
// days or months that it may be, with what holds them all; or only this, where they are none or do not follow each other.
// It is "" of any other text.
func widened(text string) string {
	start, end, isInterval := strings.Cut(text, "/")
	first, last, whole := spread(start)
	if !isInterval {
		switch {
		case first == last: // also where there are none
			return cmp.Or(first, whole)
		default:
			return first + "/" + last + ", or " + whole
		}
	}
	_, lastOfEnd, wholeEnd := spread(end)
	if whole == "" && wholeEnd == "" {
		return ""
	}
	whole, wholeEnd = cmp.Or(whole, start), cmp.Or(wholeEnd, end)
	var may []string
	for _, try := range []string{cmp.Or(first, whole) + "/" + cmp.Or(lastOfEnd, wholeEnd), whole + "/" + wholeEnd} {
		if _, err := read(try); err == nil && !slices.Contains(may, try) {
			may = append(may, try)
		}
	}
	return strings.Join(may, ", or ")
}

// spread is the first and the last day or month that a date with an X for one digit may be, and what holds them all, with its mark,
// where they may have it. Without the first two there are none, or they do not follow each other; without any it is no such date.
func spread(text string) (first, last, whole string) {
	text, mark := splitMark(text)
	hyphen := strings.LastIndexByte(text, '-')
	at := strings.IndexByte(text, 'X')
	if hyphen <= 0 || at < hyphen || at != strings.LastIndexByte(text, 'X') || len(text) != hyphen+len("-1X") {
		return "", "", ""
	}
	whole = text[:hyphen]
	if _, err := read(whole); err != nil {
		return "", "", ""
	}
	if _, err := read(whole + mark); err == nil {
		whole += mark
	}
	var may []string
	for digit := '0'; digit <= '9'; digit++ {
		try := text[:at] + string(digit) + text[at+1:] + mark
		if _, err := read(try); err == nil {
			may = append(may, try)
		}
	}
	switch {
	case len(may) == 1:
		return may[0], may[0], may[0]
	case len(may) == 0 || at < len(text)-1:
		return "", "", whole
	}
	return may[0], may[len(may)-1], whole
}

// splitMark takes the marks behind a date off it, and makes one of them.
func splitMark(text string) (date, mark string) {
	date = strings.TrimRight(text, "~?%")
	if mark = text[len(date):]; mark != "" && strings.Trim(mark, mark[:1]) != "" {
		return date, "%"
	}
	return date, mark[:min(len(mark), 1)]
}

// repair makes a date of a text that needs only other signs, or is "".
func repair(text string) string {
	spelled := plain.Replace(text)
	day, clock, _ := strings.Cut(spelled, " ")
	tries := []string{
		spelled,
		day + "T" + strings.ReplaceAll(clock, " ", ""),
		strings.TrimPrefix(spelled, "+"),
		toInterval.Replace(text),
	}
	if n := len(spelled); n > 3 {
		tries = append(tries,
			spelled[1:]+spelled[:1],         // ~2025
			spelled[:n-2]+":"+spelled[n-2:]) // 2025-06-19T14:30+0300
	}
	if start, end, ok := strings.Cut(text, "/"); ok {
		switch {
		case slices.Contains(openWords, strings.ToLower(end)):
			tries = append(tries, start+"/..")
		case slices.Contains(openWords, strings.ToLower(start)):
			tries = append(tries, "../"+end)
		case len(end) == 2 && len(start) == len("2025-06-18"):
			tries = append(tries, start+"/"+start[:len(start)-2]+end)
		}
	}
	for _, try := range tries {
		if _, err := read(try); err == nil {
			return try
		}
	}
	return ""
}
