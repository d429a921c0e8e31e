package parse

import (
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// channels are words for that through which something is said, and not where.
var channels = strings.Fields("letter telegram message email e-mail note memo statement communiqué communique declaration interview post tweet thread video article column conference briefing speech address broadcast podcast radio television tv call")

// inChannel is a clause such as "in a letter to the council" with the word for a channel; or "".
func inChannel(text string) string {
	for _, before := range []string{"in", "on", "by", "during"} {
		rest, ok := cutFold(text, before)
		if !ok {
			continue
		}
		last := ""
		for word := range strings.FieldsSeq(rest) {
			if slices.Contains([]string{"to", "of", "with", "from", "for", "by", "on", "in", "at", "about"}, word) {
				break
			}
			last = word
		}
		if slices.Contains(channels, strings.ToLower(last)) {
			return "via" + rest
		}
	}
	return ""
}

// beforeStatement is what to write for words before the link of a statement, such as "corrects [[#^a]]"; or "".
func beforeStatement(text string) string {
	start := strings.Index(text, "[[")
	if start <= 0 {
		return ""
	}
	ref, size := cutLink(text[start:])
	if !toStatement(ref) {
		return ""
	}
	return "in reply to " + text[start:start+size] + ", or retracts " + text[start:start+size] +
		" where the speaker takes it back; what the archive had wrong is told in front matter, under corrections:"
}

// toStatement says whether a link leads to a statement, which is nobody.
func toStatement(ref dossier.Ref) bool { return strings.HasPrefix(ref.Fragment(), "^") }

// statementIn reports a statement in a list that stands behind a direction.
func (a *attribution) statementIn(list []dossier.Ref, word string) bool {
	i := slices.IndexFunc(list, toStatement)
	if i < 0 {
		return false
	}
	at := list[i].At
	link := "[[" + list[i].Target() + "#" + list[i].Fragment() + "]]"
	reportAt(a.doc, diag.Warning, "statement-as-actor", at, quoted(link)+" behind "+quoted(word)+" is a statement, and no name",
		"write the name; a statement stands after a comma: , "+beforeStatement(word+" "+link))
	return true
}

// saysWithdrawn says whether text is meant to take the statement back that it stands behind, and not one that it names.
func saysWithdrawn(text string) bool {
	if beforeStatement(text) != "" {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(strings.Trim(text, "[(*")), " ")
	return slices.Contains([]string{"withdrawn", "retracted", "removed", "deleted"}, strings.Trim(first, "])*.:"))
}

// withdrawal is what to write of a statement that is taken back. It looks for the id where it mostly stands.
func (a *attribution) withdrawal() string {
	id := "the-id"
	if at := pinnedAt(a.text[:min(len(a.text), maxLink)]); at >= 0 {
		id, _, _ = strings.Cut(a.text[at+1:], " ")
	}
	return "a statement is withdrawn in front matter, by its id: withdrawn: {" + strings.TrimRight(id, ".,;:") + ": {date: 2025-06-20, reason: the source took the report back}}"
}
