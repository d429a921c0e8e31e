package locale

import (
	"cmp"
	"slices"
	"time"
)

// Date is a day, a month or a year of the Gregorian calendar. Month and Day are 0
// where they are not known. The year before 1 is 0.
type Date struct{ Year, Month, Day int }

// dates is how a language writes them.
type dates struct {
	months, monthsAlone, weekdays []string
	solarMonths                   []string // nil where the calendar is the Gregorian one

	year, month, monthAlone, dayOfMonth, day, weekday, time, seconds []part

	near, far    string // between days of one month; between all others
	dayAndTime   pair   // of the day and the time
	beforeChrist phrase

	words    [wordings]around
	firstDay string       // what the first day of a month is called: "1", "1er"
	decade   phrase       // around {year}
	utc      phrase       // around {time}
	offset   pair         // of {time} and {offset}
	other    phrase       // around {date}, the day in the Gregorian calendar after another
	first    time.Weekday // of a week
}

// datesOf is how a locale whose messages are read writes dates.
func (l *Locale) datesOf(h *habits, gregorian bool) dates {
	d := dates{
		months: h.list(monthsColumn), monthsAlone: h.list(monthsAloneColumn), weekdays: h.list(weekdaysColumn),
		year: partsOf(h[yearColumn]), month: partsOf(h[monthColumn]), monthAlone: []part{{kind: monthNameAlone}},
		dayOfMonth: partsOf(h[dayOfMonthColumn]), day: partsOf(h[dayColumn]), weekday: partsOf(h[weekdayColumn]),
		time: partsOf(h[timeColumn]), seconds: partsOf(h[secondsColumn]),
		near: h[nearColumn], far: h[farColumn],
		dayAndTime:   pairOf(h[dayAndTimeColumn], "{1}", "{0}"),
		beforeChrist: phraseOf(h[beforeChristColumn], "{0}"),
		words: [wordings]around{
			About:    aroundOf(l.Text("about {date}"), l.Text("about {date} [a day]")),
			Unsure:   aroundOf(l.Text("{date}? [a date that is not certain]"), l.Text("{date}? [a date that is not certain]")),
			By:       aroundOf(l.Text("by {date}"), l.Text("by {date} [a day]")),
			Since:    aroundOf(l.Text("since {date}"), l.Text("since {date} [a day]")),
			Until:    aroundOf(l.Text("until {date}"), l.Text("until {date} [a day]")),
			Reported: aroundOf(l.Text("reported {date}"), l.Text("reported {date} [a day]")),

			Withdrawn:       aroundOf(l.Text("Withdrawn ({date}):"), l.Text("Withdrawn on {date}:")),
			DigestWithdrawn: aroundOf(l.Text("This digest was withdrawn ({date}):"), l.Text("This digest was withdrawn on {date}:")),
		},
		firstDay: l.Text("1 [the first day of a month, in a date]"),
		decade:   phraseOf(l.Text("{year}s [a decade]"), "{year}"),
		utc:      phraseOf(l.Text("{time} UTC"), "{time}"),
		offset:   pairOf(l.Text("{time} (UTC{offset})"), "{time}", "{offset}"),
		other:    phraseOf(l.Text("({date}) [the Gregorian date, after that of another calendar]"), "{date}"),
		first:    time.Weekday(h[firstDayColumn][0] - '0'),
	}
	if h[solarMonthsColumn] != "-" && !gregorian {
		d.solarMonths = h.list(solarMonthsColumn)
	}
	return d
}

// Wording is what is said around a date.
type Wording uint8

const (
	About  Wording = iota // about June 2025
	Unsure                // June 2025?
	By
	Since
	Until
	Reported
	Withdrawn // of a statement; the reason follows
	DigestWithdrawn
	wordings
)

// around is what is said around {date}: around a month or a year, and around a day.
type around struct{ span, day phrase }

func aroundOf(span, day string) around {
	return around{phraseOf(span, "{date}"), phraseOf(day, "{date}")}
}

// Around returns the words before and after a date, which may be a day: "seit dem 19. Juni 2025"
// but "seit Juni 2025". The date is to be written in the case After.
func (l *Locale) Around(w Wording, day bool) (before, after string) {
	words := l.dates.words[w].span
	if day {
		words = l.dates.words[w].day
	}
	return words.before, words.after
}

// FirstWeekday is the day with which weeks begin.
func (l *Locale) FirstWeekday() time.Weekday { return l.dates.first }

// Case says how the name of a month stands that has no day before it.
type Case uint8

const (
	Alone Case = iota // июнь 2025 г.
	After             // after a word that asks for another case: с июня 2025 г.
)

// AppendDate appends a date as far as it is known: "19 June 2025", "June 2025", "2025". A
// day is written in the calendar of the language.
func (l *Locale) AppendDate(out []byte, d Date, c Case) []byte {
	at := in{Date: d}
	if d.Day > 0 {
		at = l.calendar(d)
	}
	return l.appendIn(out, at, c)
}

func (l *Locale) appendIn(out []byte, at in, c Case) []byte {
	switch {
	case at.Day > 0:
		return l.append(out, l.dates.day, at, c)
	case at.Month > 0:
		return l.append(out, l.dates.month, at, c)
	}
	return l.append(out, l.dates.year, at, c)
}

// AppendWithoutYear appends "19 June" or "June", in the Gregorian calendar, which is
// that of the addresses of months.
func (l *Locale) AppendWithoutYear(out []byte, d Date) []byte {
	if d.Day > 0 {
		return l.append(out, l.dates.dayOfMonth, in{Date: d}, Alone)
	}
	return l.append(out, l.dates.monthAlone, in{Date: d}, Alone)
}

// AppendDayOfYear appends a day without its year, "19 June", in the calendar of the language.
func (l *Locale) AppendDayOfYear(out []byte, d Date) []byte {
	return l.append(out, l.dates.dayOfMonth, l.calendar(d), Alone)
}

// gregorian is the first day of that calendar. A day before it is written as other calendars counted it then, so that
// nobody knows its name by its number.
var gregorian = Date{Year: 1582, Month: 10, Day: 15}

// AppendWeekday appends a day with its name, "Thursday, 19 June 2025", without one before the Gregorian calendar began.
func (l *Locale) AppendWeekday(out []byte, d Date) []byte {
	if cmp.Or(cmp.Compare(d.Year, gregorian.Year), cmp.Compare(d.Month, gregorian.Month), cmp.Compare(d.Day, gregorian.Day)) < 0 {
		return l.appendInFull(out, d, Alone)
	}
	at := l.calendar(d)
	return l.appendOther(l.append(out, l.dates.weekday, at, Alone), at, d)
}

// appendInFull is AppendDate with the Gregorian day behind that of another calendar: "۲۹ خرداد ۱۴۰۴ (۱۹ ژوئن ۲۰۲۵)".
func (l *Locale) appendInFull(out []byte, d Date, c Case) []byte {
	out = l.AppendDate(out, d, c)
	if d.Day == 0 {
		return out
	}
	return l.appendOther(out, l.calendar(d), d)
}

// appendOther appends the Gregorian date where at is written in another calendar.
func (l *Locale) appendOther(out []byte, at in, d Date) []byte {
	if !at.solar {
		return out
	}
	out = append(append(out, ' '), l.dates.other.before...)
	out = l.append(out, l.dates.day, in{Date: d}, Alone)
	return append(out, l.dates.other.after...)
}

// in is a date as its calendar counts.
type in struct {
	Date
	solar   bool
	weekday time.Weekday
}

// calendar is a day in the calendar of the language.
func (l *Locale) calendar(d Date) in {
	weekday := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()
	if l.dates.solarMonths != nil {
		if there, ok := solar(d); ok {
			return in{there, true, weekday}
		}
	}
	return in{d, false, weekday}
}

// append appends a date by a pattern, with its era where that is before Christ.
func (l *Locale) append(out []byte, parts []part, at in, c Case) []byte {
	era := l.era(parts, at)
	return append(l.appendParts(append(out, era.before...), parts, at, c), era.after...)
}

// era is what stands around a date that names its year.
func (l *Locale) era(parts []part, at in) phrase {
	if at.Year > 0 || !slices.Contains(parts, part{kind: yearPart}) {
		return phrase{}
	}
	return l.dates.beforeChrist
}

func (l *Locale) appendParts(out []byte, parts []part, at in, c Case) []byte {
	for _, p := range parts {
		switch p.kind {
		case literal:
			out = append(out, p.text...)
		case yearPart:
			year := at.Year
			if year <= 0 {
				year = 1 - year // people count no year 0
			}
			out = l.AppendDigits(out, year)
		case monthNumber:
			out = l.AppendDigits(out, at.Month)
		case monthName, monthNameAlone:
			out = append(out, l.monthName(at, p.kind == monthNameAlone && c == Alone)...)
		case dayPart:
			out = l.appendDay(out, at.Day)
		case weekdayPart:
			out = append(out, l.dates.weekdays[at.weekday]...)
		}
	}
	return out
}

// appendDay appends the number of a day, of which the first has a form of its own in
// some languages: "1er mars".
func (l *Locale) appendDay(out []byte, day int) []byte {
	if day == 1 && l.dates.firstDay != "1" {
		return append(out, l.dates.firstDay...)
	}
	return l.AppendDigits(out, day)
}

func (l *Locale) monthName(at in, alone bool) string {
	switch {
	case at.solar:
		return l.dates.solarMonths[at.Month-1]
	case alone:
		return l.dates.monthsAlone[at.Month-1]
	}
	return l.dates.months[at.Month-1]
}

// AppendDecade appends the ten years from one on: "2020s".
func (l *Locale) AppendDecade(out []byte, first int) []byte {
	if first < 0 {
		out = append(l.AppendDigits(append(out, l.dates.beforeChrist.before...), 1-first), l.dates.near...)
		return append(l.AppendDigits(out, 1-first-9), l.dates.beforeChrist.after...)
	}
	out = l.AppendDigits(append(out, l.dates.decade.before...), first)
	return append(out, l.dates.decade.after...)
}
