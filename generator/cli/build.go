package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"demarche/generator/build"
	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// buildCommand writes the site.
type buildCommand struct {
	Destination string `short:"d" placeholder:"DIR" help:"Folder to write to; public/ in --source by default."`
	Shard       shard  `placeholder:"I/N" help:"Write only the I-th of N parts, which together are the site, for several machines; -d names a folder for it."`
	Strict      bool   `help:"Let warnings stop the build too."`
	CPUProfile  string `name:"cpuprofile" hidden:"" placeholder:"FILE" help:"Write what the CPU was used for, as go tool pprof reads it."`
	siteFlags
	hiddenFlags
}

// Run builds the site, unless a problem stops it before anything is written.
func (b buildCommand) Run(ctx context.Context, p Process, c *commands) error {
	began := time.Now()
	collectBy(buildSlack, p.Env)
	line := newProgress(p)
	defer line.clear()
	if b.Shard.Count > 0 && b.Destination == "" {
		return usageError{errors.New("--shard: name a folder for this part with -d; in public/ it would take the place of the whole site")}
	}
	o := b.options(c)
	o.Progress = line.show
	if err := b.apply(p, &o); err != nil {
		return err
	}
	ended, err := profile(b.CPUProfile)
	if err != nil {
		return err
	}
	defer ended()
	w, site, err := load(ctx, o)
	if err != nil {
		return err
	}
	defer w.Close()
	line.clear()
	printProblems(p.Stderr, pressing(w.Locate(site.Problems)))
	if stops(site.Problems, b.Strict) {
		strict := ""
		if diag.Count(site.Problems, diag.Error) == 0 {
			strict = ", and --strict is on"
		}
		fmt.Fprintf(p.Stderr, "demarche: nothing was written: %s%s\n", counts(site.Problems), strict)
		return errProblems
	}
	own := filepath.Join(w.Dir(), "public")
	if b.Destination, err = filepath.Abs(cmp.Or(b.Destination, own)); err != nil {
		return fmt.Errorf("finding the destination: %w", err)
	}
	report, err := w.Publish(ctx, site, build.Shard(b.Shard), b.Destination)
	if err != nil {
		return err
	}
	line.clear()
	b.summarize(p, site, report, time.Since(began))
	fmt.Fprintf(p.Stdout, "next: %s serve previews it; %s\n", p.again(c), b.publishing(b.Destination == own && w.PublishesByPush()))
	if warning := tooLarge(report.Bytes, site.Archive.Site.StatementPages); warning != "" {
		fmt.Fprintf(p.Stderr, "demarche: warning: %s\n", warning)
	}
	return nil
}

// pagesLimit is the size of a site that GitHub Pages takes, in bytes.
const pagesLimit = 1_000_000_000

// tooLarge says what to do about a site that GitHub Pages does not take, else "".
func tooLarge(bytes int64, statementPages bool) string {
	if bytes <= pagesLimit {
		return ""
	}
	advice := "publish it on another host"
	if statementPages {
		advice = "write statement_pages: false in content/index.md, or " + advice
	}
	return fmt.Sprintf("the site has %.2f GB, and GitHub Pages takes 1 GB; %s", float64(bytes)/1e9, advice)
}

// stops says whether the problems keep a site from being published.
func stops(problems []diag.Problem, strict bool) bool {
	return diag.Count(problems, diag.Error) > 0 || strict && diag.Count(problems, diag.Warning) > 0
}

// counts is "2 errors, 1 warning".
func counts(problems []diag.Problem) string {
	return counted(diag.Count(problems, diag.Error), "error") + ", " + counted(diag.Count(problems, diag.Warning), "warning")
}

// summarize prints what was built, what is wrong, what is hidden, and where it is.
func (b buildCommand) summarize(p Process, site *build.Site, r build.Report, took time.Duration) {
	a := site.Archive
	fmt.Fprintf(p.Stdout, "%s, %s, %s, %s\n", counted(len(a.Digests), "digest"), counted(len(a.Statements), "statement"),
		counted(len(a.Actors), "actor"), counted(r.Pages, "page"))
	fmt.Fprintf(p.Stdout, "%s: %s written, %s as before, %s removed\n", counted(r.Written+r.Unchanged, "file"), grouped(r.Written), grouped(r.Unchanged), grouped(r.Removed))
	if told := goneInWords(r.Gone); told != "" {
		fmt.Fprintf(p.Stdout, "gone: %s; write an address under the aliases of the page that it leads to now (of a statement with its id, /digests/old/old-id/#id, of a thread with that of its first, /digests/old/old-id/thread/#id; a conversation follows the old addresses and names of its parties), or withdraw what was published\n", told)
	}
	fmt.Fprintf(p.Stdout, "problems: %s\n", counts(site.Problems))
	fmt.Fprintf(p.Stdout, "hidden: %s\n", hiddenInWords(a.Hidden))
	fmt.Fprintf(p.Stdout, "built in %s: %s, for %s\n", took.Round(time.Millisecond), printable(b.Destination), printable(a.Site.BaseURL))
}

// goneInWords is "/digests/talks/, /digests/talks/no-reeds/ and 3 more". Many are named: the next build no longer knows of them.
func goneInWords(routes []string) string {
	const most = 50
	told := strings.Join(routes[:min(most, len(routes))], ", ")
	if more := len(routes) - most; more > 0 {
		told += " and " + grouped(more) + " more"
	}
	return printable(told)
}

// publishing says how what was written is published. byPush tells that a push does it.
func (b buildCommand) publishing(byPush bool) string {
	switch {
	case b.Shard.Count > 0:
		return fmt.Sprintf("all %d parts, copied into one folder, are the site", b.Shard.Count)
	case byPush:
		return "a push to GitHub publishes it"
	}
	return "copy that folder to any static host to publish it (README, Publish)"
}

// hiddenInWords is "nothing" or "2 drafts (-D), 1 future file (-F); the flag shows them, list names them".
func hiddenInWords(hidden []dossier.Hidden) string {
	var parts []string
	for _, kind := range []struct{ flag, one string }{
		{"-D", "draft"},
		{"-F", "future file"},
		{"-E", "expired file"},
	} {
		n := 0
		for _, h := range hidden {
			if h.Flag == kind.flag {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s (%s)", counted(n, kind.one), kind.flag))
		}
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, ", ") + "; the flag shows them, list names them"
}
