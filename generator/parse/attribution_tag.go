package parse

import (
	"slices"
	"strings"
	"unicode"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// comparedTags is with how many of an attribution another is compared: with all would cost the square of their number.
const comparedTags = 100

// maxName is the length in bytes of the longest tag or id.
const maxName = 64

// tag reads #act, #topic or ^id.
func (a *attribution) tag() {
	start, mark := a.at, a.text[a.at]
	a.late, a.seen = true, a.seen|kindTag
	if a.at = a.tagEnd(start); a.at < len(a.text) && a.text[a.at] == ',' {
		a.at++
		clause := strings.TrimSpace(a.text[a.at:a.clauseEnd()])
		a.at--
		a.warn("attribution-order", start, a.at, "a tag before "+quoted(clause), "write tags last, after all that stands behind commas")
	}
	name := a.text[start+1 : a.at]
	trimmed := strings.TrimRight(name, ".,;:")
	if trimmed != name {
		a.warn("bad-tag", start, a.at, "punctuation after a tag", "write "+string(mark)+trimmed)
	}
	name = trimmed
	if words := a.furtherWords(start); words != "" {
		all := slug.Make(name + " " + words)
		from := a.at + strings.Index(a.text[a.at:], words)
		a.at = from + len(words)
		a.at = len(a.text) - len(strings.TrimLeft(a.text[a.at:], ".;:"))
		if a.lists(all) {
			name = all
			a.warn("bad-tag", start, a.at, "blanks in a tag", "write #"+all)
		} else { // the first word may be a topic with a file, and what follows no part of it
			a.warn("bad-tag", from, a.at, "cannot read "+quoted(words)+" behind a tag", "write #"+all+" if that is one topic; else only tags stand behind a tag")
		}
	}
	if lower := strings.ToLower(name); lower != name {
		if isTag(lower) && (mark == '#' || isID(lower)) { // else the one message about all that is wrong
			a.warn("bad-tag", start, start+1+len(name), "capitals in a tag", "write "+string(mark)+lower)
		}
		name = lower
	}
	if mark == '^' {
		a.id(name, start)
		return
	}
	if !isTag(name) {
		a.warn("bad-tag", start, a.at, quoted(string(mark)+name)+" is no tag", tagHint("#", name, "letters and digits, joined by single hyphens, at most 64 bytes"))
		return
	}
	a.add(dossier.Text{Value: name, At: a.place(start, start+1+len(trimmed))}, start)
}

// add keeps a tag that begins at start as an act or a topic.
func (a *attribution) add(tag dossier.Text, start int) {
	written := tag.Value
	act := dossier.ActByName(tag.Value)
	if act != nil {
		tag.Value = act.Name
	}
	isSame := func(other dossier.Text) bool { return other.Value == tag.Value }
	switch {
	case slices.ContainsFunc(a.quote.Topics[:min(len(a.quote.Topics), comparedTags)], isSame) || slices.ContainsFunc(a.quote.Acts, isSame):
		a.warn("repeated-tag", start, a.at, quoted("#"+tag.Value)+" stands twice in the attribution", "keep one")
	case act == nil:
		a.quote.Topics = append(a.quote.Topics, tag)
	case len(a.quote.Acts) == 2:
		a.warn("too-many-acts", start, a.at, "a third act, "+quoted("#"+written), "a statement has one act, or a first and a second")
	default:
		a.quote.Acts = append(a.quote.Acts, tag)
	}
}

// maxFurther bounds the bytes that are looked through for two more words of a topic: no tag is half as long.
const maxFurther = 200

// furtherWords are those that may belong to the topic from start to here, as in "#salt bridge"; or "".
func (a *attribution) furtherWords(start int) string {
	first := a.text[start+1 : a.at]
	if a.text[start] != '#' || !isTag(strings.ToLower(first)) || dossier.ActByName(strings.ToLower(first)) != nil {
		return ""
	}
	rest := strings.TrimLeft(a.text[a.at:a.clauseEnd()], " \t")
	rest = rest[:min(len(rest), maxFurther)]
	if rest == "" {
		return ""
	}
	words := strings.TrimRight(strings.TrimSpace(rest[:beforeDirection(rest)]), ".;:")
	each := strings.Fields(words)
	switch {
	case len(each) == 0 || len(each) > 2 || respelled(words) != "",
		slices.Contains(directions, each[0]) || each[0] == "and",
		slices.ContainsFunc(each, func(word string) bool { return !isTag(strings.ToLower(word)) }):
		return ""
	}
	all := slug.Make(first + " " + words)
	if !isTag(all) || a.lists(slug.Make(first)) && !a.lists(all) {
		return ""
	}
	return words
}

// lists says whether the digest has a topic of that slug in its list.
func (a *attribution) lists(topic string) bool { return a.scribe != nil && a.scribe.lists(topic) }

func (s *scribe) lists(topic string) bool {
	if s.listed == nil {
		s.listed = make(map[string]bool, len(s.doc.Meta.Topics))
		for _, listed := range s.doc.Meta.Topics {
			s.listed[slug.Make(listed.Value)] = true
		}
	}
	return s.listed[topic]
}

// tagEnd is where the tag that begins at start ends: at a space, or at its first comma where a clause follows that. No
// byte beyond it is looked at, but for what the comma is followed by: another tag may begin there.
func (a *attribution) tagEnd(start int) int {
	comma := false
	for i := start; i < len(a.text); i++ {
		switch c := a.text[i]; {
		case c == ' ' || c == '\t':
			return i
		case c == ',' && !comma:
			if comma = true; a.clauseFollows(i) {
				return i
			}
		}
	}
	return len(a.text)
}

// clauseFollows says whether something other than a tag stands after the comma at i.
func (a *attribution) clauseFollows(i int) bool {
	rest := strings.TrimLeft(a.text[i+1:], " ,")
	return rest != "" && rest[0] != '#' && rest[0] != '^'
}

// id reads the name of the statement.
func (a *attribution) id(name string, start int) {
	end := start + 1 + len(name)
	switch {
	case !isTag(name) || strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }):
		hint := tagHint("^", name, "letters a to z and digits, joined by single hyphens, at most 64 bytes")
		a.problem(diag.Error, "bad-id", start, end, quoted(name)+" cannot be an id", hint)
	case slug.Device(name):
		a.problem(diag.Error, "bad-id", start, end, quoted(name)+" cannot be the name of a folder on Windows", "choose another id")
	case reservedID(name):
		a.problem(diag.Error, "bad-id", start, end, quoted(name)+" is an address of the site itself", "choose another id")
	case a.quote.Pinned:
		a.warn("repeated-clause", start, end, "a second id", "keep one; the first is used")
	default:
		a.quote.ID, a.quote.Pinned, a.quote.IDAt = name, true, a.place(start, end)
	}
}

// tagHint is a rule, with what name is by it where that can be told.
func tagHint(mark, name, rule string) string {
	if apart := tagsApart(mark + name); apart != "" {
		return "write " + apart + ": a space parts tags"
	}
	if right := slug.Make(name); right != name && isTag(right) {
		return "write " + mark + right + ": " + rule
	}
	return rule
}

// tagsApart is a word of several tags, "#state^shut", with spaces between them; or "".
func tagsApart(word string) string {
	var apart strings.Builder
	tags := 0
	for rest := word; rest != ""; tags++ {
		end := strings.IndexAny(rest[1:], "#^") + 1
		if end == 0 {
			end = len(rest)
		}
		if !isTag(strings.ToLower(rest[1:end])) {
			return ""
		}
		if tags > 0 {
			apart.WriteByte(' ')
		}
		apart.WriteString(strings.ToLower(rest[:end]))
		rest = rest[end:]
	}
	if tags < 2 {
		return ""
	}
	return apart.String()
}

// nonJoiner stands within words of Persian, between letters that are not to be joined.
const nonJoiner = '\u200c'

// isTag says whether name is letters and digits joined by single hyphens.
func isTag(name string) bool {
	if name == "" || len(name) > maxName {
		return false
	}
	for part := range strings.SplitSeq(name, "-") {
		if strings.Trim(part, string(nonJoiner)) != part || part == "" || strings.ContainsFunc(part, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != nonJoiner
		}) {
			return false
		}
	}
	return true
}

// reservedID says whether an id, of letters, digits and hyphens, is the name of another page below its digest, or of none that
// every system has.
func reservedID(name string) bool {
	return slug.Device(name) || name == "p" || len(name) == 4 && allDigits(name)
}
