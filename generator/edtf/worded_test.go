package edtf

import (
	"regexp"
	"testing"
)

var inHint = regexp.MustCompile(`[0-9.][0-9./~-]+`)

// TestATimeInWordsIsToldAsADate reads each date of what is told, too.
func TestATimeInWordsIsToldAsADate(t *testing.T) {
	const unclear, yearless = "the day of the calendar, such as 2025-06-19, or its month, 2025-06", "the year too, such as 2025-06-19 or 2025-06"
	for text, want := range map[string]string{
		"in early March 2026":         "2026-03, or the days that it may have been 2026-03-01/2026-03-10",
		"mid-March 2026":              "2026-03, or the days that it may have been 2026-03-11/2026-03-20",
		"at the end of February 2028": "2028-02, or the days that it may have been 2028-02-21/2028-02-29",
		"late 2026-03":                "2026-03, or the days that it may have been 2026-03-21/2026-03-31",
		"in early 2026":               "2026, or the months that it may have been 2026-01/2026-04",
		"in the spring of 2026":       "the months that it may have been, such as 2026-03/2026-05",
		"winter 2026":                 "the months that it may have been, such as 2025-12/2026-02",
		"in March 2026":               "2026-03",
		"in 2026":                     "2026",
		"around March 2026":           "2026-03~",
		"by March 2026":               "../2026-03",
		"around 2026~":                "2026~",
		"before 2026-01/2026-02":      "2026-01/2026-02",
		"on Sept. 3, 2026":            "2026-09-03",
		"in Sept 2026":                "2026-09",
		"in mid September 2026":       "2026-09, or the days that it may have been 2026-09-11/2026-09-20",
		"since 3 March 2026":          "2026-03-03/..",
		"on 3 March 2026":             "2026-03-03",
		"on Monday":                   unclear,
		"earlier this week":           unclear,
		"in the evening":              unclear,
		"last March":                  unclear,
		"in March":                    yearless,
		"in spring":                   yearless,
		"in Geneva":                   "",
		"in the last round":           "",
		"at March House":              "",
		"in":                          "",
		"":                            "",
	} {
		got := Worded(text)
		if got != want {
			t.Errorf("Worded(%q) = %q, want %q", text, got, want)
		}
		for _, date := range inHint.FindAllString(got, -1) {
			if _, err := Parse(date); err != nil {
				t.Errorf("Worded(%q): %v", text, err)
			}
		}
	}
}
