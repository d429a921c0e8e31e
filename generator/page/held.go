package page

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"demarche/generator/edtf"
	"demarche/generator/picture"
)

// How much of the page of coverage days may fill.
const (
	mostStrips = 24 // months, or where there are more of them years
	mostGaps   = 10
)

// dayKnown says whether a date is of a day, or from one day to another.
func dayKnown(when edtf.Date) bool { return when.Precision() >= edtf.Day }

// held is the time of which there are digests, nil where no day is known.
func (p *Plan) held() *Held {
	runs := p.covered().Runs(picture.Day)
	if len(runs) == 0 {
		return nil
	}
	first, last := runs[0].First, runs[len(runs)-1].Last
	view := &Held{Covers: p.daySpan(first, last), All: int(last-first) + 1}
	var gaps []picture.Run
	for i, run := range runs {
		view.With += run.Days()
		if i > 0 {
			gaps = append(gaps, picture.Run{First: runs[i-1].Last + 1, Last: run.First - 1})
		}
	}
	p.addStrips(view, runs)
	slices.SortFunc(gaps, func(a, b picture.Run) int {
		return cmp.Or(cmp.Compare(b.Days(), a.Days()), cmp.Compare(a.First, b.First))
	})
	for _, gap := range gaps[:min(len(gaps), mostGaps)] {
		view.Gaps = append(view.Gaps, HeldGap{Label: p.daySpan(gap.First, gap.Last), Days: gap.Days()})
	}
	view.More = len(gaps) - len(view.Gaps)
	return view
}

// daySpan names the days from one to another.
func (p *Plan) daySpan(first, last int32) string {
	return p.between(civilMoment(edtf.CivilOf(first), false), civilMoment(edtf.CivilOf(last), false))
}

// addStrips adds the newest months that have a digest, or years where there are more months than
// have room.
func (p *Plan) addStrips(view *Held, runs []picture.Run) {
	view.Months = true
	periods := periodsOf(runs, picture.Run.Months)
	if len(periods) > mostStrips {
		view.Months = false
		periods = periodsOf(runs, picture.Run.Years)
	}
	view.Left = max(0, len(periods)-mostStrips)
	within := picture.Run{First: runs[0].First, Last: runs[len(runs)-1].Last}
	shown := periods[view.Left:]
	for i, period := range slices.Backward(shown) {
		view.Strips = append(view.Strips, p.heldStrip(period, within, runs, view.Months))
		if i > 0 && shown[i-1].Last+1 < period.First {
			none := picture.Run{First: shown[i-1].Last + 1, Last: period.First - 1}
			view.Strips = append(view.Strips, HeldStrip{
				Link:    Link{Label: p.between(p.periodOf(none.First, view.Months), p.periodOf(none.Last, view.Months))},
				Without: none.Days(), Box: "0 0 1 1", Gaps: []BarGap{{X: percent(0, 1), Width: percent(1, 1)}},
			})
		}
	}
}

// periodsOf are the periods in which runs lie, each once, in order.
func periodsOf(runs []picture.Run, of func(picture.Run) []picture.Run) []picture.Run {
	var all []picture.Run
	for _, run := range runs {
		all = append(all, of(run)...)
	}
	return slices.Compact(all)
}

// periodOf is the month or the year of a day.
func (p *Plan) periodOf(day int32, month bool) moment {
	c := edtf.CivilOf(day)
	c.Day = 0
	if !month {
		c.Month = 0
	}
	return civilMoment(c, false)
}

// heldStrip is the picture of a month or a year. What lies in it before the first digest of the
// record and after the last one is left empty.
func (p *Plan) heldStrip(period, within picture.Run, runs []picture.Run, month bool) HeldStrip {
	m := p.periodOf(period.First, month)
	c := edtf.Civil{Year: m.year, Month: m.month}
	strip := HeldStrip{Link: Link{Label: p.label(m)}, Box: "0 0 " + strconv.Itoa(period.Days()) + " 1"}
	if _, _, found := p.placeTime(periodRoute(c)); found {
		strip.Href = p.periodHref(c)
	}
	place := func(run picture.Run) int {
		if p.dir == "rtl" {
			return int(period.Last - run.Last)
		}
		return int(run.First - period.First)
	}
	gap := func(first, last int32) {
		run := picture.Run{First: first, Last: last}
		if run.Days() > 0 {
			strip.Without += run.Days()
			strip.Gaps = append(strip.Gaps, BarGap{X: percent(place(run), period.Days()), Width: percent(run.Days(), period.Days())})
		}
	}
	path := make([]byte, 0, 128)
	next := max(period.First, within.First)
	at, _ := slices.BinarySearchFunc(runs, next, func(run picture.Run, day int32) int { return cmp.Compare(run.Last, day) })
	for _, run := range runs[at:] {
		run = run.Within(period)
		if run.Days() <= 0 {
			break
		}
		gap(next, run.First-1)
		path = fmt.Appendf(path, "M%d 0h%dv1h-%dz", place(run), run.Days(), run.Days())
		strip.With += run.Days()
		next = run.Last + 1
	}
	gap(next, min(period.Last, within.Last))
	strip.Path = string(path)
	return strip
}
