package export

import (
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// phrases are what feeds say in the language of the site, looked up once.
type phrases struct {
	*locale.Locale
	between     string    // between names
	colon       string    // before an act
	comma       string    // between parts
	semicolon   string    // between groups of parts
	open, close string    // quotation marks
	toWhom      [3]string // around who speaks and who is addressed
	unnamed     [3]string // around how an unnamed speaker is described and for whom they speak
	about       [2]string // around those spoken about
	question    string    // before one
	according   [2]string
	retracted   [2]string // around who took back a statement
	from        [2]string
	forms       map[dossier.Form]string
	acts        map[*dossier.Act]string
	date        func(edtf.Date) string
	reported    func(edtf.Date) string // of what has no date of its own
}

func newPhrases(l *locale.Locale) *phrases {
	f := &phrases{
		Locale:    l,
		between:   l.Piece(1, "{}, {}", "between names"),
		colon:     l.Piece(1, "{}: {}"),
		comma:     l.Piece(1, "{}, {}"),
		semicolon: l.Piece(1, "{}; {}"),
		open:      l.Piece(0, "“{}”", "the words of a source"),
		close:     l.Piece(1, "“{}”", "the words of a source"),
		about:     [2]string{l.Piece(0, "about {}", "of whom they speak"), l.Piece(1, "about {}", "of whom they speak")},
		question:  l.Text("Q:", "before a question"),
		according: [2]string{l.Piece(0, "according to {}"), l.Piece(1, "according to {}")},
		from:      [2]string{l.Piece(0, "from {}", "a digest"), l.Piece(1, "from {}", "a digest")},
		forms: map[dossier.Form]string{
			dossier.Verbatim:   l.Text("verbatim"),
			dossier.Mixed:      l.Text("partly quoted"),
			dossier.Paraphrase: l.Text("paraphrase"),
		},
		acts: make(map[*dossier.Act]string, len(dossier.Acts)),
	}
	f.date, f.reported = page.DatesIn(l)
	for i := range 3 { // pages show what is between the first two in bold
		f.retracted[0] += l.Piece(i, "{}retracted{} by {}")
	}
	f.retracted[1] = l.Piece(3, "{}retracted{} by {}")
	for i := range f.toWhom {
		f.toWhom[i] = l.Piece(i, "{} to {}", "who to whom")
		f.unnamed[i] = l.Piece(i, "{} for {}", "an unnamed speaker, a party")
	}
	for i := range dossier.Acts {
		a := &dossier.Acts[i]
		f.acts[a] = l.Text(a.Name, "act of a statement")
	}
	return f
}
