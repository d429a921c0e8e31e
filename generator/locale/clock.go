package locale

// Clock is a time of the day.
type Clock struct {
	Set                  bool
	Hour, Minute, Second int
	Seconds              bool   // they are known
	Zone                 string // "", "UTC" or an offset from it: "+3", "−4:30"
}

// AppendMoment appends a date with its time of day: "19 June 2025, 14:30 (UTC+3)".
func (l *Locale) AppendMoment(out []byte, d Date, c Case, at Clock) []byte {
	return l.appendMoment(out, d, c, at, l.AppendDate)
}

// AppendMomentInFull is AppendMoment with the Gregorian day behind that of another calendar, and before the time:
// "۲۹ خرداد ۱۴۰۴ (۱۹ ژوئن ۲۰۲۵)، ساعت ۹:۰۵".
func (l *Locale) AppendMomentInFull(out []byte, d Date, c Case, at Clock) []byte {
	return l.appendMoment(out, d, c, at, l.appendInFull)
}

func (l *Locale) appendMoment(out []byte, d Date, c Case, at Clock, date func([]byte, Date, Case) []byte) []byte {
	if !at.Set {
		return date(out, d, c)
	}
	p := &l.dates.dayAndTime
	out = append(out, p.before...)
	if p.turned {
		out = append(l.appendClock(out, at), p.between...)
		return append(date(out, d, c), p.after...)
	}
	out = append(date(out, d, c), p.between...)
	return append(l.appendClock(out, at), p.after...)
}

func (l *Locale) appendClock(out []byte, at Clock) []byte {
	switch p := &l.dates.offset; {
	case at.Zone == "":
		return l.appendTime(out, at)
	case at.Zone == "UTC":
		out = l.appendTime(append(out, l.dates.utc.before...), at)
		return append(out, l.dates.utc.after...)
	case p.turned:
		out = append(l.appendOffset(append(out, p.before...), at.Zone), p.between...)
		return append(l.appendTime(out, at), p.after...)
	default:
		out = append(l.appendTime(append(out, p.before...), at), p.between...)
		return append(l.appendOffset(out, at.Zone), p.after...)
	}
}

func (l *Locale) appendTime(out []byte, at Clock) []byte {
	parts := l.dates.time
	if at.Seconds {
		parts = l.dates.seconds
	}
	for _, p := range parts {
		switch p.kind {
		case hourPart:
			out = l.AppendDigits(out, at.Hour)
		case hourTwoPart:
			out = l.appendTwo(out, at.Hour)
		case minutePart:
			out = l.appendTwo(out, at.Minute)
		case secondPart:
			out = l.appendTwo(out, at.Second)
		default:
			out = append(out, p.text...)
		}
	}
	return out
}

// appendTwo appends a number below 100 in two digits.
func (l *Locale) appendTwo(out []byte, n int) []byte {
	return l.AppendDigits(l.AppendDigits(out, n/10), n%10)
}

// appendOffset appends an offset in the digits of the language.
func (l *Locale) appendOffset(out []byte, offset string) []byte {
	for i := range len(offset) {
		if c := offset[i]; '0' <= c && c <= '9' {
			out = l.numbers.append(out, c)
		} else {
			out = append(out, c)
		}
	}
	return out
}
