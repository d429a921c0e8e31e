package picture

import (
	"time"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// Point is a statement in a chart.
type Point struct {
	Day       int32          // number of the first day of what it is listed under
	Precision edtf.Precision // as which its date is known: edtf.Date.Known
	Side      dossier.Side
	Hearsay   bool
	Strips    uint8 // in which strips of the chart it counts, a bit each
}

// NewPoint is a statement in the first strip. It belongs into a period only if its whole
// date lies there: what was said from the 10th to the 13th has a month and no day.
func NewPoint(s *dossier.Statement) Point {
	p := Point{Precision: s.When.Known(), Side: s.Act.Side, Hearsay: s.Hearsay, Strips: 1}
	if c := s.When.Listed(); p.Precision > edtf.None {
		p.Day = edtf.Civil{Year: c.Year, Month: max(1, c.Month), Day: max(1, c.Day)}.Number()
	}
	return p
}

// Chart is how many statements there are of each side in each period.
type Chart struct {
	Axis
	Strips  [][]Column // by strip and period
	First   []int32    // by period: the first day on which something was said, by its number
	Tallest Column     // of all strips
	Shown   int        // statements in the chart
	Hearsay int        // of them, those reported on another's word
	Vague   int        // left out because their date is less exact than a period
	Earlier int        // left out because they lie before the first period
}

// Chart counts points, which are in order of time, by periods from the first
// to the last; or where a whole year or month is to be shown, from its first day
// to its last. No period is shorter than what most of the dates name. An axis that
// would be more than half empty because of its oldest points, one in twenty at
// most, begins after them. Weeks begin on begin.
func (s *Sheet) Chart(points []Point, strips int, whole *[2]edtf.Civil, begin time.Weekday) *Chart {
	axis, ok := s.axisOf(points, whole, begin)
	if !ok {
		return nil
	}
	c := &Chart{Axis: axis, First: s.days.Take(axis.Len()), Strips: make([][]Column, strips)}
	for i := range c.Strips {
		c.Strips[i] = s.columns.Take(axis.Len())
	}
	for i := range points {
		c.add(&points[i])
	}
	for _, columns := range c.Strips {
		for _, column := range columns {
			c.Tallest = c.Tallest.Tallest(column)
		}
	}
	return c
}

func (c *Chart) add(p *Point) {
	if p.Precision < needed(c.Unit) {
		c.Vague++
		return
	}
	at := c.At(p.Day)
	if at < 0 {
		c.Earlier++
		return
	}
	if c.column(at).Total() == 0 {
		c.First[at] = p.Day
	}
	c.Shown++
	if p.Hearsay {
		c.Hearsay++
	}
	for strip, columns := range c.Strips {
		if p.Strips&(1<<strip) != 0 {
			columns[at].add(p.Side)
		}
	}
}

// column is what all strips have in a period.
func (c *Chart) column(at int) Column {
	var all Column
	for _, columns := range c.Strips {
		all.Up, all.On, all.Down = all.Up+columns[at].Up, all.On+columns[at].On, all.Down+columns[at].Down
	}
	return all
}

// Silent says whether no strip has anything in a period.
func (c *Chart) Silent(at int) bool { return c.column(at).Total() == 0 }

func (c *Column) add(side dossier.Side) {
	switch side {
	case dossier.Cooperative:
		c.Up++
	case dossier.Conflictual:
		c.Down++
	default:
		c.On++
	}
}

// needed is how exact a date must be to lie in one period.
func needed(u Unit) edtf.Precision {
	return [...]edtf.Precision{Day: edtf.Day, Week: edtf.Day, Month: edtf.Month, Year: edtf.Year}[u]
}

// axisOf finds the axis. Longer periods let in dates that are less exact, which may
// lie outside the time of the others, so that the axis is made again.
func (s *Sheet) axisOf(points []Point, whole *[2]edtf.Civil, begin time.Weekday) (axis Axis, ok bool) {
	finest := finest(points)
	starts, days := s.days.Take(mostStarts)[:0], s.days.Take(len(points))[:0]
	for {
		from, to, ok := stretch(days, points, needed(finest))
		if !ok {
			return Axis{}, false
		}
		first, last := edtf.CivilOf(from), edtf.CivilOf(to)
		if whole != nil {
			first, last = whole[0], whole[1]
		}
		axis = newAxis(starts, first, last, finest, begin)
		if needed(axis.Unit) == needed(finest) {
			return axis, true
		}
		finest = axis.Unit
	}
}

// finest is the shortest period into which more than half of the points can be put.
func finest(points []Point) Unit {
	var exact [edtf.Time + 1]int
	for i := range points {
		exact[points[i].Precision]++
	}
	days := exact[edtf.Day] + exact[edtf.Time]
	switch months := days + exact[edtf.Month]; {
	case 2*days > len(points):
		return Day
	case 2*months > len(points):
		return Month
	}
	return Year
}

// stretch is the time of those points that are exact enough, without a few that are
// far older than the rest. days has room for them.
func stretch(days []int32, points []Point, needed edtf.Precision) (from, to int32, ok bool) {
	for i := range points {
		if points[i].Precision >= needed {
			days = append(days, points[i].Day)
		}
	}
	if len(days) == 0 {
		return 0, 0, false
	}
	to = days[len(days)-1]
	from = days[0]
	for i := 1; i <= len(days)/20; i++ {
		before := days[i] - days[i-1]
		if before > to-days[i] && to-days[i-1] >= Most {
			from = days[i]
		}
	}
	return from, to, true
}
