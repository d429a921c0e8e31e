package edtf

import "testing"

// The days of new years are those of the calendar centre of the University of Tehran.
func TestSolarDaysAreThoseOfTheGregorianCalendar(t *testing.T) {
	for text, want := range map[string]string{
		"1403-01-01": "2024-03-20", "1403-12-30": "2025-03-20", "1404-01-01": "2025-03-21", "1404/12/29": "2026-03-20",
		"1409-12-18": "2031-03-09", "۱۴۰۹/۱۲/۱۸": "2031-03-09", "١٤٠٩-١٢-١٨": "2031-03-09", "۱۸ اسفند ۱۴۰۹": "2031-03-09",
		"1357.11.22": "1979-02-11", "1404-06-31": "2025-09-22", "1404-07-01": "2025-09-23",
		"اسفند ۱۴۰۹": "2031-02-20/2031-03-20", "1404-01": "2025-03-21/2025-04-20", "1404": "2025-03-21/2026-03-20",
		"1404-12-30": "", "1404-07-31": "", "1404-13-01": "", "1404-00-01": "", "1404-01-00": "", "1500-01-01": "", "2025-06-19": "",
		"1299": "", "": "", "/": "", "1404-01-01-01": "", "1404-01-01/1404-02-01": "", "18 March 1409": "", "اسفند": "", "1404-01-0x": "",
	} {
		if got := Solar(text); got != want {
			t.Errorf("Solar(%q) = %q, not %q", text, got, want)
		}
	}
}

func TestDatesInFiguresOfAnotherScriptAndCalendarGetWhatToWrite(t *testing.T) {
	for text, want := range map[string]string{
		"۲۰۳۱-۰۳-۰۹":      "write 2031-03-09",
		"٢٠٣١/٣/٩":        "write 2031-03-09",
		"２０３１-０３":         "write 2031-03",
		"۲۰۳۱":            "write 2031",
		"۱۴۰۹/۱۲/۱۸":      "write 2031-03-09 where the year is of the Solar Hijri calendar, and where it is Gregorian 1409-12-18",
		"1404/06/31":      "write 2025-09-22, which it is in the Gregorian calendar",
		"۱۸ اسفند ۱۴۰۹":   "write 2031-03-09, which it is in the Gregorian calendar",
		"۱۴۰۹":            "write 2030-03-21/2031-03-20 where the year is of the Solar Hijri calendar, and where it is Gregorian 1409",
		"۱۴۰۹-۱۲-۱۸ شاید": forms,
	} {
		_, err := Parse(text)
		if e, ok := err.(*Error); !ok || e.Hint != want {
			t.Errorf("Parse(%q): %v, %q", text, err, err.(*Error).Hint)
		}
	}
}
