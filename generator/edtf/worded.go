package edtf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Words of times that are told in English.
var (
	fillers  = strings.Fields("in on at during of the some sometime a an")
	pointers = strings.Fields("last next previous following same this that earlier later")
	times    = strings.Fields("yesterday today day days week weeks weekend month months year years morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday")
	parts    = map[string]int{"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3}
	bounds   = map[string]string{"about": "%s~", "around": "%s~", "circa": "%s~", "by": "../%s", "before": "../%s", "until": "../%s", "since": "%s/..", "after": "%s/.."}
	seasons  = map[string]int{"spring": 2, "summer": 5, "autumn": 8, "fall": 8, "winter": -1} // months from January, in the north
)

// Worded is what to write for a time that is told in English words, "in early March 2026": a date, with what else may be meant, or what
// is missing for one. It is "" of any other text.
func Worded(text string) string {
	if len(text) > advisedBytes {
		return ""
	}
	part, form, pointed := 0, "%s", false
	core := strings.ReplaceAll(strings.ToLower(strings.Trim(text, " .")), "mid-", "mid ")
	var first, rest string
	for {
		first, rest, _ = strings.Cut(core, " ")
		pointer := slices.Contains(pointers, first)
		if !pointer && parts[first] == 0 && bounds[first] == "" && !slices.Contains(fillers, first) {
			break
		}
		part, form, pointed = cmp.Or(parts[first], part), cmp.Or(bounds[first], form), pointed || pointer
		core = rest
	}
	date := InWords(core)
	if _, ok := Try(core); ok {
		date = core
	}
	year, err := time.Parse("2006", strings.TrimPrefix(rest, "of "))
	season, isSeason := seasons[first]
	_, yearless := match(core, yearlessLayouts)
	switch {
	case date == "" && slices.Contains(times, first), pointed && (date != "" || yearless || isSeason):
		return "the day of the calendar, such as 2025-06-19, or its month, 2025-06"
	case yearless, isSeason && rest == "":
		return "the year too, such as 2025-06-19 or 2025-06"
	case isSeason && err == nil:
		return "the months that it may have been, such as " + year.AddDate(0, season, 0).Format("2006-01") + year.AddDate(0, season+2, 0).Format("/2006-01")
	case date == "":
		return ""
	}
	if begin, err := time.Parse("2006-01", date); part > 0 && err == nil {
		first, last := begin.AddDate(0, 0, 10*part-10), begin.AddDate(0, 0, 10*part-1)
		if part == 3 {
			last = begin.AddDate(0, 1, -1)
		}
		return date + ", or the days that it may have been " + first.Format(time.DateOnly) + last.Format("/2006-01-02")
	}
	if begin, err := time.Parse("2006", date); part > 0 && err == nil {
		return date + ", or the months that it may have been " + begin.AddDate(0, 4*part-4, 0).Format("2006-01") + begin.AddDate(0, 4*part-1, 0).Format("/2006-01")
	}
	marked := fmt.Sprintf(form, date)
	if _, ok := Try(marked); ok {
		return marked
	}
	return date // which has a mark or an end already
}
