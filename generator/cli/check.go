package cli

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"

	"demarche/generator/build"
	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// checkCommand reports every mistake.
type checkCommand struct {
	Format    string `enum:"text,json,github" default:"text" help:"How problems are printed: ${enum}."`
	Prefix    string `placeholder:"PATH" help:"With --format github: the path from the repository's root to --source, where that is not the root."`
	Fix       bool   `help:"Write its id behind every statement that has none, so that its address stays."`
	Strict    bool   `help:"End with 1 for warnings too."`
	Sources   string `placeholder:"DIR" help:"Folder with the texts of sources; content/sources/ by default."`
	Links     bool   `help:"Try the addresses of sources and attributions too: one after the other, with a pause between two of a host."`
	Private   bool   `help:"With --links: try addresses in private networks too."`
	Agreement string `placeholder:"DIR" type:"existingdir" help:"The folder that holds content/ of a second coder's copy of the site: on how many acts the two agree, and Krippendorff's alpha."`
	siteFlags
}

// Run looks at what is hidden too: an editor wants to hear of a mistake before
// it is shown. What is wrong only while it is hidden is reported as well.
func (k checkCommand) Run(ctx context.Context, p Process, c *commands) error {
	o := k.options(c)
	line := newProgress(p)
	defer line.clear()
	o.Progress = line.show
	var err error
	if o.Now, err = p.present(""); err != nil {
		return err
	}
	o.Drafts, o.Future, o.Expired, o.Check = true, true, true, true
	w, _, err := load(ctx, o)
	if err != nil {
		return err
	}
	defer w.Close()
	line.clear()
	if k.Fix {
		if err := p.pin(ctx, w); err != nil {
			return err
		}
	}
	compared, unsaved := w.CompareQuotations(ctx, k.Sources) // where nothing can be written, what was found is told all the same
	if unsaved != nil && !compared.Any() {
		return unsaved
	}
	site, err := w.Load(ctx)
	if err != nil {
		return err
	}
	located, codes, untried, err := k.look(ctx, w, o, site)
	if err != nil {
		return err
	}
	line.clear()
	if err := k.print(p, located, codes); err != nil {
		return err
	}
	problems := make([]diag.Problem, len(located))
	for i := range located {
		problems[i] = located[i].Problem
	}
	summarize(p, compared, site.Archive, problems)
	if err := cmp.Or(interrupted(untried, "not all addresses were tried"), unsaved); err != nil {
		return err
	}
	if stops(problems, k.Strict) {
		return errProblems
	}
	return nil
}

// look finds what is wrong, and compares the acts of a second coder where that is asked for. Where somebody interrupted it while it
// tried links, untried is why, and what was found until then is told.
func (k checkCommand) look(ctx context.Context, w *build.Workspace, o build.Options, site *build.Site) (located []build.Located, codes *comparedCodes, untried, err error) {
	more := w.ProblemsAsPublished()
	if k.Links {
		var dead []diag.Problem
		dead, untried = w.TryLinks(ctx, k.Private)
		more = append(more, dead...)
	}
	if k.Agreement == "" || untried != nil {
		return w.Locate(site.ProblemsWith(more)), nil, untried, nil
	}
	if codes, err = k.compareCodes(ctx, o, site.Archive); err != nil {
		return nil, nil, nil, err
	}
	return append(w.Locate(site.ProblemsWith(append(more, codes.problems...))), codes.there...), codes, nil, nil
}

// pin writes ids down, and reads the site again.
func (p Process) pin(ctx context.Context, w *build.Workspace) error {
	pinned, err := w.PinIDs()
	fmt.Fprintf(p.Stderr, "%s written into %s\n", counted(pinned.IDs, "id"), counted(pinned.Files, "file"))
	if err != nil {
		return err
	}
	_, err = w.Load(ctx)
	return err
}

// summarize says what came of comparing quotations, if there were any, how many addresses may change, and what came of the whole.
func summarize(p Process, c build.Compared, a *dossier.Archive, problems []diag.Problem) {
	if c.Any() {
		fmt.Fprintf(p.Stderr, "quotations: %s found and %s not found in %s; of %s the text is not at hand\n",
			grouped(c.Found), grouped(c.Missing), counted(c.Texts, "text"), grouped(c.Elsewhere))
	}
	if c.SumsChange {
		fmt.Fprintln(p.Stderr, "content/sources.sum has changed: commit it with the digests")
	}
	if n := nameless(a); n > 0 {
		fmt.Fprintf(p.Stderr, "published without a ^id, so that the address changes with the words: %s; check --fix writes ids down\n", counted(n, "statement"))
	}
	fmt.Fprintf(p.Stderr, "%s, %s, %s: %s\n", counted(len(a.Digests), "digest"), counted(len(a.Statements), "statement"),
		counted(len(a.Actors), "actor"), counts(problems))
}

// nameless counts the statements that are published under an address made of their words.
func nameless(a *dossier.Archive) int {
	n := 0
	for _, s := range a.Statements {
		if !s.Pinned && s.Withdrawn == "" && s.Digest.Unpublished == "" {
			n++
		}
	}
	return n
}

// print writes problems as text to standard error, and what another program reads, or was asked for, to standard output. codes is nil
// where none were compared.
func (k checkCommand) print(p Process, problems []build.Located, codes *comparedCodes) error {
	if k.Format == "json" && codes != nil {
		return printAsJSON(p.Stdout, jsonCompared{jsonProblems(problems), codes.json()})
	}
	if err := k.printProblems(p, problems); err != nil || codes == nil {
		return err
	}
	return codes.print(p.Stdout)
}

func (k checkCommand) printProblems(p Process, problems []build.Located) error {
	switch k.Format {
	case "json":
		return printAsJSON(p.Stdout, jsonProblems(problems))
	case "github":
		prefix := ""
		if k.Prefix != "" {
			prefix = path.Clean(k.Prefix) + "/"
		}
		return printAnnotations(p.Stdout, prefix, problems)
	default:
		return printProblems(p.Stderr, gathered(problems))
	}
}

// gathered tells of many sources without an archived copy by the first: they drown what matters more. Each is in the other formats,
// which are for programs and for lines of a diff.
func gathered(problems []build.Located) []build.Located {
	const few, code = 3, "not-archived"
	isOne := func(p build.Located) bool { return p.Code == code }
	first := slices.IndexFunc(problems, isOne)
	rest := slices.DeleteFunc(slices.Clone(problems[first+1:]), isOne)
	n := len(problems) - first - len(rest)
	if first < 0 || n <= few {
		return problems
	}
	one := problems[first]
	one.Text = counted(n, "source") + " have no archived copy, first this one"
	one.Hint = "check --format json names each; " + one.Hint
	return slices.Concat(problems[:first], []build.Located{one}, rest)
}
