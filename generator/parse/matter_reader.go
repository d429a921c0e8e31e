package parse

import (
	"fmt"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// reader decodes the tree of front matter into a Doc. Its methods turn one value
// into what a key wants, and report where it is something else.
type reader struct {
	doc    *dossier.Doc
	key    string // being read, for messages
	limits dossier.Limits
}

// add reports a problem.
func (r *reader) add(severity diag.Severity, code string, start, end int, text, hint string) {
	report(r.doc, severity, code, start, end, text, hint)
}

func (r *reader) addAt(severity diag.Severity, code string, at source.Place, text, hint string) {
	reportAt(r.doc, severity, code, at, text, hint)
}

// fault reports an error about a value.
func (r *reader) fault(v *value, code, text, hint string) {
	r.add(diag.Error, code, v.start, v.end, text, hint)
}

// wrongType reports a value of another form than the key wants.
func (r *reader) wrongType(v *value, wanted, hint string) {
	r.fault(v, "wrong-type", r.key+" must be "+wanted+", and this is "+v.form.String(), hint)
}

func (r *reader) at(v *value) source.Place { return place(v.start, v.end) }

// text is a value as one line: trimmed, with runs of space for one and without
// control characters.
func (r *reader) text(v *value) string {
	switch v.form {
	case formList:
		r.wrongType(v, "text", "write "+r.key+": and the text, in quotes where it begins with a bracket")
		return ""
	case formTable:
		r.wrongType(v, "text", "write "+r.key+": and the text, in quotes where it holds a colon")
		return ""
	}
	r.cutShort(v)
	line := v.text
	if strings.ContainsAny(line, "\n\t\r") || strings.HasPrefix(line, " ") || strings.HasSuffix(line, " ") || strings.Contains(line, "  ") {
		line = strings.Join(strings.Fields(line), " ")
	}
	if strings.ContainsFunc(line, isForbidden) {
		r.fault(v, "control-character", r.key+" holds an invisible control character", "delete it")
		line = strings.Map(printable, line)
	}
	if isPiled(line, false) {
		r.fault(v, "piled-marks", piledText, piledHint)
		return ""
	}
	if r.tooLong(v, line, "text", r.limits.Text) {
		return ""
	}
	return line
}

// tooLong reports a text over a limit, which it names, and says whether it is.
func (r *reader) tooLong(v *value, text, limit string, most int) bool {
	if len(text) <= most {
		return false
	}
	r.fault(v, "too-long", fmt.Sprintf("%s has %d bytes, more than the limit of %d", r.key, len(text), most), "shorten it, or raise limits: "+limit+" in content/index.md")
	return true
}

// printable drops control characters.
func printable(c rune) rune {
	if isForbidden(c) {
		return -1
	}
	return c
}

// name is text that names something. Characters that turn the direction of
// writing would make it look like another name, so they are refused.
func (r *reader) name(v *value) dossier.Text {
	line := r.text(v)
	if strings.IndexFunc(line, turnsDirection) >= 0 {
		r.fault(v, "bidi-control", r.key+" holds an invisible character that turns the direction of writing", "delete it: browsers find the direction themselves")
		line = strings.Map(func(c rune) rune {
			if turnsDirection(c) {
				return -1
			}
			return c
		}, line)
	}
	if r.tooLong(v, line, "title", r.limits.Title) {
		line = ""
	}
	return dossier.Text{Value: line, At: r.at(v)}
}

// turnsDirection says whether c embeds, overrides or isolates text of one direction in another.
func turnsDirection(c rune) bool { return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 }

// each calls do for the items of a list; a single value stands for a list of one.
func (r *reader) each(v *value, do func(item *value)) {
	if v.form != formList {
		do(v)
		return
	}
	for i := range v.items {
		if v.items[i].form == formNothing {
			r.fault(&v.items[i], "wrong-type", "an entry of "+r.key+" is empty", "write the entry, or delete its line")
			continue
		}
		do(&v.items[i])
	}
}

// list reads a list of what read makes of its items, without those that are none.
func list[T any](r *reader, v *value, read func(*reader, *value) (one T, ok bool)) []T {
	if v.form == formTable {
		r.wrongType(v, "a list", "write "+r.key+": [one, two]")
		return nil
	}
	all := make([]T, 0, max(len(v.items), 1))
	r.each(v, func(item *value) {
		if one, ok := read(r, item); ok {
			all = append(all, one)
		}
	})
	return all
}

// names reads a list of names, without empty ones.
func (r *reader) names(v *value) []dossier.Text {
	r.several(v)
	return r.texts(v)
}

// texts reads a list of texts, of which one that holds a comma is one all the same.
func (r *reader) texts(v *value) []dossier.Text {
	return list(r, v, func(r *reader, item *value) (dossier.Text, bool) {
		r.foreignComma(item)
		r.foldedItem(item)
		name := r.name(item)
		return name, name.Value != ""
	})
}

// words reads a list of names of which only the words matter.
func (r *reader) words(v *value) []string {
	names := r.texts(v)
	all := make([]string, len(names))
	for i := range names {
		all[i] = names[i].Value
	}
	return all
}

// boolean reads true or false.
func (r *reader) boolean(v *value) bool {
	if v.form != formList && v.form != formTable {
		switch {
		case strings.EqualFold(v.text, "true"):
			return true
		case strings.EqualFold(v.text, "false"):
			return false
		}
	}
	r.fault(v, "wrong-type", r.key+" must be true or false", "write "+r.key+": true or "+r.key+": false")
	return false
}
