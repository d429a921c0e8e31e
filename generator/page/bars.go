package page

import (
	"slices"
	"strconv"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/picture"
)

// leastRoom is, in pixels, how wide a picture is at least, on a phone and in a column
// of text, and how wide the names below it are where no language has longer ones.
var leastRoom = [...]picture.Room{
	picture.Day:   {Name: 78, Year: 78, Narrow: 240, Wide: 600},
	picture.Week:  {Name: 72, Year: 50, Narrow: 240, Wide: 600},
	picture.Month: {Name: 72, Year: 50, Narrow: 240, Wide: 600},
	picture.Year:  {Name: 50, Year: 50, Narrow: 240, Wide: 600},
}

// fewBars are as many as are not widened to fill their place; slim and broad
// are how wide their bars and those of others are.
const (
	fewBars = 20
	slim    = picture.Broad * 3 / 5
	broad   = picture.Broad * 4 / 5
)

// barsOf draws statements, which are in order of time, in strips; nil where they
// are not two in two periods. Where whole is given, the picture is of all that time.
func (p *Plan) barsOf(on *desk, points []picture.Point, strips []BarStrip, whole *[2]edtf.Civil) *Bars {
	if len(points) < 2 {
		return nil
	}
	chart := on.sheet.Chart(points, len(strips), whole, p.locale.FirstWeekday())
	if chart == nil || chart.Shown < 2 || chart.Len() < 2 {
		return nil
	}
	draw := barDrawing{plan: p, desk: on, Chart: chart, strip: picture.NewStrip(chart.Tallest), width: broad}
	if chart.Len() < fewBars {
		draw.width = slim
	}
	view := &Bars{
		Unit:    chart.Unit.String(),
		Covers:  draw.label(0, chart.Len()-1),
		Width:   picture.Least * chart.Len(),
		Few:     chart.Len() < fewBars,
		Slim:    draw.width,
		Box:     "0 0 " + strconv.Itoa(picture.Broad*chart.Len()) + " " + strconv.Itoa(picture.Tall),
		Axis:    percent(draw.strip.Axis(), picture.Tall),
		Lines:   draw.lines(),
		Low:     chart.Tallest.Total() <= 4,
		Pair:    len(strips) > 1,
		Scale:   draw.scale(),
		Strips:  strips,
		Ticks:   draw.ticks(),
		Vague:   chart.Vague,
		Earlier: chart.Earlier,
		Hearsay: chart.Hearsay,
	}
	if view.Few {
		view.Width = picture.Ample * chart.Len()
	}
	if chart.Years > 1 {
		view.Years = chart.Years
	}
	draw.addRows(view)
	return view
}

// barDrawing is a chart that is being drawn.
type barDrawing struct {
	plan *Plan
	desk *desk
	*picture.Chart
	strip picture.Strip
	width int // of a bar
}

// lines part the lanes where the axis itself does not.
func (d *barDrawing) lines() []string {
	if d.strip.On.Height == 0 {
		return nil
	}
	var lines []string
	if d.strip.Up.Height > 0 {
		lines = append(lines, percent(d.strip.On.Y, picture.Tall))
	}
	if d.strip.Down.Height > 0 {
		lines = append(lines, percent(d.strip.Down.Y, picture.Tall))
	}
	return lines
}

func (d *barDrawing) scale() []Measure {
	measure := func(side dossier.Side, most int, lane picture.Lane) Measure {
		return Measure{Side: side.String(), Most: most, Y: percent(2*lane.Y+lane.Height, 2*picture.Tall)}
	}
	all := []Measure{
		measure(dossier.Cooperative, d.Tallest.Up, d.strip.Up),
		measure(dossier.Neutral, d.Tallest.On, d.strip.On),
		measure(dossier.Conflictual, d.Tallest.Down, d.strip.Down),
	}
	return slices.DeleteFunc(all, func(m Measure) bool { return m.Most == 0 })
}

// addRows adds all times in which something was said, of which there is no digest, or which lie outside the record.
func (d *barDrawing) addRows(view *Bars) {
	view.Rows = d.desk.rows.Take(d.Len())[:0]
	for i, columns := range d.Strips {
		view.Strips[i].Bars = d.desk.bars.Take(spoken(columns))[:0]
	}
	for at := 0; at < d.Len(); at++ {
		if !d.Silent(at) {
			view.Rows = append(view.Rows, d.row(at, view.Strips))
			continue
		}
		absent := d.absent(at)
		if absent == "" {
			continue
		}
		from := at
		for at+1 < d.Len() && d.absent(at+1) == absent {
			at++
		}
		view.Rows = append(view.Rows, BarRow{Label: d.label(from, at), Absent: absent})
		place := BarGap{X: percent(min(d.place(from), d.place(at)), d.Len()), Width: percent(at-from+1, d.Len())}
		if absent == "between" {
			view.Gaps = append(view.Gaps, place)
		} else {
			view.Beyond = append(view.Beyond, place)
		}
	}
}

// spoken is in how many periods there is anything.
func spoken(columns []picture.Column) int {
	n := 0
	for _, c := range columns {
		n += one(c != picture.Column{})
	}
	return n
}

// row is a time in which something was said. Its bars are added to the strips.
func (d *barDrawing) row(at int, strips []BarStrip) BarRow {
	row := BarRow{Label: d.label(at, at), Href: d.href(at), Cells: d.desk.cells.Take(len(strips))}
	for i, columns := range d.Strips {
		c := columns[at]
		row.Cells[i] = Sides{Cooperative: c.Up, Neutral: c.On, Conflictual: c.Down}
		if c.Total() > 0 {
			strips[i].Bars = append(strips[i].Bars, d.bar(at, row.Label, row.Href, c))
		}
	}
	return row
}

func (d *barDrawing) bar(at int, label, href string, c picture.Column) Bar {
	up, on, down := d.strip.Bar(c)
	return Bar{
		Label: label,
		Href:  href,
		X:     d.place(at)*picture.Broad + (picture.Broad-d.width)/2,
		Sides: Sides{Cooperative: c.Up, Neutral: c.On, Conflictual: c.Down},
		Up:    d.part(up),
		On:    d.part(on),
		Down:  d.part(down),
	}
}

func (d *barDrawing) part(lane picture.Lane) *BarPart {
	if lane.Height == 0 {
		return nil
	}
	part := &d.desk.parts.Take(1)[0]
	*part = BarPart{Y: lane.Y, Height: lane.Height}
	return part
}

// absent says where a period lies in which nobody said anything and of which there is no digest: "before" the first
// digest of the record, "after" its last one, or "between". It is "" for all other periods.
func (d *barDrawing) absent(at int) string {
	first, last := d.Period(at)
	if !d.Silent(at) || d.plan.covered().Any(d.Unit, first, last) {
		return ""
	}
	switch record, any := d.plan.covered().Extent(); {
	case any && last < record.First:
		return "before"
	case any && first > record.Last:
		return "after"
	}
	return "between"
}

// place is where a period stands, from the left: time runs as the page is read.
func (d *barDrawing) place(at int) int {
	if d.plan.dir == "rtl" {
		return d.Len() - 1 - at
	}
	return at
}

// label names the periods from one to another.
func (d *barDrawing) label(from, to int) string {
	first, _ := d.Period(from)
	_, last := d.Period(to)
	return d.plan.between(d.moment(first), d.moment(last))
}

func (d *barDrawing) moment(day int32) moment { return civilMoment(d.civil(day)) }

// civil is a day as exact as the periods are.
func (d *barDrawing) civil(day int32) edtf.Civil {
	c := edtf.CivilOf(day)
	switch d.Unit {
	case picture.Month:
		return monthOf(c)
	case picture.Year:
		return yearOf(c)
	}
	return c
}

// href leads to a period, or to the first day or year of it on which something was said.
func (d *barDrawing) href(at int) string {
	return d.plan.periodHref(d.civil(d.First[at]))
}

// ticks are the names below the picture.
func (d *barDrawing) ticks() []BarTick {
	room := d.plan.barRoom(d.Unit)
	room.Of = func(period int) int { return nameWidth(d.tickLabel(period)) }
	ticks := d.Ticks(room)
	views := d.desk.ticks.Take(len(ticks))
	for i, tick := range ticks {
		views[i].Label = d.tickLabel(tick.Period)
		width := room.Narrow
		switch {
		case tick.Narrow:
			views[i].Only = "narrow"
		case tick.Wide:
			views[i].Only, width = "wide", room.Wide
		}
		views[i].X, views[i].Anchor = d.tickPlace(tick.Period, room.Name, width)
	}
	return views
}

// tickPlace is where the name of a period stands, and by what. Both widths are in pixels.
func (d *barDrawing) tickPlace(at, name, width int) (x, anchor string) {
	place := d.place(at)
	switch d.Stand(place, name, width) {
	case picture.Begins:
		return percent(place, d.Len()), "start"
	case picture.Ends:
		return percent(place+1, d.Len()), "end"
	}
	return percent(2*place+1, 2*d.Len()), "middle"
}

// tickLabel names a day, a month or a year: of a week, the month that begins in it,
// and instead of a January, its year.
func (d *barDrawing) tickLabel(at int) string {
	first, last := d.Period(at)
	m := d.moment(first)
	if d.Unit == picture.Week {
		m = d.moment(last)
		m.day = 0
	}
	if m.month == 0 || m.month == 1 && m.day == 0 {
		m.month = 0
		return d.plan.label(m)
	}
	if m.day > 0 {
		return string(d.plan.locale.AppendDayOfYear(nil, m.date()))
	}
	return d.plan.dayLabel(m)
}

// percent writes a part of a whole.
func percent(part, whole int) string {
	return strconv.FormatFloat(100*float64(part)/float64(whole), 'f', 2, 64) + "%"
}
