package page

import (
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/picture"
)

// newPoints are all statements, by Statement.Index.
func newPoints(statements []*dossier.Statement) []picture.Point {
	points := make([]picture.Point, len(statements))
	for i, s := range statements {
		points[i] = picture.NewPoint(s)
	}
	return points
}

// listedBars are the statements of a stretch of the timeline; where whole is given,
// in a picture of all that time.
func (p *Plan) listedBars(on *desk, from, to int, whole *[2]edtf.Civil) *Bars {
	points := on.points.Take(to - from)[:0]
	for _, l := range p.times().listings[from:to] {
		if l.kind == listedStatement {
			points = append(points, p.points()[l.index])
		}
	}
	return p.barsOf(on, points, make([]BarStrip, 1), whole)
}

// periodBars are the statements of a year or a month.
func (p *Plan) periodBars(on *desk, c edtf.Civil) *Bars {
	of := p.whole(c)
	whole := [2]edtf.Civil{{Year: c.Year, Month: max(1, c.Month), Day: 1}, {Year: c.Year, Month: 12, Day: 31}}
	if c.Month > 0 {
		next := edtf.Civil{Year: c.Year + c.Month/12, Month: c.Month%12 + 1, Day: 1}
		whole[1] = edtf.CivilOf(next.Number() - 1)
	}
	bars := p.listedBars(on, of.from, of.to, &whole)
	if bars != nil {
		bars.Covers = p.label(civilMoment(c))
	}
	return bars
}

// statementBars are those of a topic.
func (p *Plan) statementBars(on *desk, statements []*dossier.Statement) *Bars {
	points := on.points.Take(len(statements))
	for i, s := range statements {
		points[i] = p.points()[s.Index]
	}
	return p.barsOf(on, points, make([]BarStrip, 1), nil)
}

// actorBars are what an actor said or others said for it, above what was addressed
// to it.
func (p *Plan) actorBars(on *desk, a *dossier.Actor) *Bars {
	const said, heard = 1<<speaker | 1<<spokenFor, 1<<addressed | 1<<addressedFor
	points := on.points.Take(len(p.rolesOf(a)))[:0]
	for _, r := range p.rolesOf(a) {
		point := p.points()[r.statement]
		point.Strips = 0
		if r.as&said != 0 {
			point.Strips |= 1
		}
		if r.as&heard != 0 {
			point.Strips |= 2
		}
		if point.Strips != 0 {
			points = append(points, point)
		}
	}
	return p.barsOf(on, points, []BarStrip{{Label: p.locale.Text("Said", "statements by it")}, {Label: p.locale.Text("Addressed", "statements to it")}}, nil)
}

// dyadBars are what each party said to the other.
func (p *Plan) dyadBars(on *desk, d *dossier.Dyad) *Bars {
	points := on.points.Take(len(d.Statements))
	for i, s := range d.Statements {
		points[i] = p.points()[s.Index]
		points[i].Strips = 0
		for strip, parties := range [][2]*dossier.Actor{{d.A, d.B}, {d.B, d.A}} {
			if addresses(s, parties[0], parties[1]) {
				points[i].Strips |= 1 << strip
			}
		}
	}
	return p.barsOf(on, points, []BarStrip{{Label: d.A.Name, To: d.B.Name}, {Label: d.B.Name, To: d.A.Name}}, nil)
}
