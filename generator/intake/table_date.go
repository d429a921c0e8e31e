package intake

import (
	"errors"
	"strings"

	"demarche/generator/edtf"
)

// date is the date of a row in EDTF, or what is written there and cannot be read.
func (t *table) date(cell map[string]string, where string) (date, unread string) {
	written := cell["date"]
	if cell["year"] != "" {
		s := slide{Start: slideDateOf(cell, ""), End: slideDateOf(cell, "end"), Shown: cell["shown"]}
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
		if wrong := (*edtf.Error)(nil); errors.As(err, &wrong) && wrong.Hint != "" {
			hint = wrong.Hint
		}
		t.note(where, hint, "%v", err)
		return "", written
	}
	return written, ""
}

// unsaid are the columns of which a date that is made of several says less: a month that is
// no number, a time of day in an interval.
func (t *table) unsaid(cell map[string]string, date string) []string {
	if cell["year"] == "" {
		return nil
	}
	s := slide{Start: slideDateOf(cell, ""), End: slideDateOf(cell, "end")}
	isWhole := len(s.unsaid(date)) == 0
	var columns []string
	for _, part := range []string{"date", "year", "month", "day", "time", "endyear", "endmonth", "endday", "endtime"} {
		isSaid := readNumber(cell[part]).odd == ""
		if strings.HasSuffix(part, "time") {
			isSaid = strings.Contains(date, "T")
		}
		if cell[part] != "" && (part == "date" || !isSaid || !isWhole) {
			columns = append(columns, part)
		}
	}
	return columns
}

// day takes a date with slashes, year first, as one with hyphens. Others are ambiguous: 3/4 is
// March in one country and April in another.
func day(written string) string {
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

func slideDateOf(cell map[string]string, prefix string) *slideDate {
	d := &slideDate{}
	for name, part := range map[string]*number{"year": &d.Year, "month": &d.Month, "day": &d.Day} {
		if *part = readNumber(cell[prefix+name]); part.odd != "" {
			*part = number{}
		}
	}
	clock := strings.Split(cell[prefix+"time"], ":")
	if len(clock) >= 2 {
		hour, minute := readNumber(clock[0]), readNumber(clock[1])
		if hour.odd == "" && minute.odd == "" {
			d.Hour, d.Minute = hour, minute
		}
	}
	return d
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
