package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"demarche/generator/build"
	"demarche/generator/coding"
	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
)

// comparedCodes are the codes of a site's statements and of a second coder's copy of it. Of two numbers and two lists
// the first is here, the second there.
type comparedCodes struct {
	units    []coding.Unit
	problems []diag.Problem  // a note for each statement that the two coded differently
	there    []build.Located // what is wrong in the copy and changes what is compared
	alone    [2][]string     // the statements that only one of them has: "talks#^later"
	uncoded  [2]int          // units for which no act is written
	unknown  int             // statements left out, because a tag may be meant for their act
	reports  int             // likewise, because they are other reports of a statement
}

// compareCodes loads the second coder's site, which lies in another folder, and compares its acts
// with ours. Statements are the same if their digest and id are.
func (k checkCommand) compareCodes(ctx context.Context, o build.Options, ours *dossier.Archive) (*comparedCodes, error) {
	here := o.Source
	o.Source = k.Agreement
	w, other, err := load(ctx, o)
	if none, ok := errors.AsType[*disk.NoContentError](err); ok {
		return nil, usageError{fmt.Errorf("--agreement: there is no content/ in %s; DIR is the folder that holds the content/ of the second coder", none.Dir)}
	}
	if err != nil {
		return nil, err
	}
	defer w.Close()
	made := &comparedCodes{there: problemsThere(w, other, here, k.Agreement)}
	made.compare(ours, other.Archive)
	return made, nil
}

func (c *comparedCodes) compare(ours, others *dossier.Archive) {
	theirs := make(map[string]*dossier.Statement, len(others.Statements))
	for _, s := range others.Statements {
		theirs[s.Key()] = s
	}
	for _, s := range ours.Statements {
		if t := theirs[s.Key()]; t != nil {
			c.add(s, t)
			delete(theirs, s.Key())
		} else if s.Withdrawn == "" {
			c.alone[0] = append(c.alone[0], bracketed(s))
		}
	}
	for _, t := range others.Statements {
		if theirs[t.Key()] != nil && t.Withdrawn == "" {
			c.alone[1] = append(c.alone[1], bracketed(t))
		}
	}
}

// bracketed is a statement as brackets have it.
func bracketed(s *dossier.Statement) string { return s.Digest.Slug + "#^" + s.ID }

// problemsThere are the errors of the second coder's site, and its tags that may be meant for an act. Their paths are as ours
// are: from the folder here.
func problemsThere(w *build.Workspace, other *build.Site, here, there string) []build.Located {
	located := w.Locate(slices.DeleteFunc(slices.Clone(other.Problems), func(p diag.Problem) bool {
		return p.Severity != diag.Error && p.Code != "unknown-tag"
	}))
	if full, err := filepath.Abs(here); err == nil {
		if way, err := filepath.Rel(full, there); err == nil {
			there = way
		}
	}
	for i := range located {
		p := &located[i]
		p.At.Path = filepath.ToSlash(filepath.Join(there, p.At.Path))
		for j := range p.Related {
			p.Related[j].At.Path = filepath.ToSlash(filepath.Join(there, p.Related[j].At.Path))
		}
	}
	return located
}

// add compares a statement that both have.
func (c *comparedCodes) add(s, t *dossier.Statement) {
	switch {
	case s.Withdrawn != "" || t.Withdrawn != "":
		return
	case s.SameAs != nil || t.SameAs != nil:
		c.reports++
		return
	case unknownAct(s) || unknownAct(t):
		c.unknown++
		return
	}
	for i, each := range []*dossier.Statement{s, t} {
		if len(each.Acts) == 0 {
			c.uncoded[i]++
		}
	}
	unit := coding.Unit{First: actsOf(s), Second: actsOf(t)}
	c.units = append(c.units, unit)
	if slices.Equal(unit.First, unit.Second) {
		return
	}
	c.problems = append(c.problems, diag.Problem{
		Severity: diag.Note, Code: "act-differs", At: s.Attr.In(s.Digest.Path),
		Text: fmt.Sprintf("%s here, %s there", strings.Join(unit.First, " and "), strings.Join(unit.Second, " and ")),
		Hint: "read both tests at /acts/ again, agree, and name who did under reviewed_by",
	})
}

// unknownAct says whether no act of a statement is known, but a tag may be meant for one.
func unknownAct(s *dossier.Statement) bool { return len(s.Acts) == 0 && s.StrangeTag }

func actsOf(s *dossier.Statement) []string {
	if s.Act2 == nil {
		return []string{s.Act.Name}
	}
	return []string{s.Act.Name, s.Act2.Name}
}
