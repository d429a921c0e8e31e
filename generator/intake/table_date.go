package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche/generator/edtf"
)

// partsOfDates are the columns of dates in parts, which an end has behind "end".
var partsOfDates = []string{"year", "month", "day", "time"}

// date is the date of a row in EDTF, or what is written there and cannot be read.
func (t *table) date(cell map[string]string, where string) (date, unread string) {
	written := cell["date"]
	if cell["year"] != "" {
		s, left := moments(cell)
		s.Shown = cell["shown"]
		if len(left) > 0 {
			t.note(where, "write year, month and day as numbers, none of them without those before it", "a date was made without %s", t.asWritten(cell, left))
		}
		written, _ = s.when()
	} else if end := cell["end"]; end != "" && end != written {
		written = day(written) + "/" + day(end)
	} else {
		written = day(written)
	}
	if _, err := edtf.Parse(written); err != nil {
		written = strings.Trim(cell["date"]+"/"+cell["end"], "/")
		if cell["year"] != "" {
			written = strings.TrimRight(cell["year"]+"-"+cell["month"]+"-"+cell["day"], "-")
		}
		if written == "" {
			t.note(where, "write the date into the file", "it has no date")
			return "", ""
		}
		if _, raw := edtf.Parse(written); raw != nil {
			err = raw
		}
		hint := "write it as 2025-06-19, 2025-06 or 2025, or another date of EDTF"
		if wrong, ok := errors.AsType[*edtf.Error](err); ok && wrong.Hint != "" {
			hint = wrong.Hint
		}
		t.note(where, hint, "%v", err)
		return "", written
	}
	return written, ""
}

// unsaid are the columns of which the date says less: a month that is no number, a time of day in an interval, parts beside a date
// in one column.
func (t *table) unsaid(cell map[string]string, date string) []string {
	if cell["year"] == "" {
		return []string{"month", "day", "time", "endyear", "endmonth", "endday", "endtime"}
	}
	s, left := moments(cell)
	columns := append(left, "date", "end")
	isWhole := len(s.unsaid(date)) == 0
	for _, part := range partsOfDates {
		for _, column := range []string{part, "end" + part} {
			if !isWhole || part == "time" && !strings.Contains(date, "T") {
				columns = append(columns, column)
			}
		}
	}
	return columns
}

// asWritten names the cells of columns that hold something: “day” (9) and so on.
func (t *table) asWritten(cell map[string]string, columns []string) string {
	var all []string
	for _, column := range columns {
		if cell[column] != "" {
			all = append(all, fmt.Sprintf("“%s” (%s)", t.headings[column], oneLine(cell[column])))
		}
	}
	return strings.Join(all, ", ")
}

// day takes a date whose month is a word, or with slashes, year first, as one with hyphens. Others are ambiguous: 3/4 is
// March in one country and April in another.
func day(written string) string {
	if named := edtf.InWords(written); named != "" {
		return named
	}
	if len(written) > 4 && written[4] == '/' && strings.Count(written, "/") <= 2 {
		parts := strings.Split(written, "/")
		for i, p := range parts {
			if len(p) == 1 {
				parts[i] = "0" + p
			}
		}
		if _, err := edtf.Parse(strings.Join(parts, "-")); err == nil {
			return strings.Join(parts, "-")
		}
	}
	return strings.Replace(written, " ", "T", 1)
}

// moments are the start and the end of a row that has them in parts, and the columns of which no date can be made: of an end
// all, as settle has it.
func moments(cell map[string]string) (s *slide, left []string) {
	start, left := momentOf(cell, "")
	end, ofEnd := momentOf(cell, "end")
	if len(ofEnd) > 0 {
		end, ofEnd = nil, []string{"endyear", "endmonth", "endday", "endtime"}
	}
	return &slide{Start: start, End: end}, append(left, ofEnd...)
}

// momentOf is a moment in the columns with a prefix, and those of them that are left of it.
func momentOf(cell map[string]string, prefix string) (d *slideDate, left []string) {
	d = &slideDate{Year: readNumber(cell[prefix+"year"]), Month: readNumber(cell[prefix+"month"]), Day: readNumber(cell[prefix+"day"])}
	d.readTime(cell[prefix+"time"])
	for _, p := range d.cut() {
		column := prefix + p.name
		if !slices.Contains(partsOfDates, p.name) {
			column = prefix + "time"
		}
		if !slices.Contains(left, column) {
			left = append(left, column)
		}
	}
	return d, left
}

// readTime reads "14:30" or "14:30:15".
func (d *slideDate) readTime(written string) {
	if written == "" {
		return
	}
	clock := strings.Split(written, ":")
	isTime := len(clock) == 2 || len(clock) == 3
	for i, part := range d.parts()[3:] {
		if isTime && i < len(clock) {
			*part = readNumber(clock[i])
			isTime = part.set
		}
	}
	if !isTime {
		d.Hour, d.Minute, d.Second = number{odd: written}, number{}, number{}
	}
}

// recorded keeps the first day on which something of a digest came into the archive. What is no day, or a later one, is kept
// as the table has it.
func (t *table) recorded(d *digest, written string) {
	if written == "" {
		return
	}
	date, ok := edtf.Try(written)
	switch isDay := ok && date.Precision() == edtf.Day && date.Known() == edtf.Day; {
	case isDay && d.Recorded == nil:
		d.Recorded = plain(written)
	case isDay && written < string(d.Recorded.(plain)): // both are YYYY-MM-DD
		d.keep(t.headings["recorded"], string(d.Recorded.(plain)))
		d.Recorded = plain(written)
	case d.Recorded != plain(written):
		d.keep(t.headings["recorded"], written)
	}
}
