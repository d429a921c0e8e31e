package page

import (
	"unicode"

	"demarche/generator/locale"
	"demarche/generator/picture"
)

// barRoom is the room of a picture in the language of the site.
func (p *Plan) barRoom(unit picture.Unit) picture.Room {
	room := leastRoom[unit]
	switch unit {
	case picture.Day:
		room.Name = max(room.Name, p.longest().day)
		room.Year = max(room.Year, room.Name)
	case picture.Week, picture.Month:
		room.Name = max(room.Name, p.longest().month)
	}
	return room
}

// longest are how many pixels the longest names of a language need below a picture, with a gap between them.
type longest struct{ day, month int }

func longestNames(l *locale.Locale) longest {
	var found longest
	for month := 1; month <= 12; month++ {
		for day := 10; day < 30; day += 9 { // days of two digits, of each month of any calendar
			name := l.AppendDayOfYear(nil, locale.Date{Year: 2031, Month: month, Day: day})
			found.day = max(found.day, nameWidth(string(name)))
		}
		name := l.AppendWithoutYear(nil, locale.Date{Year: 2031, Month: month})
		found.month = max(found.month, nameWidth(string(name)))
	}
	return found
}

// nameWidth is how many pixels a name needs at 12 pixels a line, in whatever font a reader has.
func nameWidth(name string) int {
	tenths := 0
	for _, r := range name {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			tenths += 120
		case unicode.In(r, unicode.Latin, unicode.Common, unicode.Arabic, unicode.Hebrew):
			tenths += 65
		default:
			tenths += 75
		}
	}
	return tenths / 10
}
