package picture

import (
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// MostLives and MostRows are what a reader can still follow: past them actors
// share a lifeline, and statements a row.
const (
	MostLives = 12
	MostRows  = 60
)

// leastDirected is how many statements must be addressed to somebody for a diagram.
const leastDirected = 2

// RowHeight is the height of a row in CSS pixels, which exchange.css gives it:
// what joins a reply to an earlier row is as high as the rows between.
const RowHeight = 36

// Exchange is a diagram of who addressed whom: lifelines side by side, and below
// one another rows, a statement each, in order of time. Places across the page
// are shares of its width, such as "12.5%", so that nothing is scaled. On a page from right
// to left they are mirrored, because there time and speech run that way too.
type Exchange struct {
	Lives      []Life
	Rows       []Row
	Statements int  // how many the rows show
	Folded     bool // some rows show several statements
	Left       int  // statements that are not shown, because too many rows would be left even so
	Sharing    int  // how many parties share the last lifeline; 0 where each has its own
	Dashed     bool // somebody is spoken about
	Alone      bool // something is addressed to nobody
	Joined     bool // some row answers an earlier one
}

// Life is a lifeline.
type Life struct {
	Name    string // of a state, an organisation or whoever speaks for nobody else; "" for the unnamed and for those who share it
	Unnamed bool   // it is that of speakers without name and party
	X       string
}

// Row is a statement, or in a folded diagram those of one period by the same to the same,
// all of one side.
type Row struct {
	Date            string // in words; "" where it is that of the row above
	Href            string // of the statement, the first of several
	Count           int
	From, To, About string // names; From is "" for the unnamed
	Act             string // "warn", "warn, demand"; of several with different acts, their side in words
	Mixed           bool   // Act is that side
	Side            string // "cooperative", "neutral" or "conflictual"
	Hearsay         bool   // all is reported on another's word
	Answers         string // numbers of the rows that it answers: "1", "1, 3"
	Label           string // place of the act's name
	Dots            []string
	Lines           []Line
	Marks           []Mark
}

// Line is a straight line from X1 on the row's own height. Y is how many pixels lower
// it ends.
type Line struct {
	Class  string // "" speaks to, "about" speaks about, "join" answers
	X1, X2 string
	Y      int
}

// Mark is a shape that is not as wide as the page: the head of an arrow, or what joins a
// reply to what it answers. Path is in pixels around X on
// the height of the row.
type Mark struct {
	Class string // as in Line, or "self" for what a party says to itself
	X     string
	Path  string
}

// Words are how a page writes what a diagram shows.
type Words struct {
	Href   func(*dossier.Statement) string
	Date   func(*dossier.Statement) string
	Period func(edtf.Civil) string                           // a day, a month or a year
	Names  func(actors []*dossier.Actor, others bool) string // others says that there are more
	Acts   func(first, second *dossier.Act) string           // second may be nil
	Side   func(dossier.Side) string
	Rows   func(numbers []int) string // of rows, counted from 1
}

// Exchange draws statements, which are counted ones in order of time. Where
// between names parties, only they have lifelines, in that order. It returns nil
// where fewer than two statements are addressed to anybody.
func (s *Sheet) Exchange(statements []*dossier.Statement, between []*dossier.Actor, words *Words, mirrored bool) *Exchange {
	directed := 0
	for _, said := range statements {
		directed += min(1, len(said.ToParties))
	}
	if directed < leastDirected {
		return nil
	}
	var c cast
	if len(between) > 0 {
		c = s.castOf(between)
	} else {
		c = s.newCast(statements)
	}
	rows := s.spoken.Take(len(statements))
	for i, said := range statements {
		rows[i] = c.spoken(said)
	}
	x := &Exchange{Sharing: c.sharing, Statements: len(statements)}
	if len(rows) > MostRows {
		rows, x.Left = fold(rows, s.spoken.Take(len(rows)))
		x.Statements -= x.Left
		x.Folded = true
	}
	d := drawing{Exchange: x, sheet: s, cast: &c, words: words, mirrored: mirrored}
	d.draw(rows)
	return x
}
