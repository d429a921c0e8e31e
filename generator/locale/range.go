package locale

// AppendRange appends the time from a to b, both known as far, as short as it can be read:
// "18–19 June 2025", "28 May – 3 June 2025", "May–June 2025", "2024–2025".
func (l *Locale) AppendRange(out []byte, a, b Date) []byte {
	if a.Day == 0 || b.Day == 0 {
		return l.appendRange(out, in{Date: a}, in{Date: b})
	}
	from, to := l.calendar(a), l.calendar(b)
	if from.solar != to.solar {
		from, to = in{Date: a}, in{Date: b}
	}
	return l.appendRange(out, from, to)
}

func (l *Locale) appendRange(out []byte, a, b in) []byte {
	d := &l.dates
	switch {
	case a.Year != b.Year && (a.Month > 0 || a.Year <= 0):
		out = append(l.appendIn(out, a, Alone), d.far...)
		return l.appendIn(out, b, Alone)
	case a.Month == 0:
		return l.repeat(out, d.year, d.near, a, b, yearPart)
	case a.Day == 0:
		return l.repeat(out, d.month, d.near, a, b, monthName, monthNameAlone, monthNumber)
	case a.Month == b.Month:
		return l.repeat(out, d.day, d.near, a, b, dayPart)
	}
	return l.repeat(out, d.day, d.far, a, b, dayPart, monthName, monthNameAlone, monthNumber)
}

// repeat writes b by a pattern, of which the fields of the kinds are written for a before.
func (l *Locale) repeat(out []byte, parts []part, between string, a, b in, kinds ...partKind) []byte {
	from, to := span(parts, kinds...)
	era := l.era(parts, b)
	out = l.appendParts(append(out, era.before...), parts[:to], a, Alone)
	out = append(out, between...)
	return append(l.appendParts(out, parts[from:], b, Alone), era.after...)
}

// Far is what stands between two dates that have nothing in common: " – ".
func (l *Locale) Far() string { return l.dates.far }
