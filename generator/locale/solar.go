package locale

import "time"

// The Solar Hijri calendar of Iran and Afghanistan. A year begins with spring; which
// years are longer by a day follows, as in Unicode's ICU, from a cycle of 33 years
// that agrees with the astronomers' from 1178 to 1501 (AD 1799 to 2122). Days
// outside of that are written in the Gregorian calendar.
const (
	solarFirst, solarLast = 1178, 1501
	solarEpoch            = 1948320 - 2440588 // 1 Farvardin 1, in days since 1970
)

// solar is a day of the Gregorian calendar in the Solar Hijri one.
func solar(d Date) (Date, bool) {
	days := int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix()/secondsOfDay) - solarEpoch
	if d.Year < solarFirst+600 || d.Year > solarLast+700 {
		return Date{}, false
	}
	year := 1 + (33*days+3)/12053
	ofYear := days - 365*(year-1) - (8*year+21)/33
	month := ofYear / 31
	first := 31 * month
	if ofYear >= 6*31 {
		month = (ofYear - 6) / 30
		first = 30*month + 6
	}
	return Date{year, month + 1, ofYear - first + 1}, year >= solarFirst && year <= solarLast
}

const secondsOfDay = 24 * 60 * 60
