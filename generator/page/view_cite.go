package page

import "demarche/generator/cite"

// CitedHere is one of those that a digest's page says how to cite: the digest, then its statements.
type CitedHere struct {
	ID      string // of what stands in the fold: an address with it opens that
	Label   string
	Formats FormatsRef
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

// Styled appends a citation for people, of which a part may be in italics and others are isolated from what is around them:
// {{styled .}} writes it so. A template that wants it otherwise has its parts; {{.}} is the whole as text.
type Styled func(out []byte) ([]byte, cite.Marks)

func (s Styled) String() string {
	out, _ := s(nil)
	return string(out)
}

// Before is what stands before the part in italics.
func (s Styled) Before() string {
	out, marks := s(nil)
	return string(out[:marks.Italic.From])
}

// Italic is "" where nothing is in italics.
func (s Styled) Italic() string {
	out, marks := s(nil)
	return string(out[marks.Italic.From:marks.Italic.To])
}

// After is what stands behind the part in italics.
func (s Styled) After() string {
	out, marks := s(nil)
	return string(out[marks.Italic.To:])
}

// Snippet appends a text to copy: {{pre .}} writes it between tags, {{.}} anywhere.
type Snippet func(out []byte) []byte

func (s Snippet) String() string {
	if s == nil {
		return ""
	}
	return string(s(nil))
}
