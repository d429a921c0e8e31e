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
	within := picture.Run{First: runs[0].First, Last: runs[len(runs)-1].Last}
	may := inside(p.covered().Runs(picture.Month), within)
	view := &Held{Covers: p.daySpan(within.First, within.Last), All: within.Days(), With: total(runs)}
	view.Pale = total(may) > view.With
	var gaps []picture.Run
	for i := range may[1:] {
		gaps = append(gaps, picture.Run{First: may[i].Last + 1, Last: may[i+1].First - 1})
	}
	p.addStrips(view, runs, may)
	slices.SortFunc(gaps, func(a, b picture.Run) int {
		return cmp.Or(cmp.Compare(b.Days(), a.Days()), cmp.Compare(a.First, b.First))
	})
	for _, gap := range gaps[:min(len(gaps), mostGaps)] {
		view.Gaps = append(view.Gaps, HeldGap{Label: p.daySpan(gap.First, gap.Last), Days: gap.Days(), Years: wholeYears(gap.Days())})
	}
	view.More = len(gaps) - len(view.Gaps)
	return view
}

// total is how many days runs have.
func total(runs []picture.Run) (n int) {
	for _, run := range runs {
		n += run.Days()
	}
	return n
}

// inside are the parts of runs that lie in a period.
func inside(runs []picture.Run, period picture.Run) []picture.Run {
	from, _ := slices.BinarySearchFunc(runs, period.First, func(run picture.Run, day int32) int { return cmp.Compare(run.Last, day) })
	var all []picture.Run
	for _, run := range runs[from:] {
		if run = run.Within(period); run.Days() == 0 {
			break
		}
		all = append(all, run)
	}
	return all
}

// daySpan names the days from one to another.
func (p *Plan) daySpan(first, last int32) string {
	return p.between(civilMoment(edtf.CivilOf(first)), civilMoment(edtf.CivilOf(last)))
}

// addStrips adds the newest months that have a digest, or years where there are more months than
// have room. There may be one of the days of may too.
func (p *Plan) addStrips(view *Held, runs, may []picture.Run) {
	view.Months = true
	periods, of := periodsOf(may, picture.Run.Months), monthOf
	if len(periods) > mostStrips {
		view.Months = false
		periods, of = periodsOf(may, picture.Run.Years), yearOf
	}
	moment := func(day int32) moment { return civilMoment(of(edtf.CivilOf(day))) }
	view.Left = max(0, len(periods)-mostStrips)
	shown := periods[view.Left:]
	for i, period := range slices.Backward(shown) {
		view.Strips = append(view.Strips, p.heldStrip(period, of(edtf.CivilOf(period.First)), runs, may))
		if i > 0 && shown[i-1].Last+1 < period.First {
			none := picture.Run{First: shown[i-1].Last + 1, Last: period.First - 1}
			view.Strips = append(view.Strips, HeldStrip{
				Link:    Link{Label: p.between(moment(none.First), moment(none.Last))},
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

// heldStrip is the picture of a month or a year. What lies in it before the first digest of the
// record and after the last one is left empty.
func (p *Plan) heldStrip(period picture.Run, c edtf.Civil, runs, may []picture.Run) HeldStrip {
	strip := HeldStrip{Link: Link{Label: p.label(civilMoment(c))}, Box: "0 0 " + strconv.Itoa(period.Days()) + " 1"}
	if _, _, found := p.placeTime(periodRoute(c)); found {
		strip.Href = p.periodHref(c)
	}
	place := func(run picture.Run) int {
		if p.dir == "rtl" {
			return int(period.Last - run.Last)
		}
		return int(run.First - period.First)
	}
	path := func(runs []picture.Run) string {
		var out []byte
		for _, run := range runs {
			out = fmt.Appendf(out, "M%d 0h%dv1h-%dz", place(run), run.Days(), run.Days())
		}
		return string(out)
	}
	within := picture.Run{First: runs[0].First, Last: runs[len(runs)-1].Last}.Within(period)
	runs, may = inside(runs, period), inside(may, period)
	strip.With, strip.Path = total(runs), path(runs)
	if total(may) > strip.With {
		strip.Pale = path(may)
	}
	next := within.First
	for _, run := range append(may, picture.Run{First: within.Last + 1}) {
		if gap := (picture.Run{First: next, Last: run.First - 1}); gap.Days() > 0 {
			strip.Without += gap.Days()
			strip.Gaps = append(strip.Gaps, BarGap{X: percent(place(gap), period.Days()), Width: percent(gap.Days(), period.Days())})
		}
		next = run.Last + 1
	}
	return strip
}
