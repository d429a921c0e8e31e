package cli

import (
	"context"
	"fmt"
	"path"

	"demarche/generator/build"
)

// checkCommand reports every mistake.
type checkCommand struct {
	Format string `enum:"text,json,github" default:"text" help:"How problems are printed: ${enum}."`
	Prefix string `placeholder:"PATH" help:"With --format github: the path from the repository's root to --source, where that is not the root."`
	Fix    bool   `help:"Write its id behind every statement that has none, so that its address stays."`
	Strict bool   `help:"End with 1 for warnings too."`
	siteFlags
}

// Run looks at what is hidden too: an editor wants to hear of a mistake before it is shown.
func (k checkCommand) Run(ctx context.Context, p Process, c *commands) error {
	o := k.options(c)
	o.Now, o.Drafts, o.Future, o.Expired = p.Now, true, true, true
	w, site, err := load(ctx, o)
	if err != nil {
		return err
	}
	defer w.Close()
	if k.Fix {
		pinned, err := w.PinIDs()
		if err != nil {
			return err
		}
		fmt.Fprintf(p.Stderr, "%s written into %s\n", counted(pinned.IDs, "id"), counted(pinned.Files, "file"))
		if site, err = w.Load(ctx); err != nil {
			return err
		}
	}
	if err := k.print(p, w.Locate(site.Problems)); err != nil {
		return err
	}
	a := site.Archive
	fmt.Fprintf(p.Stderr, "%s, %s, %s: %s\n", counted(len(a.Digests), "digest"), counted(len(a.Statements), "statement"),
		counted(len(a.Actors), "actor"), counts(site.Problems))
	if stops(site.Problems, k.Strict) {
		return errProblems
	}
	return nil
}

// print writes text to standard error, and what another program reads to standard output.
func (k checkCommand) print(p Process, problems []build.Located) error {
	switch k.Format {
	case "json":
		return printJSON(p.Stdout, problems)
	case "github":
		prefix := ""
		if k.Prefix != "" {
			prefix = path.Clean(k.Prefix) + "/"
		}
		printAnnotations(p.Stdout, prefix, problems)
	default:
		printProblems(p.Stderr, problems)
	}
	return nil
}
