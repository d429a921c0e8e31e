package cli

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/escape"
	"demarche/generator/intake"
)

// tellAlike names actors that may be one, or several joined in one name, one of whom only the new files name, and returns how many pairs they are. What was told as a name of several is not told again. The file that stays is the fuller name's, unless only the other has one.
func (p Process) tellAlike(actors []*dossier.Actor, isNew map[string]bool, told []diag.Problem) int {
	actors = slices.Clone(actors)
	slices.SortStableFunc(actors, func(a, b *dossier.Actor) int { return len(b.Digests) - len(a.Digests) })
	var names []string
	byName, newNames := map[string]*dossier.Actor{}, map[string]bool{}
	for _, a := range actors {
		names = append(names, a.Name)
		byName[a.Name] = a
		first := a.Named.Path
		if a.Doc != nil {
			first = a.Doc.Path
		}
		if isNew[first] && !slices.ContainsFunc(a.Digests, func(d *dossier.Digest) bool { return !isNew[d.Path] }) {
			newNames[a.Name] = true
		}
	}
	pairs := slices.DeleteFunc(intake.Alike(names, newNames), func(pair intake.Pair) bool {
		return pair.Several() && slices.ContainsFunc(told, func(t diag.Problem) bool {
			return t.Code == "one-name" && strings.HasPrefix(t.Text, `"`+pair.Keep+`" `)
		})
	})
	for _, pair := range pairs {
		if pair.Several() {
			fmt.Fprintf(p.Stderr, "“%s” is one name, and “%s” is an actor\n", printable(pair.Keep), printable(pair.Other))
			fmt.Fprintf(p.Stderr, "  hint: if they are several actors, part their names by a semicolon in a table, and give each its brackets in a digest\n")
			continue
		}
		fmt.Fprintf(p.Stderr, "“%s” and “%s” may be one actor: %s\n", printable(pair.Keep), printable(pair.Other), pair.Why)
		keep, other := byName[pair.Keep], byName[pair.Other]
		if keep.Doc == nil && other.Doc != nil {
			keep, other = other, keep
		}
		file := "content/actors/" + keep.Name + ".md"
		if keep.Doc != nil {
			file = keep.Doc.Path
		}
		fmt.Fprintf(p.Stderr, "  hint: if they are, write aliases: %s into %s\n", printable(escape.YAMLList(other.Name)), printable(file))
	}
	return len(pairs)
}
