package build

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/sync/errgroup"

	"demarche/generator/collate"
	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/intake"
	"demarche/generator/near"
	"demarche/generator/source"
)

// Compared counts what CompareQuotations did.
type Compared struct {
	Texts      int // that were at hand
	Found      int
	Missing    int
	Elsewhere  int  // quotations whose text is not at hand
	SumsChange bool // content/sources.sum was written
}

// Any says whether there are quotations that could be compared at all.
func (c Compared) Any() bool { return c.Found+c.Missing+c.Elsewhere > 0 }

// CompareQuotations compares every quotation of the last Load with the text of its
// source, where that is at hand in the folder dir, or with "" in content/sources/, and writes
// content/sources.sum where it says otherwise. What was not found is among the problems of the next Load,
// also where that file could not be written, which is the error then.
func (w *Workspace) CompareQuotations(ctx context.Context, dir string) (Compared, error) {
	texts, err := w.disk.Texts(dir)
	if err != nil {
		return Compared{}, err
	}
	defer texts.Close()
	groups := grouped(w.last.site.Archive)
	if len(groups) == 0 {
		return Compared{}, nil
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, g := range groups {
		group.Go(func() error {
			g.compare(texts, fileLimit(w.parseWith))
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return Compared{}, err
	}
	w.noteAbsent(w.last.site.Archive, texts, groups)
	return w.conclude(groups)
}

// absent is what Load tells of texts that are not there where nothing was compared: it reads none of them, and only lists content/sources/.
// The problems are by the key of a statement.
func (w *Workspace) absent(a *dossier.Archive) map[string][]diag.Problem {
	texts, err := w.disk.Texts("")
	if err != nil { // an empty name is that of a folder of the site, which is open
		return nil
	}
	groups := grouped(a)
	if len(groups) == 0 {
		return nil
	}
	told := map[string][]diag.Problem{}
	w.noteAbsent(a, texts, groups)
	for _, g := range groups {
		if g.trouble != nil {
			told[g.statements[0].Key()] = []diag.Problem{*g.trouble}
		}
	}
	return told
}

// noteAbsent finds the texts that sources name and that are not there, in a folder that holds others, and which one was
// meant. Where no text is kept, as on another machine, nothing is said, nor where the sums tell that the
// text was there.
func (w *Workspace) noteAbsent(a *dossier.Archive, texts *disk.Texts, groups []*textGroup) {
	w.told = map[string]bool{}
	all := texts.Names()
	if len(all) == 0 {
		return
	}
	named := map[string]bool{}
	for _, d := range a.Digests {
		for _, s := range d.Meta.Sources {
			named[s.Text] = true
		}
	}
	spare := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return named[name] })
	alike := sync.OnceValue(func() map[string][]string { // names of the same figures
		alike := map[string][]string{}
		for _, name := range all {
			alike[figures(name)] = append(alike[figures(name)], name)
		}
		return alike
	})
	effort := near.Enough
	for _, g := range groups {
		if g.there || g.trouble != nil || texts.Has(g.name) || w.vouched(g) {
			continue
		}
		meant, hint := effort.Word(g.name, spare), "put the text there, or correct its name"
		if meant == "" && w.known(g) {
			continue // the words may have changed, which is told
		}
		if meant == "" {
			meant = effort.Word(g.name, alike()[figures(g.name)])
		}
		if meant != "" {
			hint = "did you mean " + meant + "?"
		}
		w.told[g.name] = true
		s := g.statements[0]
		g.trouble = &diag.Problem{
			Severity: diag.Warning,
			Code:     "no-text",
			At:       s.Source.TextAt.In(s.Digest.Path),
			Text:     "there is no text " + texts.PathOf(g.name) + ", so the quotations from it are not compared",
			Hint:     hint,
		}
	}
}

// vouched says whether words from a text, as they are, were compared with it somewhere.
func (w *Workspace) vouched(g *textGroup) bool {
	return slices.ContainsFunc(g.statements, func(s *dossier.Statement) bool {
		lines, _ := w.sums.lines(s)
		_, changed := judge(lines, wordsSum(s))
		return !changed
	})
}

// known says whether statements from a text were compared with one, as they were then.
func (w *Workspace) known(g *textGroup) bool {
	return slices.ContainsFunc(g.statements, func(s *dossier.Statement) bool {
		lines, _ := w.sums.lines(s)
		return len(lines) > 0
	})
}

// figures are the digits of a name: those that have others are of different articles.
func figures(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

// conclude writes the sums and keeps what is to be told.
func (w *Workspace) conclude(groups []*textGroup) (Compared, error) {
	var done Compared
	var list []collate.Sum
	compared := map[string]bool{}
	w.findings = map[string][]diag.Problem{}
	for _, g := range groups {
		if !g.there {
			done.Elsewhere += len(g.statements)
			for i, s := range g.statements {
				compared[s.Key()] = true
				lines, _ := w.sums.lines(s)
				list = append(list, lines...)
				if i == 0 && g.trouble != nil {
					w.findings[s.Key()] = []diag.Problem{*g.trouble}
				}
			}
			continue
		}
		done.Texts++
		for i, s := range g.statements {
			key := s.Key()
			compared[key] = true
			list = append(list, collate.Sum{Key: key, Words: wordsSum(s), Text: g.sum, Outcome: g.outcomes[i]})
			if g.outcomes[i] == collate.Missing {
				done.Missing++
			} else {
				done.Found++
			}
			if len(g.problems[i]) > 0 {
				w.findings[key] = g.problems[i]
			}
		}
	}
	var err error
	if done.Texts > 0 {
		done.SumsChange, err = w.writeSums(list, compared)
	}
	w.last = nil // another Load tells what was found
	return done, err
}

// textGroup is a text with the statements that are from it.
type textGroup struct {
	name       string
	statements []*dossier.Statement
	there      bool
	trouble    *diag.Problem
	sum        string
	outcomes   []collate.Outcome
	problems   [][]diag.Problem
}

// grouped are the statements that can be compared, by text.
func grouped(a *dossier.Archive) []*textGroup {
	byName := map[string]*textGroup{}
	var groups []*textGroup
	for _, d := range a.Digests {
		for _, s := range d.Statements {
			if !isCompared(s) {
				continue
			}
			g := byName[s.Source.Text]
			if g == nil {
				g = &textGroup{name: s.Source.Text}
				byName[g.name] = g
				groups = append(groups, g)
			}
			g.statements = append(g.statements, s)
		}
	}
	return groups
}

// compare compares all statements of a text with it, if it is at hand.
func (g *textGroup) compare(texts *disk.Texts, limit int64) {
	file, there, trouble := texts.Read(g.name, limit)
	if at := source.InvalidUTF8(file.Text); at >= 0 {
		g.trouble = g.notUTF8(texts, file.Text, at)
		return
	}
	if g.trouble = trouble; trouble != nil {
		trouble.At.Path = texts.PathOf(g.name)
		return
	}
	if g.there = there; !there {
		return
	}
	text := collate.New(intake.TextOf(g.name, string(file.Text)))
	g.sum = collate.SumOf(string(file.Text))
	g.outcomes = make([]collate.Outcome, len(g.statements))
	g.problems = make([][]diag.Problem, len(g.statements))
	for i, s := range g.statements {
		g.outcomes[i], g.problems[i] = compareStatement(text, s)
	}
}

// notUTF8 reports the first byte of a text that is not UTF-8; of one beside the site, whose lines are not found later, where the
// digest names it.
func (g *textGroup) notUTF8(texts *disk.Texts, text []byte, at int) *diag.Problem {
	p := &diag.Problem{Severity: diag.Error, Code: "not-utf8", Text: "the text is not UTF-8 here", Hint: "save it as UTF-8"}
	if !texts.Beside() {
		p.At = source.Span{Path: texts.PathOf(g.name), Start: at, End: at + 1}
		return p
	}
	s, where := g.statements[0], source.NewPlaces(text).Locate(at)
	p.At = s.Source.TextAt.In(s.Digest.Path)
	p.Text = fmt.Sprintf("the text %s is not UTF-8 in line %d, column %d", texts.PathOf(g.name), where.Line, where.Column)
	return p
}

// writeSums writes the sums where they are others than before. Those of statements that there are
// no more are left out, unless a file that cannot be read may hold them.
func (w *Workspace) writeSums(list []collate.Sum, compared map[string]bool) (written bool, err error) {
	if !w.last.isWhole(w.last.site.Archive) {
		for _, sum := range w.sums.list {
			if !compared[sum.Key] {
				list = append(list, sum)
			}
		}
	}
	text := collate.FormatSums(list)
	if w.sums.there && slices.Equal(text, w.sums.file.Text) || !w.sums.there && len(text) == 0 {
		return false, nil
	}
	err = w.disk.WriteSums(w.sums.file, w.sums.there, text)
	return err == nil, err
}
