package build

import (
	"context"
	"errors"
	"fmt"
	"time"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/history"
	"demarche/generator/source"
)

// digestFolder is where the files lie of which the history is read.
const digestFolder = "content/digests"

// past is what the repository says of the files, or why it says nothing.
type past struct {
	history *history.History // nil where there is none
	failure error
}

// problems tell why days are not known that could be. Where the site is to be published, a Git that was too slow is an
// error: no clock decides what is.
func (p past) problems(published bool) []diag.Problem {
	problem := diag.Problem{At: source.Span{Path: digestFolder}}
	switch {
	case errors.Is(p.failure, history.ErrSlow):
		problem.Severity, problem.Code = diag.Warning, "slow-history"
		if published {
			problem.Severity = diag.Error
		}
		problem.Text = "the repository does not say in time when statements were recorded: " + p.failure.Error()
		problem.Hint = "build again when the machine has less to do; git gc lets Git find its history faster"
	case errors.Is(p.failure, history.ErrNoGit):
		problem.Severity, problem.Code = diag.Note, "no-git"
		problem.Text = "nobody knows when statements were recorded: " + p.failure.Error()
		problem.Hint = "install Git, so that git --version works here; GitHub Desktop has one of its own, which no other program finds"
	case p.failure != nil:
		problem.Severity, problem.Code = diag.Warning, "no-history"
		problem.Text = "the repository does not say when statements were recorded: " + p.failure.Error()
		problem.Hint = "ask git log about this folder; pages leave these days out"
	case p.history != nil && p.history.Shallow:
		problem.Severity, problem.Code = diag.Note, "shallow-history"
		problem.Text = "this clone has only the newest commits, so that nobody knows when statements were recorded"
		problem.Hint = "fetch all of them: fetch-depth: 0 for actions/checkout, git fetch --unshallow elsewhere"
	default:
		return nil
	}
	return []diag.Problem{problem}
}

// readPast reads the history, unless it is as it was.
func readPast(ctx context.Context, dir string, last past) past {
	h, err := history.Read(ctx, dir, digestFolder, last.history)
	return past{h, err}
}

// same says whether the other tells the same.
func (p past) same(other past) bool {
	if p.failure != nil && other.failure != nil {
		return p.failure.Error() == other.failure.Error()
	}
	return p == other
}

// beginPast begins to read the history while files are read, and returns what waits for it. Who is to be
// told when there is more does not wait, and has what was read before.
func (w *Workspace) beginPast(ctx context.Context) func() past {
	last := w.past
	if w.options.Noticed == nil && errors.Is(last.failure, history.ErrSlow) {
		return func() past { return last } // a command that reads the site twice waits for Git once
	}
	dir := w.Dir()
	if w.options.Noticed == nil {
		done := make(chan past, 1)
		go func() { done <- readPast(ctx, dir, last) }()
		return func() past { return <-done }
	}
	if found, done := w.behind.take(); done {
		last = found
	}
	w.behind.begin(func(ctx context.Context) (found past, more bool) {
		found = readPast(ctx, dir, last)
		return found, !found.same(last) && ctx.Err() == nil
	}, w.options.Noticed)
	return func() past { return last }
}

// LookBack asks the repository again, where who is to be told when there is more does not wait for it: a commit alone
// changes no file. One that failed is asked again by the next Load.
func (w *Workspace) LookBack(ctx context.Context) {
	if w.options.Noticed != nil && w.past.failure == nil {
		w.past = w.beginPast(ctx)()
	}
}

// behind is the one reading of the history that goes on behind a preview.
type behind struct {
	ctx    context.Context
	cancel context.CancelFunc
	busy   bool
	found  chan past // of one
}

func (b *behind) open() {
	b.ctx, b.cancel = context.WithCancel(context.Background())
	b.found = make(chan past, 1)
}

// begin reads, unless that is going on, and calls noticed if there is more than before.
func (b *behind) begin(read func(context.Context) (found past, more bool), noticed func()) {
	if b.busy {
		return
	}
	b.busy = true
	go func() {
		found, more := read(b.ctx)
		b.found <- found
		if more {
			noticed()
		}
	}()
}

// take returns what was found, once.
func (b *behind) take() (past, bool) {
	select {
	case found := <-b.found:
		b.busy = false
		return found, true
	default:
		return past{}, false
	}
}

// close waits until nothing is read any more.
func (b *behind) close() {
	b.cancel()
	if b.busy {
		<-b.found
		b.busy = false
	}
}

// record says of each digest and statement when it was recorded, where its file does not say so itself. Days after now, unless that
// is zero, and those before something was said are left out, and told.
func record(a *dossier.Archive, h *history.History, now time.Time) []diag.Problem {
	var problems []diag.Problem
	days := map[history.Day]edtf.Civil{}
	civil := func(day history.Day) edtf.Civil {
		c, known := days[day]
		if !known {
			c = edtf.CivilAt(day.Time())
			days[day] = c
		}
		return c
	}
	none := edtf.Civil{}
	for _, d := range a.Digests {
		file, known := h.File(d.Path)
		if !known || d.Recorded != none && d.Meta.Recorded[0].ID == "" {
			continue
		}
		wrong := 0
		take := func(day history.Day, to *edtf.Civil, later func(edtf.Civil) bool) {
			switch c := civil(day); {
			case !now.IsZero() && day.Time().After(now), later(c):
				wrong++
			case *to == none || c.Before(*to):
				*to = c
			}
		}
		if day, known := file.Added(); known {
			take(day, &d.Recorded, d.When.SurelyAfter)
		}
		for _, s := range d.Statements {
			if day, known := recordedDay(file, s); known && s.Recorded == none {
				take(day, &s.Recorded, s.SaidAfter)
			}
		}
		if wrong > 0 {
			problems = append(problems, impossible(d, wrong))
		}
	}
	return problems
}

// impossible tells of days of a digest that the repository has from clocks that were wrong.
func impossible(d *dossier.Digest, days int) diag.Problem {
	return diag.Problem{
		At: source.Span{Path: d.Path}, Severity: diag.Warning, Code: "impossible-history",
		Text: fmt.Sprintf("%d of its days in the repository are after today or before something was said", days),
		Hint: "write recorded: 2025-06-19 with the day on which it came into this archive; pages leave these days out",
	}
}

// recordedDay is the first day of the line with a statement's id, or with one that it had. Without an id it is that of all of its lines: of its words too,
// since one attribution may stand below several.
func recordedDay(f history.File, s *dossier.Statement) (history.Day, bool) {
	lines := s.Digest.LinesOf(s.Quote)
	if !s.Pinned {
		return f.Quoted(lines)
	}
	day, known := f.Named(s.ID, lines)
	for _, id := range s.Former {
		if former, was := f.Named(id, lines); was && (!known || former < day) {
			day, known = former, true
		}
	}
	return day, known
}
