package build

import (
	"context"
	"runtime"
	"slices"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"demarche/generator/collate"
	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/near"
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
// content/sources.sum where it says otherwise. What was not found is among the problems of the next Load.
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
			g.compare(texts, w.fileLimit())
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return Compared{}, err
	}
	w.misspelled(texts, groups)
	return w.conclude(groups)
}

// misspelled finds the text that was meant where none has the name that a source gives: one
// that no source names.
func (w *Workspace) misspelled(texts *disk.Texts, groups []*textGroup) {
	w.misnamed = map[string]bool{}
	isAbsent := func(g *textGroup) bool {
		s := g.statements[0]
		_, changed := judge(w.sums.of[s.Key()], wordsSum(s))
		return !g.there && g.trouble == nil && changed
	}
	if !slices.ContainsFunc(groups, isAbsent) {
		return
	}
	named := map[string]bool{}
	for _, d := range w.last.site.Archive.Digests {
		for _, s := range d.Meta.Sources {
			named[s.Text] = true
		}
	}
	spare := slices.DeleteFunc(texts.Names(), func(name string) bool { return named[name] })
	effort := near.Enough
	for _, g := range groups {
		if !isAbsent(g) {
			continue
		}
		if meant := effort.Word(g.name, spare); meant != "" {
			w.misnamed[g.name] = true
			s := g.statements[0]
			g.trouble = &diag.Problem{
				Severity: diag.Warning,
				Code:     "no-text",
				At:       s.Source.At.In(s.Digest.Path),
				Text:     "there is no text " + texts.PathOf(g.name),
				Hint:     "did you mean " + meant + "?",
			}
		}
	}
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
				list = append(list, w.sums.of[s.Key()]...)
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
	if trouble == nil && there && !utf8.Valid(file.Text) {
		trouble = &diag.Problem{Severity: diag.Error, Code: "bad-text", Text: "the text is not UTF-8", Hint: "save it as UTF-8"}
	}
	if g.trouble = trouble; trouble != nil {
		trouble.At.Path = texts.PathOf(g.name)
		return
	}
	if g.there = there; !there {
		return
	}
	text := collate.New(string(file.Text))
	g.sum = collate.SumOf(string(file.Text))
	g.outcomes = make([]collate.Outcome, len(g.statements))
	g.problems = make([][]diag.Problem, len(g.statements))
	for i, s := range g.statements {
		g.outcomes[i], g.problems[i] = compareStatement(text, s)
	}
}

// writeSums writes the sums where they are others than before. Those of statements that there are
// no more are left out, unless a file that cannot be read may hold them.
func (w *Workspace) writeSums(list []collate.Sum, compared map[string]bool) (written bool, err error) {
	if !w.last.isWhole() {
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
	return true, w.disk.WriteSums(w.sums.file, w.sums.there, text)
}
