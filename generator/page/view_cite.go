package page

import "demarche/generator/cite"

// Cite is the main view of cite.html, by its pointer: how to cite a digest and its statements.
type Cite struct {
	Crumbs      []Crumb
	Title       string // of the digest
	Lang, Dir   string // of Title
	Withdrawn   string // the reason, when the whole digest was withdrawn; then nothing is cited
	WithdrawnOn *Date  // with the words around it, before the reason: "This digest was withdrawn on 19 June 2025:"; nil where no file says when
	Cited       []CitedBelow
}

// CitedBelow is one of those that the page of citations cites: the digest, then its statements.
type CitedBelow struct {
	ID string // of a statement, as on its digest's page; of the digest, one that no statement has
	Link
	Formats FormatsRef
	Embed   Snippet // HTML that shows the statement on a page elsewhere; nil where nothing can
}

// FormatsRef is a citation in each format: it fills what is cited, as cite.Writer has it. Templates write {{formats .}};
// formats.html makes it of a Formats.
type FormatsRef func(it *cite.Item)

// Formats are a citation in each format. They are in English, as the manuals of the three
// styles and the keys of the three programs' formats are.
type Formats struct {
	APA, Chicago, MLA Styled
	BibTeX, RIS, CSL  Snippet
	writer            cite.Writer
}

// NewFormats are of nothing yet.
func NewFormats() *Formats {
	f := new(Formats)
	w := &f.writer
	f.APA, f.Chicago, f.MLA, f.BibTeX, f.RIS = w.AppendAPA, w.AppendChicago, w.AppendMLA, w.AppendBibTeX, w.AppendRIS
	f.CSL = func(out []byte) []byte { return append(w.AppendCSL(append(out, '['), "\n  "), ']') }
	return f
}

// Cite makes them those of ref, and of nothing else any longer.
func (f *Formats) Cite(ref FormatsRef) { f.writer.Cite(ref) }

// Styled appends a citation for people, of which a part may be in italics: {{styled .}} writes it so. A template that wants it
// otherwise has its parts; {{.}} is the whole as text.
type Styled func(out []byte) ([]byte, cite.Italic)

func (s Styled) String() string {
	out, _ := s(nil)
	return string(out)
}

// Before is what stands before the part in italics.
func (s Styled) Before() string {
	out, italic := s(nil)
	return string(out[:italic.From])
}

// Italic is "" where nothing is in italics.
func (s Styled) Italic() string {
	out, italic := s(nil)
	return string(out[italic.From:italic.To])
}

// After is what stands behind the part in italics.
func (s Styled) After() string {
	out, italic := s(nil)
	return string(out[italic.To:])
}

// Snippet appends a text to copy: {{pre .}} writes it between tags, {{.}} anywhere.
type Snippet func(out []byte) []byte

func (s Snippet) String() string {
	if s == nil {
		return ""
	}
	return string(s(nil))
}
