package picture

import (
	"cmp"
	"slices"

	"demarche/generator/edtf"
)

// Least and Ample are how many pixels a period has at least and at most.
const (
	Least = 4
	Ample = 80
)

// Tick is a period whose name stands below it.
type Tick struct {
	Period int
	Narrow bool // only where the picture is narrow
	Wide   bool // only where it is wide
}

// Room is how many pixels the name of a period needs, and that of a year; and how
// many the picture has at least where it is narrow and where it is wide.
type Room struct {
	Name, Year, Narrow, Wide int
	Of                       func(period int) int // what the name of this one needs; nil where all need the same
}

// Ticks are periods to be named so that no name meets the next. One that stands otherwise where the picture is narrow is there twice.
func (a Axis) Ticks(room Room) []Tick {
	var rooms [3][mostStarts]int
	edges := a.edges(rooms[0][:0])
	few, many := a.named(rooms[1][:0], edges, room, room.Narrow), a.named(rooms[2][:0], edges, room, room.Wide)
	ticks := make([]Tick, 0, len(many))
	isSame := func(period int) bool {
		return a.Stand(period, room.Name, room.Narrow) == a.Stand(period, room.Name, room.Wide)
	}
	for _, period := range many {
		ticks = append(ticks, Tick{Period: period, Wide: !slices.Contains(few, period) || !isSame(period)})
	}
	for _, period := range few {
		if !slices.Contains(many, period) || !isSame(period) {
			ticks = append(ticks, Tick{Period: period, Narrow: true})
		}
	}
	slices.SortFunc(ticks, func(x, y Tick) int { return cmp.Compare(x.Period, y.Period) })
	return ticks
}

// edges appends the months, counted from that of the year 0, of the day before each
// period and of the last day.
func (a Axis) edges(edges []int) []int {
	for _, start := range a.starts {
		day := edtf.CivilOf(start - 1)
		edges = append(edges, day.Year*12+day.Month-1)
	}
	return edges
}

// step is how often a period is named: every so many days or months.
type step struct{ days, months int }

var steps = [...][]step{
	Day:   {{days: 1}, {days: 2}, {days: 7}, {days: 14}, {months: 1}, {months: 2}, {months: 3}},
	Week:  {{months: 1}, {months: 2}, {months: 3}, {months: 6}, {months: 12}},
	Month: {{months: 1}, {months: 2}, {months: 3}, {months: 6}, {months: 12}, {months: 24}, {months: 60}, {months: 120}},
	Year: {{months: 12}, {months: 24}, {months: 60}, {months: 120}, {months: 240}, {months: 600}, {months: 1200}, {months: 2400},
		{months: 6000}, {months: 12000}, {months: 24000}, {months: 60000}},
}

// named appends the periods to be named where the picture has a width in pixels: those
// of the most frequent step that leaves room for each name, else one.
func (a Axis) named(named, edges []int, room Room, width int) []int {
	width = min(max(width, Least*a.Len()), Ample*a.Len())
	for _, s := range steps[a.Unit] {
		named = named[:0]
		for i := range a.Len() {
			if a.begins(i, s, edges) {
				named = append(named, i)
			}
		}
		name := room.Name
		if s.months%12 == 0 && s.months > 0 {
			name = room.Year
		}
		apart := (name*a.Len() + width - 1) / width // periods, rounded up
		if len(named) > 0 && separate(named, apart) {
			return a.clear(named, room, name, width)
		}
	}
	return append(named[:0], a.Len()/2)
}

// clear leaves out the name at an end that would lie over the next one, because names do not stand out of the picture.
func (a Axis) clear(named []int, room Room, name, width int) []int {
	meet := func(early, late int) bool {
		_, end := a.span(early, room, name, width)
		start, _ := a.span(late, room, name, width)
		return start < end
	}
	if n := len(named); n > 1 && meet(named[n-2], named[n-1]) {
		named = named[:n-1]
	}
	if len(named) > 1 && meet(named[0], named[1]) {
		named = named[1:]
	}
	return named
}

// span is where the name of a period begins and ends, in pixels times twice the number of periods.
func (a Axis) span(period int, room Room, name, width int) (start, end int) {
	if room.Of != nil {
		name = room.Of(period)
	}
	long := 2 * name * a.Len()
	switch a.Stand(period, room.Name, width) {
	case Begins:
		return 2 * period * width, 2*period*width + long
	case Ends:
		return 2*(period+1)*width - long, 2 * (period + 1) * width
	}
	return (2*period+1)*width - long/2, (2*period+1)*width + long/2
}

// Standing is how a name stands at its period.
type Standing uint8

const (
	Amid   Standing = iota // its middle is that of the period
	Begins                 // with it
	Ends                   // with it
)

// Stand is how the name of a period stands in a picture, so that it does not stand out of it. Both widths are in pixels.
func (a Axis) Stand(period, name, width int) Standing {
	width = min(max(width, Least*a.Len()), Ample*a.Len())
	switch {
	case (2*period+1)*width < name*a.Len():
		return Begins
	case (2*(a.Len()-period)-1)*width < name*a.Len():
		return Ends
	}
	return Amid
}

// separate says whether periods are so far apart.
func separate(periods []int, apart int) bool {
	for i := range len(periods) - 1 {
		if periods[i+1]-periods[i] < apart {
			return false
		}
	}
	return true
}

// begins says whether a step begins in a period; in one of several years, on its
// first day. Steps of days are counted from the first day of a week, those of months from January.
func (a Axis) begins(i int, s step, edges []int) bool {
	switch {
	case s.days > 0:
		return int(a.starts[i]-a.weeks.first())%s.days == 0
	case a.Unit == Year:
		return (edges[i]+1)%s.months == 0
	}
	return floor(edges[i], s.months) != floor(edges[i+1], s.months)
}
