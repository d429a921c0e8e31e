package edtf

import (
	"slices"
	"strconv"
	"strings"
)

// solarMonths are those of the Solar Hijri calendar of Iran and Afghanistan, of which the first six have 31 days.
var solarMonths = strings.Fields("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")

// Solar is a day, a month or a year of the Solar Hijri calendar, of 1300 to 1499 (AD 1921 to 2121) and in figures of any script, as
// EDTF writes the time that it is in the Gregorian one: "1409-12-18", "1409/12/18", "18 اسفند 1409". It is "" of any other text. Which
// years are longer by a day follows from the same cycle as in package locale, which writes these days.
func Solar(text string) string {
	parts := strings.FieldsFunc(western(text), func(r rune) bool { return strings.ContainsRune(" /-.", r) })
	if n := len(parts); n > 1 && slices.Contains(solarMonths, parts[n-2]) {
		slices.Reverse(parts) // as it is said: the day first
	}
	var date [3]int
	if len(parts) == 0 || len(parts) > len(date) {
		return ""
	}
	for i, part := range parts {
		date[i], _ = strconv.Atoi(part)
		if i == 1 && date[i] == 0 {
			date[i] = slices.Index(solarMonths, part) + 1
		}
		if date[i] < 1 {
			return ""
		}
	}
	year, month, day := date[0], date[1], date[2]
	switch {
	case year < 1300 || year > 1499 || month > len(solarMonths):
		return ""
	case len(parts) == 1:
		return between(solarDay(year, 1), solarDay(year+1, 1)-1)
	}
	next := solarDay(year, month+1)
	if month == len(solarMonths) {
		next = solarDay(year+1, 1)
	}
	first := solarDay(year, month)
	switch {
	case len(parts) == 2:
		return between(first, next-1)
	case first+int32(day) > next:
		return ""
	}
	return CivilOf(first + int32(day) - 1).Date().String()
}

// solarDay is the number of the first day of a month of that calendar.
func solarDay(year, month int) int32 {
	const epoch = 1948320 - 2440588 // 1 Farvardin 1, in days since 1970
	return int32(epoch + 365*(year-1) + (8*year+21)/33 + 30*(month-1) + min(month-1, 6))
}

// between is the interval of two days.
func between(first, last int32) string {
	return CivilOf(first).Date().String() + "/" + CivilOf(last).Date().String()
}

// western is text with figures of the Arabic, the Persian and the Chinese scripts as 0 to 9.
func western(text string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range "٠۰０" {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, text)
}
