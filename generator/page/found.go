package page

import "demarche/generator/escape"

// found is what a search shows of a statement or a digest, beside the texts that were searched.
type found struct {
	url   string
	title string // of the digest
	who   string
	to    string
	act   string // set for statements alone, as side and form
	side  string
	form  string
	mark  string // where it comes from, if not directly from who said it
	open  string // and close: the quotation marks, where they are others than those of the site
	close string
	date  string
	lang  string // of the texts, and their direction
	dir   string

	original, originalDir string // the language and direction of the second text, where that is the wording that the first translates
}

// append appends a record of the index: JSON, without what is "" for all digests.
func (f *found) append(out []byte, texts [][]byte) []byte {
	out = escape.Quote(append(out, `{"url":`...), escape.JSONInHTML, f.url)
	out = escape.Quote(append(out, `,"title":`...), escape.JSONInHTML, f.title)
	out = appendField(out, `,"who":`, f.who)
	out = appendField(out, `,"to":`, f.to)
	out = appendField(out, `,"act":`, f.act)
	out = appendField(out, `,"side":`, f.side)
	out = appendField(out, `,"form":`, f.form)
	out = appendField(out, `,"mark":`, f.mark)
	out = appendField(out, `,"open":`, f.open)
	out = appendField(out, `,"close":`, f.close)
	out = escape.Quote(append(out, `,"date":`...), escape.JSONInHTML, f.date)
	out = escape.Quote(append(out, `,"lang":`...), escape.JSONInHTML, f.lang)
	out = escape.Quote(append(out, `,"dir":`...), escape.JSONInHTML, f.dir)
	if f.originalDir != "" {
		out = escape.Quote(append(out, `,"original":`...), escape.JSONInHTML, f.original)
		out = escape.Quote(append(out, `,"originalDir":`...), escape.JSONInHTML, f.originalDir)
	}
	out = append(out, `,"text":[`...)
	for i, text := range texts {
		if i > 0 {
			out = append(out, ',')
		}
		out = escape.Quote(out, escape.JSONInHTML, text)
	}
	return append(out, "]}"...)
}

// appendField appends a field where it is not "".
func appendField(out []byte, key, value string) []byte {
	if value == "" {
		return out
	}
	return escape.Quote(append(out, key...), escape.JSONInHTML, value)
}
