package export

import (
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/escape"
	"demarche/generator/page"
)

// wording is how one format writes the phrases, all escaped once, and what stands between them.
type wording struct {
	*escape.Table
	language string                  // of the site
	between  string                  // between names
	toWhom   [3]string               // around who speaks and who is addressed
	unnamed  [3]string               // around how an unnamed speaker is described and for whom they speak
	about    [2]string               // around those spoken about
	colon    string                  // before words
	acts     map[*dossier.Act]string // each with a colon before it

	question  [2]string                  // around what was asked
	words     map[dossier.Form][2]string // around the words of a statement, and their marks
	marks     [dossier.MostMarks][2]string
	paragraph string // between paragraphs
	reported  func(edtf.Date) string
	comma     string
	according [2]string // around on whose word
	retracted [2]string // around who took it back
	date      func(edtf.Date) string
	pages     bool      // whether statements have pages
	from      [2]string // around a digest
	link      [3]string // around where a link leads and what it says
}

// newWording is that of a format which writes texts as e has it and HTML as markup does.
func newWording(a *archive, e, markup *escape.Table) *wording {
	f := a.phrases
	text := func(text string) string { return string(e.Append(nil, text)) }
	tags := func(html string) string { return string(markup.Append(nil, html)) }
	w := &wording{
		Table:     e,
		language:  a.Site.Language,
		between:   text(f.between),
		toWhom:    [3]string{text(f.toWhom[0]), text(f.toWhom[1]), text(f.toWhom[2])},
		unnamed:   [3]string{text(f.unnamed[0]), text(f.unnamed[1]), text(f.unnamed[2])},
		about:     [2]string{text(" " + f.about[0]), text(f.about[1])},
		colon:     text(f.colon),
		acts:      make(map[*dossier.Act]string, len(f.acts)),
		words:     make(map[dossier.Form][2]string, len(f.forms)),
		paragraph: tags("</p><p>"),
		reported:  f.reported,
		comma:     text(f.comma),
		according: [2]string{text(f.comma + f.according[0]), text(f.according[1])},
		question:  [2]string{tags("<p>") + text(f.question+" "), tags("</p>")},
		retracted: [2]string{text(f.semicolon + f.retracted[0]), text(f.retracted[1])},
		date:      f.date,
		pages:     a.Site.StatementPages,
		from:      [2]string{text(f.semicolon + f.from[0]), text(f.from[1]) + tags("</p>")},
		link:      [3]string{tags(`<a href="`) + text(a.Site.Host+a.Site.BasePath), tags(`">`), tags("</a>")},
	}
	for act, name := range f.acts {
		w.acts[act] = text(f.colon + name)
	}
	for form, name := range f.forms {
		w.words[form] = [2]string{tags("<blockquote><p>"), tags("</p></blockquote><p>") + text(name)}
	}
	w.marks[0] = [2]string{text(f.open), text(f.close)}
	for m := range dossier.MostMarks {
		if m > 0 {
			w.marks[m] = [2]string{text(m.Open()), text(m.Close())}
		}
	}
	return w
}

// title appends "Prime Minister X to Freedonia: warn".
func (w *wording) title(out []byte, s *dossier.Statement) []byte {
	return append(w.whoToWhom(out, s), w.acts[s.Act]...)
}

// headline appends "Prime Minister X to Freedonia: “You have ten days …”", by which entries of one day can be told apart.
func (w *wording) headline(out []byte, s *dossier.Statement) []byte {
	var room [256]byte
	marks := w.marksOf(s)
	out = append(append(w.whoToWhom(out, s), w.colon...), marks[0]...)
	return append(w.AppendBytes(out, page.AppendWords(room[:0], s.Text)), marks[1]...)
}

// marksOf are the quotation marks for the words of a statement: none for those of an editor.
func (w *wording) marksOf(s *dossier.Statement) [2]string {
	switch {
	case s.Form != dossier.Verbatim:
		return [2]string{}
	case page.IsForeign(s, w.language):
		return w.marks[s.Marks]
	}
	return w.marks[0]
}

// whoToWhom appends "Prime Minister X to Freedonia".
func (w *wording) whoToWhom(out []byte, s *dossier.Statement) []byte {
	if len(s.To) > 0 {
		out = append(out, w.toWhom[0]...)
	}
	out = w.speakers(out, s)
	if len(s.To) > 0 {
		out = append(w.names(append(out, w.toWhom[1]...), s.To), w.toWhom[2]...)
	}
	if len(s.About) > 0 {
		out = append(w.names(append(out, w.about[0]...), s.About), w.about[1]...)
	}
	return out
}

// speakers appends who makes a statement.
func (w *wording) speakers(out []byte, s *dossier.Statement) []byte {
	if s.Unnamed != "" {
		return w.described(out, s)
	}
	return w.names(out, s.Speakers)
}

// described appends an unnamed speaker as the source describes them, and for whom they speak: "an official for Freedonia".
func (w *wording) described(out []byte, s *dossier.Statement) []byte {
	if len(s.For) == 0 {
		return w.Append(out, s.Unnamed)
	}
	out = append(w.Append(append(out, w.unnamed[0]...), s.Unnamed), w.unnamed[1]...)
	return append(w.names(out, s.For), w.unnamed[2]...)
}

func (w *wording) names(out []byte, list []*dossier.Actor) []byte {
	for i, actor := range list {
		if i > 0 {
			out = append(out, w.between...)
		}
		out = w.Append(out, actor.Name)
	}
	return out
}

// content appends what was asked, the words, and what a reader has to know of where they come from and whether they stand.
func (w *wording) content(out []byte, s *dossier.Statement) []byte {
	if s.Question != "" {
		out = append(w.paragraphs(append(out, w.question[0]...), s.Question), w.question[1]...)
	}
	around, marks := w.words[s.Form], w.marksOf(s)
	out = append(append(out, around[0]...), marks[0]...)
	out = append(append(w.paragraphs(out, s.Text), marks[1]...), around[1]...)
	if s.Basis == dossier.Reported {
		out = w.Append(append(out, w.comma...), w.reported(s.When))
	}
	if according := s.Informant(); according != "" {
		out = append(w.Append(append(out, w.according[0]...), according), w.according[1]...)
	}
	for _, by := range s.RetractedBy {
		out = append(w.statement(append(out, w.retracted[0]...), by), w.retracted[1]...)
	}
	out = w.digest(append(out, w.from[0]...), s.Digest)
	return append(out, w.from[1]...)
}

// paragraphs appends a text of paragraphs.
func (w *wording) paragraphs(out []byte, text string) []byte {
	paragraph, rest, more := strings.Cut(text, "\n\n")
	for more {
		out = append(w.Append(out, paragraph), w.paragraph...)
		paragraph, rest, more = strings.Cut(rest, "\n\n")
	}
	return w.Append(out, paragraph)
}

// statement appends a link to a statement, by who made it and when.
func (w *wording) statement(out []byte, s *dossier.Statement) []byte {
	out = w.Append(append(out, w.link[0]...), page.Href("", s.Route(w.pages)))
	out = append(w.speakers(append(out, w.link[1]...), s), w.comma...)
	when := w.date
	if s.Basis == dossier.Reported {
		when = w.reported
	}
	return append(w.Append(out, when(s.When)), w.link[2]...)
}

// digest appends a link to a digest, by its title.
func (w *wording) digest(out []byte, d *dossier.Digest) []byte {
	out = w.Append(append(out, w.link[0]...), page.Href("", d.Route()))
	return append(w.Append(append(out, w.link[1]...), d.Title), w.link[2]...)
}
