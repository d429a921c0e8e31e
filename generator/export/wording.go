package export

import (
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/escape"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// wording is how one format writes what is said in the language of the site: its phrases, looked up and escaped once, and the texts
// between them.
type wording struct {
	*escape.Table
	of        *archive
	between   string    // between names
	comma     string    // between parts
	colon     string    // before an act, and before words
	toWhom    [3]string // around who speaks and who is addressed
	unnamed   [3]string // around how an unnamed speaker is described and for whom they speak
	about     [2]string // around those spoken about
	question  [2]string // around what was asked
	turned    [2]string // around all that is said on a site from right to left, since those who read it elsewhere read from left to right
	words     [2]string // around those of a statement, and their marks
	across    string    // before the words of a statement of the other direction than the site's
	marks     [dossier.MostMarks][2]string
	paragraph string // between paragraphs
	acts      map[*dossier.Act]string
	forms     map[dossier.Form]string // behind words
	according [2]string               // around on whose word
	retracted [2]string               // around who took it back
	takenBack string                  // that somebody did
	from      [2]string               // around a digest
	link      [3]string               // around where a link leads and what it says
}

// newWording is that of a format which writes texts as e has it and HTML as markup does.
func newWording(a *archive, e, markup *escape.Table) *wording {
	l := a.locale
	text := func(text string) string { return string(e.Append(nil, text)) }
	tags := func(html string) string { return string(markup.Append(nil, html)) }
	comma, semicolon := l.Piece(1, "{}, {}"), l.Piece(1, "{}; {}")
	w := &wording{
		Table:     e,
		of:        a,
		between:   text(l.Piece(1, "{}, {}", "between names")),
		comma:     text(comma),
		colon:     text(l.Piece(1, "{}: {}")),
		about:     [2]string{text(" " + l.Piece(0, "about {}", "of whom they speak")), text(l.Piece(1, "about {}", "of whom they speak"))},
		question:  [2]string{tags("<p>") + text(l.Text("Q:", "before a question")+" "), tags("</p>")},
		words:     [2]string{tags("<blockquote><p>"), tags("</p></blockquote><p>")},
		across:    tags(`<blockquote dir="rtl"><p>`),
		paragraph: tags("</p><p>"),
		acts:      make(map[*dossier.Act]string, len(dossier.Acts)),
		forms: map[dossier.Form]string{
			dossier.Verbatim:   text(l.Text("verbatim")),
			dossier.Mixed:      text(l.Text("partly quoted")),
			dossier.Paraphrase: text(l.Text("paraphrase")),
		},
		according: [2]string{text(comma + l.Piece(0, "according to {}")), text(l.Piece(1, "according to {}"))},
		from:      [2]string{text(semicolon + l.Piece(0, "from {}", "a digest")), text(l.Piece(1, "from {}", "a digest")) + tags("</p>")},
		link:      [3]string{tags(`<a href="`) + text(a.Site.Host+a.Site.BasePath), tags(`">`), tags("</a>")},
	}
	if locale.Direction(a.Site.Language) == "rtl" {
		w.turned = [2]string{tags(`<div dir="rtl">`), tags("</div>")}
		w.across = tags(`<blockquote dir="ltr"><p>`)
	}
	for i := range w.toWhom {
		w.toWhom[i] = text(l.Piece(i, "{} to {}", "who to whom"))
		w.unnamed[i] = text(l.Piece(i, "{} for {}", "an unnamed speaker, a party"))
	}
	retracted := semicolon
	for i := range 3 { // pages show what is between the first two in bold
		retracted += l.Piece(i, "{}retracted{} by {}")
	}
	w.retracted = [2]string{text(retracted), text(l.Piece(3, "{}retracted{} by {}"))}
	w.takenBack = text(comma + l.Piece(1, "{}retracted{} by {}"))
	for i := range dossier.Acts {
		act := &dossier.Acts[i]
		w.acts[act] = text(l.Text(act.Name, "act of a statement"))
	}
	w.marks[0] = [2]string{text(l.Piece(0, "“{}”", "the words of a source")), text(l.Piece(1, "“{}”", "the words of a source"))}
	for m := range dossier.MostMarks {
		if m > 0 {
			w.marks[m] = [2]string{text(m.Open()), text(m.Close())}
		}
	}
	return w
}

// title appends "Prime Minister X to Freedonia: warn".
func (w *wording) title(out []byte, s *dossier.Statement) []byte {
	return append(append(w.heading(out, s), w.colon...), w.acts[s.Act]...)
}

// headline appends "Prime Minister X to Freedonia: “You have ten days …”", by which entries of one day can be told apart.
func (w *wording) headline(out []byte, s *dossier.Statement) []byte {
	var room [256]byte
	marks := w.marksOf(s)
	out = append(append(w.heading(out, s), w.colon...), marks[0]...)
	return append(w.AppendBytes(out, page.AppendWords(room[:0], s.Text)), marks[1]...)
}

// heading appends "Prime Minister X to Freedonia, according to The Gazette, retracted": many who read a title read no more.
func (w *wording) heading(out []byte, s *dossier.Statement) []byte {
	out = w.onWhoseWord(w.whoToWhom(out, s), s)
	if len(s.RetractedBy) > 0 {
		out = append(out, w.takenBack...)
	}
	return out
}

// onWhoseWord appends who says so, where a statement is reported on another's word.
func (w *wording) onWhoseWord(out []byte, s *dossier.Statement) []byte {
	according := s.Informant()
	if according == "" {
		return out
	}
	return append(w.Append(append(out, w.according[0]...), according), w.according[1]...)
}

// marksOf are the quotation marks for the words of a statement: none for those of an editor.
func (w *wording) marksOf(s *dossier.Statement) [2]string {
	switch {
	case s.Form != dossier.Verbatim:
		return [2]string{}
	case page.IsForeign(s, w.of.Site.Language):
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
	words := w.words[0]
	if page.IsForeign(s, w.of.Site.Language) && (locale.Direction(s.Lang) == "rtl") == (w.turned[0] == "") {
		words = w.across
	}
	out = append(out, w.turned[0]...)
	if s.Question != "" {
		out = append(w.paragraphs(append(out, w.question[0]...), s.Question), w.question[1]...)
	}
	marks := w.marksOf(s)
	out = append(append(out, words...), marks[0]...)
	out = append(append(append(w.paragraphs(out, s.Text), marks[1]...), w.words[1]...), w.forms[s.Form]...)
	switch from, to := s.When.Days(); {
	case s.Basis == dossier.Reported:
		out = w.Append(append(out, w.comma...), w.of.reported(s.When))
	case from != to || s.When.Marked(): // an entry is dated to the day
		out = w.Append(append(out, w.comma...), w.of.date(s.When))
	}
	out = w.onWhoseWord(out, s)
	for _, by := range s.RetractedBy {
		out = append(w.statement(append(out, w.retracted[0]...), by), w.retracted[1]...)
	}
	out = w.digest(append(out, w.from[0]...), s.Digest)
	return append(append(out, w.from[1]...), w.turned[1]...)
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
	out = w.Append(append(out, w.link[0]...), page.Href("", s.Route(w.of.Site.StatementPages)))
	out = append(w.speakers(append(out, w.link[1]...), s), w.comma...)
	when := w.of.date
	if s.Basis == dossier.Reported {
		when = w.of.reported
	}
	return append(w.Append(out, when(s.When)), w.link[2]...)
}

// digest appends a link to a digest, by its title.
func (w *wording) digest(out []byte, d *dossier.Digest) []byte {
	out = w.Append(append(out, w.link[0]...), page.Href("", d.Route()))
	return append(w.Append(append(out, w.link[1]...), d.Title), w.link[2]...)
}
