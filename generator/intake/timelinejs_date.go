package intake

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"demarche/generator/edtf"
)

// slideDate is a moment whose parts are numbers, or texts that hold numbers.
type slideDate struct {
	Year, Month, Day, Hour, Minute, Second number
	Shown                                  string `json:"display_date"`
}

// number is a number or "", as spreadsheets and people write it, or something else that stands in its place.
type number struct {
	value int
	set   bool
	odd   string // what is no number
}

// UnmarshalJSON takes 5, "5", " 1,945 " and "", and keeps anything else as it is written: one part of one date is no
// reason to refuse a timeline.
func (n *number) UnmarshalJSON(text []byte) error {
	*n = number{}
	bare := strings.Trim(string(text), `"`)
	written := strings.NewReplacer(" ", "", ",", "").Replace(bare)
	if written == "" || written == "null" {
		return nil
	}
	value, err := strconv.ParseFloat(written, 64)
	if err != nil || value != float64(int(value)) {
		n.odd = bare
		if json.Unmarshal(text, &n.odd) != nil {
			n.odd = bare
		}
		return nil
	}
	*n = number{value: int(value), set: true}
	return nil
}

// readNumber is UnmarshalJSON for a cell of a table.
func readNumber(cell string) number {
	var n number
	_ = n.UnmarshalJSON([]byte(cell)) // it has no error
	return n
}

// dateParts are the names of the parts of a moment, and what each may be.
var dateParts = []struct{ name, want string }{
	{"year", "a year such as 2031, or -44 for 44 BC"}, {"month", "a number from 1 to 12"}, {"day", "a number from 1 to 31"},
	{"hour", "a number from 0 to 23"}, {"minute", "a number from 0 to 59"}, {"second", "a number from 0 to 59"},
}

// partsKnown are the keys of a moment that have a field, but for what is shown.
func partsKnown() (names []string) {
	for _, p := range dateParts {
		names = append(names, p.name)
	}
	return names
}

func (d *slideDate) parts() []*number {
	return []*number{&d.Year, &d.Month, &d.Day, &d.Hour, &d.Minute, &d.Second}
}

// datePart is one part of a date as it is written: which of dateParts, and its number, or the text that stands for one.
type datePart struct {
	name, want string
	value      any
	isOdd      bool
}

// cut takes out of a date what none can be made of, and returns it: a part that is no number, and whatever is set below a part that
// is missing, because a day of no known month is none. The month may be named in English.
func (d *slideDate) cut() (left []datePart) {
	missing := false
	for i, part := range d.parts() {
		if i == 1 && part.odd != "" {
			part.readMonth()
		}
		p := datePart{dateParts[i].name, dateParts[i].want, part.value, part.odd != ""}
		if p.isOdd {
			p.value = part.odd
		}
		isNone := !part.set || part.value == 0 && (i == 1 || i == 2 || missing)
		if p.isOdd || missing && !isNone {
			left = append(left, p)
		}
		if missing = missing || isNone; missing {
			*part = number{}
		}
	}
	return left
}

// readMonth makes a number of "March", "mar" or "Mar.".
func (n *number) readMonth() {
	name := strings.TrimSuffix(strings.TrimSpace(n.odd), ".")
	for _, layout := range []string{"January", "Jan"} {
		if month, err := time.Parse(layout, name); err == nil {
			*n = number{value: int(month.Month()), set: true}
		}
	}
}

// settle leaves in a date of a slide what a date can be made of, and tells of the rest, which is kept as it is written among kept. Of an
// end nothing is left then: in an interval to 2031 the day in April would be the end of December.
func (s *shelf) settle(d *slideDate, key, title, where string, kept map[string]any) {
	if d == nil {
		return
	}
	left := d.cut()
	if len(left) == 0 {
		return
	}
	if key == "end_date" {
		for i, part := range d.parts() {
			if part.set {
				kept[key+" "+dateParts[i].name] = part.value
			}
		}
		*d = slideDate{}
	}
	for _, p := range left {
		kept[key+" "+p.name] = p.value
		if p.isOdd {
			s.note(where, fmt.Sprintf("write %s for the %s, or the date into the file", p.want, p.name), "the %s of the %s of “%s” is no number: “%s”", p.name, key, title, oneLine(fmt.Sprint(p.value)))
		}
	}
	if p := left[0]; !p.isOdd {
		s.note(where, "write what is missing before it, or the date into the file", "the %s of the %s of “%s” stands alone: %v", p.name, key, title, p.value)
	}
}

// edtf is the moment as EDTF has it, "" where it has no year. TimelineJS counts no year 0.
func (d *slideDate) edtf() string {
	if d == nil || !d.Year.set {
		return ""
	}
	year := d.Year.value
	if year < 0 {
		year++
	}
	out := fmt.Sprintf("%04d", year)
	if year < 0 {
		out = fmt.Sprintf("-%04d", -year)
	}
	if d.Month.value == 0 {
		return out
	}
	out += fmt.Sprintf("-%02d", d.Month.value)
	if d.Day.value == 0 {
		return out
	}
	out += fmt.Sprintf("-%02d", d.Day.value)
	if !d.Hour.set {
		return out
	}
	out += fmt.Sprintf("T%02d:%02d", d.Hour.value, d.Minute.value)
	if d.Second.value > 0 {
		out += fmt.Sprintf(":%02d", d.Second.value)
	}
	return out
}

// onlyEDTF are the signs of what dates of TimelineJS cannot say: Demarche writes such a
// date beside them, to be shown.
const onlyEDTF = "~?%/X"

// when is the date of a slide in EDTF. What is shown is the date where it says what
// the slide's dates cannot, or where there are none: "1945" is often shown of a day.
func (s *slide) when() (date string, shown string) {
	shown = s.Shown
	if shown == "" && s.Start != nil {
		shown = s.Start.Shown
	}
	if d, err := edtf.Parse(s.EDTF); err == nil && s.EDTF != "" {
		return d.String(), ""
	}
	if d, err := edtf.Parse(shown); err == nil && shown != "" { // a timeline that an earlier Demarche made
		switch {
		case strings.ContainsAny(shown, onlyEDTF) || s.Start.edtf() == "":
			return d.String(), ""
		case shown == s.Start.edtf():
			shown = ""
		}
	}
	start, end := s.Start.edtf(), s.End.edtf()
	if end == "" || end == start {
		return start, shown
	}
	// A time of day stands in no interval.
	first, _, _ := strings.Cut(start, "T")
	last, _, _ := strings.Cut(end, "T")
	if first == last {
		return start, shown
	}
	return first + "/" + last, shown
}

// unsaid are the dates of a slide of which the date of its digest says less.
func (s *slide) unsaid(date string) map[string]string {
	lost := map[string]string{}
	for key, value := range map[string]string{"start_date": s.Start.edtf(), "end_date": s.End.edtf()} {
		if !strings.Contains(date, value) {
			lost[key] = value
		}
	}
	return lost
}
