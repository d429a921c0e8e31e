package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// warn reports a warning about a value.
func (r *reader) warn(v *value, code, text, hint string) {
	r.add(diag.Warning, code, v.start, v.end, text, hint)
}

// period reports a time that ends before it begins.
func (r *reader) period(from, to dossier.When) {
	if from.Set && to.Set && !edtf.Within(to.Date, from.Date, to.Date) {
		r.addAt(diag.Error, "reversed-interval", to.At, "to: "+to.String()+" is before from: "+from.String(),
			"write the earlier date after from:")
	}
}

// forPeople are keys of texts in which "#" or a comma may stand; behind others "#" begins a comment.
var forPeople = []string{"title", "name", "aliases", "summary", "text", "description", "author", "publisher", "credit", "license", "status", "note", "role", "reason", "label",
	"family_name", "given_name", "organization", "parent", "actors", "by", "to", "with", "yes", "no", "abstain", "topics", "tags", "sources", "coded_by", "reviewed_by"}

// cutShort warns of a text that YAML cuts where a comment begins.
func (r *reader) cutShort(v *value) {
	if v.cut > 0 && slices.Contains(forPeople, r.key) {
		r.add(diag.Warning, "cut-by-comment", v.cut, v.cut+1, r.key+" ends before this #, which begins a comment in YAML, so it is "+quoted(v.text),
			"put the whole of it in quotes; or write a space after # if it is a comment")
	}
}

// several warns of names that stand in a row without brackets: they are one name, with its commas.
// Within quotes that is what was meant.
func (r *reader) several(v *value) {
	if v.form != formText || v.raw != v.start || !strings.Contains(v.text, ", ") {
		return
	}
	r.warn(v, "one-name", quoted(v.text)+" is one name, with its comma",
		"if they are several, put brackets around them: "+r.key+": ["+v.text+"]; if it is one, put it in quotes")
}

// foreignComma warns of an item of a list that holds a comma or a semicolon of the Arabic or the Chinese script, which
// part nothing in front matter.
func (r *reader) foreignComma(item *value) {
	i := strings.IndexAny(item.text, foreignCommas)
	if item.form != formText || item.raw != item.start || i < 0 || item.text[0] == '/' { // an old address may hold one
		return
	}
	mark, _ := utf8.DecodeRuneInString(item.text[i:])
	parts := strings.FieldsFunc(item.text, func(c rune) bool { return strings.ContainsRune(foreignCommas, c) })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	r.warn(item, "one-name", quoted(item.text)+" is one name, with its "+string(mark),
		"if they are several, part them by plain commas: "+r.key+": ["+strings.Join(parts[:min(len(parts), mostNamed)], ", ")+"]; if it is one, put it in quotes")
}

// foldedItem warns of an item of a list that took the next one in, since its hyphen stands further in than its own, or it has none
// that YAML knows. A hyphen within a line is the editor's.
func (r *reader) foldedItem(item *value) {
	line := item.end - item.start // of text over several lines, the first
	folded := item.raw < 0 && line < len(item.text)
	begins := strings.HasPrefix(item.text, "-") || strings.HasPrefix(item.text, "• ")
	if item.form != formText || !(folded && strings.HasPrefix(item.text[line:], " - ")) && !(begins && (folded || item.raw == item.start)) {
		return
	}
	r.warn(item, "one-name", quoted(item.text)+" is one name, with its hyphens or bullets",
		`begin each item of a list with "- ", a hyphen and a space, all at one column; if it is a name, put it in quotes`)
}

const foreignCommas = "،؛，、；"

// empty warns of keys that are written without a value, as files that
// "new" began have them.
func (r *reader) empty(item *value, keys ...string) {
	for i := range item.pairs {
		p := &item.pairs[i]
		if p.value.form != formNothing && (p.value.form != formText || strings.TrimSpace(p.value.text) != "") {
			continue
		}
		if slices.Contains(keys, strings.ToLower(p.key)) {
			r.add(diag.Warning, "empty-value", p.start, p.end, p.key+": is empty", "write what it is, or delete the line")
		}
	}
}

// meagre warns of an event about which nothing is said.
func (r *reader) meagre(item *value, d *dossier.Deed) {
	somebody := len(d.By)+len(d.To)+len(d.With)+len(d.Yes)+len(d.No)+len(d.Abstain) > 0
	switch {
	case !somebody && d.Text == "":
		r.warn(item, "empty-event", "this event says neither who acted nor what happened", "write by: and the actor, or text: and a sentence")
	case !somebody:
		r.warn(item, "event-without-actors", "this event names nobody, so it stands on no actor's page", "write by: and the actor who did it, and to: or with: for others")
	}
	if lacks(item, "date") {
		r.warn(item, "event-without-date", "this event has no date, so the digest's date is shown", "write date: and the day when it happened, as far as it is known: 2025-06-19, 2025-06, 2025")
	}
}

// checkTopics warns of topics that are not what they look like.
func (r *reader) checkTopics(topics []dossier.Text) {
	for _, topic := range topics {
		name := strings.ToLower(strings.TrimPrefix(topic.Value, "#"))
		switch {
		case dossier.ActByName(name) != nil:
			r.addAt(diag.Warning, "topic-is-an-act", topic.At, quoted(name)+" is an act, so #"+name+" on a statement never means this topic",
				"give the topic another name")
		case strings.HasPrefix(topic.Value, "#"):
			r.addAt(diag.Warning, "topic-with-mark", topic.At, "a topic written with #", "write "+name+": only tags of statements begin with #")
		}
	}
}

// checkPublication warns of an entry that has expired before it is published.
func (r *reader) checkPublication() {
	m := &r.doc.Meta
	if m.PublishDate.Set && m.ExpiryDate.Set && edtf.SurelyBefore(m.ExpiryDate.Date, m.PublishDate.Date) {
		r.addAt(diag.Warning, "never-published", m.ExpiryDate.At,
			"expiryDate "+m.ExpiryDate.String()+" is before publishDate "+m.PublishDate.String()+", so this is never published", "correct one of the two dates")
	}
}
