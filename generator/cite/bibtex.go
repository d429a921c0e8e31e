package cite

import (
	"bytes"
	"strconv"
	"strings"
)

// AppendBibTeX appends an entry for BibTeX and BibLaTeX, with a line end. Both print all of it, each once: BibLaTeX prints organization,
// date and url of what is online, and not howpublished; the classic styles of BibTeX know no such entry, take it for one of misc,
// and print howpublished and year.
func (w *Writer) AppendBibTeX(out []byte) []byte {
	it := &w.item
	out = appendBibKey(append(out, "@online{"...), it.Key)
	out = appendBibAuthors(out, it.Authors)
	out = appendLiteral(out, "title", w.title)
	out = w.appendBibWhere(out)
	out = w.issued.appendBib(out)
	if len(it.URL) > 0 {
		out = append(appendBibURL(appendField(out, "url"), it.URL), '}')
	}
	if !it.Accessed.IsZero() {
		out = append(append(appendField(out, "urldate"), it.Accessed.String()...), '}')
	}
	if name := babelName(it.Lang); name != "" {
		out = append(append(appendField(out, "langid"), name...), '}')
	}
	out = w.appendBibNote(out)
	return append(out, "\n}\n"...)
}

// appendBibWhere appends what it is a part of and who publishes that, for BibLaTeX, and the same with the address for BibTeX: as a text,
// which asks for no package.
func (w *Writer) appendBibWhere(out []byte) []byte {
	where := func(out []byte, name string, parts ...text) []byte {
		before := ""
		for _, part := range parts {
			if part.empty() {
				continue
			}
			if before == "" {
				out = append(appendField(out, name), '{')
			}
			out = part.tex(append(out, before...))
			before = ", "
		}
		if before != "" {
			out = append(out, "}}"...)
		}
		return out
	}
	return where(where(out, "organization", w.site, w.publisher), "howpublished", w.site, w.publisher, w.url)
}

// appendField begins a field; a brace ends it.
func appendField(out []byte, name string) []byte {
	return append(append(append(out, ",\n  "...), name...), " = {"...)
}

// appendLiteral appends a text in two pairs of braces, which keep capitals, and a name whole.
func appendLiteral(out []byte, name string, value text) []byte {
	if value.empty() {
		return out
	}
	return append(value.tex(append(appendField(out, name), '{')), "}}"...)
}

// appendBibNote appends the note, with the date in words where the year alone would say what is not sure.
func (w *Writer) appendBibNote(out []byte) []byte {
	archived, dated := w.item.Archived, !w.issued.isZero() && !w.issued.plain()
	if w.note.empty() && archived == "" && !dated {
		return out
	}
	out = w.note.tex(appendField(out, "note"))
	if dated {
		if !w.note.empty() {
			out = append(out, "; "...)
		}
		out = appendDate(append(out, "dated "...), chicago, w.issued, "")
	}
	if archived != "" {
		if dated || !w.note.empty() {
			out = append(out, ". "...)
		}
		out = appendTeX(append(out, "Archived at "...), archived)
	}
	return append(out, '}')
}

func appendBibAuthors(out []byte, names []Name) []byte {
	if len(names) == 0 {
		return out
	}
	out = appendField(out, "author")
	for i, n := range names {
		if i > 0 {
			out = append(out, " and "...)
		}
		if !n.parted() || n.inOwnScript() { // BibTeX would write the given name first
			out = append(appendTeX(append(out, '{'), n.Whole), '}')
			continue
		}
		out = append(appendTeX(append(out, '{'), n.Family), '}')
		if n.Given != "" {
			out = append(appendTeX(append(out, ", {"...), n.Given), '}')
		}
	}
	return append(out, '}')
}

// appendBib appends a date for both programs: BibLaTeX reads date, which is vague as EDTF is,
// BibTeX the year, of which the last four signs are digits, as its styles ask, and the month by the name that they know it by. An open date is in words alone:
// not every reader of BibLaTeX knows its form.
func (w when) appendBib(out []byte) []byte {
	if w.isZero() {
		return out
	}
	first, last := w.first.Civil, w.last.end()
	month := ""
	out = appendField(out, "year")
	switch {
	case w.openStart:
		out = appendYear(append(out, "by "...), last.Year)
	case w.openEnd:
		out = appendYear(append(out, "since "...), first.Year)
	default:
		if out = appendYear(out, first.Year); last.Year != first.Year {
			out = appendYear(append(out, "--"...), last.Year)
		} else if first.Month > 0 && first.Month == last.Month {
			month = ",\n  month = " + strings.ToLower(months[first.Month][:3])
		}
	}
	out = append(append(out, '}'), month...)
	if w.open() {
		return out
	}
	day, _, _ := strings.Cut(w.text, "T")
	return append(append(appendField(out, "date"), day...), '}')
}

// inTeX is what stands for a sign so that TeX sets it as it is. BibTeX counts braces behind a backslash
// too, so none stands in a text.
var inTeX = [256]string{
	'\\': `\textbackslash{}`, '{': `\textbraceleft{}`, '}': `\textbraceright{}`, '$': `\$`, '&': `\&`, '%': `\%`, '#': `\#`, '_': `\_`,
	'~': `\textasciitilde{}`, '^': `\textasciicircum{}`, '\n': " ", '\r': " ",
}

// appendTeX appends a text as TeX sets it as it is.
func appendTeX(out []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		if sign := inTeX[text[i]]; sign != "" {
			out = append(append(out, text[from:i]...), sign...)
			from = i + 1
		}
	}
	return append(out, text[from:]...)
}

// appendBibURL appends an address in which nothing ends its field.
func appendBibURL(out, address []byte) []byte {
	if !bytes.ContainsAny(address, "{}\\ \n") {
		return append(out, address...)
	}
	for _, c := range address {
		switch c {
		case '{':
			out = append(out, "%7B"...)
		case '}':
			out = append(out, "%7D"...)
		case '\\':
			out = append(out, "%5C"...)
		case ' ':
			out = append(out, "%20"...)
		case '\n':
		default:
			out = append(out, c)
		}
	}
	return out
}

// appendBibKey appends a key that BibTeX takes: its letters are Latin, others are written by their
// numbers between signs that no slug has.
func appendBibKey(out, key []byte) []byte {
	latin := 0
	for latin < len(key) && key[latin] <= 'z' {
		latin++
	}
	out = append(out, key[:latin]...)
	for _, r := range string(key[latin:]) {
		if r <= 'z' {
			out = append(out, byte(r))
		} else {
			out = append(strconv.AppendInt(append(out, '_'), int64(r), 16), '_')
		}
	}
	return out
}
