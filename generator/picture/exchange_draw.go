package picture

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// drawing is an Exchange that is being drawn.
type drawing struct {
	*Exchange
	sheet    *Sheet
	cast     *cast
	words    *Words
	mirrored bool
	rows     []spoken
	// The parts of all rows stand in one slice each.
	dots  []string
	lines []Line
	marks []Mark
}

// shares are places across the page, by the number of lifelines and by halves of the
// distance between them: of two lifelines, the first is at halves 1, "25%".
var shares = func() (table [MostLives + 1][2*MostLives + 1]string) {
	for lives := 1; lives <= MostLives; lives++ {
		for half := range 2*lives + 1 {
			share := strconv.FormatFloat(100*float64(half)/float64(2*lives), 'f', 2, 64)
			table[lives][half] = strings.TrimRight(strings.TrimRight(share, "0"), ".") + "%"
		}
	}
	return table
}()

// at is a place in halves of the distance between lifelines.
func (d *drawing) at(half int) string {
	lives := len(d.cast.actors)
	if d.mirrored {
		half = 2*lives - half
	}
	return shares[lives][half]
}

// centre is the place of a lifeline.
func (d *drawing) centre(column int) string { return d.at(2*column + 1) }

func (d *drawing) draw(rows []spoken) {
	d.rows = rows
	d.Lives = d.sheet.lives.Take(len(d.cast.actors))
	for i, a := range d.cast.actors {
		d.Lives[i] = Life{X: d.centre(i)}
		switch {
		case d.cast.shared().has(i):
		case a == nil:
			d.Lives[i].Unnamed = true
		default:
			d.Lives[i].Name = a.Name
		}
	}
	d.Rows = d.sheet.rows.Take(len(rows))
	dots, lines, marks := d.most()
	d.dots, d.lines, d.marks = d.sheet.dots.Take(dots)[:0], d.sheet.lines.Take(lines)[:0], d.sheet.marks.Take(marks)[:0]
	for i := range rows {
		d.row(i)
	}
}

// most is how many parts there may be of each sort.
func (d *drawing) most() (dots, lines, marks int) {
	for i := range d.rows {
		s, joins := &d.rows[i], 0
		if !d.Folded {
			joins = min(len(s.Replies), len(d.rows))
		}
		dots += s.from.count()
		lines += 3 + joins
		marks += (s.to | s.about).count() + joins
	}
	return dots, lines, marks
}

func (d *drawing) row(i int) {
	s, row := &d.rows[i], &d.Rows[i]
	d.say(s, row)
	if i == 0 || !d.sameDate(&d.rows[i-1], s) {
		row.Date = d.date(s)
	}
	dots, lines, marks := len(d.dots), len(d.lines), len(d.marks)
	if !d.Folded {
		row.Answers = d.answers(s)
		d.joins(i)
	}
	d.arrows(s)
	row.Label = d.label(s)
	row.Dots, row.Lines, row.Marks = slices.Clip(d.dots[dots:]), slices.Clip(d.lines[lines:]), slices.Clip(d.marks[marks:])
}

// say puts a row into words.
func (d *drawing) say(s *spoken, row *Row) {
	row.Href, row.Count, row.Side, row.Hearsay = d.words.Href(s.Statement), s.count, s.Act.Side.String(), s.hearsay
	row.From, row.To, row.About = d.names(s, s.from, s.Parties), d.names(s, s.to, s.ToParties), d.names(s, s.about, s.AboutParties)
	switch {
	case !s.sameAct:
		row.Act, row.Mixed = d.words.Side(s.Act.Side), true
	case s.count == 1:
		row.Act = d.words.Acts(s.Act, s.Act2)
	default:
		row.Act = d.words.Acts(s.Act, nil)
	}
}

// names are those of the actors of a row's one statement, or where it shows several, of which each may
// name others too, those of their lifelines; "" for the unnamed.
func (d *drawing) names(s *spoken, of columns, actors []*dossier.Actor) string {
	if s.count == 1 {
		return d.words.Names(actors, false)
	}
	shared := d.cast.shared()
	var named []*dossier.Actor
	for own := of &^ shared; own != 0; own &= own - 1 {
		if a := d.cast.actors[own.first()]; a != nil {
			named = append(named, a)
		}
	}
	return d.words.Names(named, of&shared != 0)
}

func (d *drawing) sameDate(a, b *spoken) bool {
	if d.Folded {
		return a.period == b.period
	}
	return a.When == b.When && a.Basis == b.Basis
}

func (d *drawing) date(s *spoken) string {
	switch {
	case !d.Folded:
		return d.words.Date(s.Statement)
	case s.period == edtf.Civil{}:
		return ""
	}
	return d.words.Period(s.period)
}

// arrows draws lines from the speakers to the farthest on both sides, and a head at each.
func (d *drawing) arrows(s *spoken) {
	said := s.from | s.to
	if said == 0 {
		return
	}
	lo, hi := said.first(), said.last()
	if lo < hi {
		d.line("", lo, hi)
	}
	if s.about != 0 {
		d.Dashed = true
		if first := s.about.first(); first < lo {
			d.line("about", first, lo)
		}
		if last := s.about.last(); last > hi {
			d.line("about", hi, last)
		}
	}
	d.Alone = d.Alone || s.to|s.about == 0
	for of := s.to | s.about; of != 0; of &= of - 1 {
		d.head(s, of.first())
	}
	for of := s.from; of != 0; of &= of - 1 {
		d.dots = append(d.dots, d.centre(of.first()))
	}
}

func (d *drawing) line(class string, from, to int) {
	d.lines = append(d.lines, Line{Class: class, X1: d.centre(from), X2: d.centre(to)})
}

// Shapes of heads, their tips near the lifeline, and of what a party says to itself.
const (
	headRight = "m-1 0-10-5v10z"
	headLeft  = "m1 0 10-5v10z"
	loopRight = "m0 0h20v11h-14m6-5-6 5 6 5"
	loopLeft  = "m0 0h-20v11h14m-6-5 6 5-6 5"
)

// head draws the head of an arrow that ends at a lifeline.
func (d *drawing) head(s *spoken, column int) {
	m := Mark{X: d.centre(column), Path: headLeft}
	if s.about.has(column) {
		m.Class = "about"
	}
	from := column
	if s.from != 0 {
		from = s.from.nearest(column)
	}
	rightward := (from < column) != d.mirrored
	switch {
	case from == column && d.mirrored:
		m.Class, m.Path = "self", loopLeft
	case from == column:
		m.Class, m.Path = "self", loopRight
	case rightward:
		m.Path = headRight
	}
	d.marks = append(d.marks, m)
}

// label is the place of the act's name: next to the speaker, on the way to the
// nearest that is addressed, or over the speaker's own lifeline.
func (d *drawing) label(s *spoken) string {
	if s.from == 0 {
		return d.at(len(d.cast.actors))
	}
	to := cmp.Or(s.to&^s.from, s.about)
	if to == 0 {
		return d.centre(s.from.first())
	}
	near := to.nearest(s.from.first())
	from := s.from.nearest(near)
	if near > from {
		return d.at(2*from + 2)
	}
	return d.at(2 * from)
}

// find is the row of a statement, of rows that are not folded.
func (d *drawing) find(s *dossier.Statement) (row int, found bool) {
	return slices.BinarySearchFunc(d.rows, s.Index, func(row spoken, index int) int { return cmp.Compare(row.Index, index) })
}

// answers are the numbers of the rows that a statement answers.
func (d *drawing) answers(s *spoken) string {
	var numbers []int
	for _, earlier := range s.Answers() {
		if i, found := d.find(earlier); found {
			numbers = append(numbers, i+1)
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return d.words.Rows(numbers)
}

// joins joins a row to those that answer it. It is drawn with the earlier row, so that
// the names of acts in later ones stand over it.
func (d *drawing) joins(i int) {
	for _, reply := range d.rows[i].Replies {
		if j, found := d.find(reply); found && j != i {
			d.join(&d.rows[i], &d.rows[j], (j-i)*RowHeight)
		}
	}
}

// join draws what joins a statement to its reply, which stands down pixels lower: a bow
// at the lifeline of who was addressed and answers, else a line between the two speakers.
func (d *drawing) join(earlier, reply *spoken, down int) {
	if reply.from == 0 || earlier.from == 0 {
		return
	}
	d.Joined = true
	on := cmp.Or(reply.from&(earlier.to|earlier.about), reply.from&earlier.from)
	if on == 0 {
		d.lines = append(d.lines, Line{Class: "join", X1: d.centre(earlier.from.first()), X2: d.centre(reply.from.first()), Y: down})
		return
	}
	column := on.first()
	width := min(10+max(down, -down)/RowHeight*3, 30)
	if rightward := earlier.from.nearest(column) <= column; rightward == d.mirrored {
		width = -width
	}
	path := make([]byte, 0, 32)
	path = append(path, "m0 0c"...)
	for i, n := range [...]int{width, 0, width, down, 0, down} {
		if i > 0 {
			path = append(path, ' ')
		}
		path = strconv.AppendInt(path, int64(n), 10)
	}
	d.marks = append(d.marks, Mark{Class: "join", X: d.centre(column), Path: string(path)})
}
