package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// listCommand shows what content holds.
type listCommand struct {
	What string `arg:"" optional:"" enum:"all,digests,actors,named,topics,hidden" default:"all" help:"One of all, digests, actors, named (actors without a file), topics, hidden."`
	siteFlags
	hiddenFlags
}

// Run prints one table for each thing asked for.
func (l listCommand) Run(ctx context.Context, p Process, c *commands) error {
	o := l.options(c)
	if err := l.apply(p, &o); err != nil {
		return err
	}
	w, site, err := load(ctx, o)
	if err != nil {
		return err
	}
	defer w.Close()
	table := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, t := range []struct {
		name  string
		print func(io.Writer, *dossier.Archive)
	}{
		{"digests", listDigests},
		{"actors", listActors},
		{"named", listNamed},
		{"topics", listTopics},
		{"hidden", listHidden},
	} {
		if l.What == "all" || l.What == t.name {
			t.print(table, site.Archive)
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if diag.Count(site.Problems, diag.Error)+diag.Count(site.Problems, diag.Warning) > 0 {
		fmt.Fprintf(p.Stderr, "%s; %s check lists them\n", counts(site.Problems), p.again(c))
	}
	return nil
}

func listDigests(w io.Writer, a *dossier.Archive) {
	fmt.Fprintf(w, "DIGESTS (%d)\tDATE\tSTATEMENTS\tTITLE\n", len(a.Digests))
	for _, d := range a.Digests {
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\n", printable(d.Path), d.When, len(d.Statements), printable(d.Title))
	}
	fmt.Fprintln(w)
}

func listActors(w io.Writer, a *dossier.Archive) {
	fmt.Fprintf(w, "ACTORS\tKIND\tSAID\tADDRESSED\tDIGESTS\tFILE\n")
	for _, actor := range a.Actors {
		file := "only named"
		if actor.Doc != nil {
			file = actor.Doc.Path
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%s\n", printable(actor.Name), cmp.Or(actor.Kind, "-"),
			len(actor.Said), len(actor.Addressed), len(actor.Digests), printable(file))
	}
	fmt.Fprintln(w)
}

func listNamed(w io.Writer, a *dossier.Archive) {
	fmt.Fprintf(w, "ONLY NAMED\tDIGESTS\tFIRST IN\tTO GIVE IT A FILE\n")
	for _, actor := range a.Actors {
		if actor.Doc == nil {
			fmt.Fprintf(w, "%s\t%d\t%s\tnew actor %s\n", printable(actor.Name), len(actor.Digests), printable(actor.Named.Path), argument(actor.Name))
		}
	}
	fmt.Fprintln(w)
}

// argument is a name behind a command that is pasted into a shell. Behind two hyphens nothing is a flag.
func argument(name string) string {
	if strings.HasPrefix(name, "-") {
		return "-- " + shellWord(name)
	}
	return shellWord(name)
}

func listTopics(w io.Writer, a *dossier.Archive) {
	fmt.Fprintf(w, "TOPICS (%d)\tSTATEMENTS\tDIGESTS\tNAME\n", len(a.Topics))
	for _, t := range a.Topics {
		fmt.Fprintf(w, "%s\t%d\t%d\t%s\n", t.Slug, len(t.Statements), len(t.Digests), printable(t.Name))
	}
	fmt.Fprintln(w)
}

// listHidden lists what is hidden, and what only a flag of this very command shows.
func listHidden(w io.Writer, a *dossier.Archive) {
	for _, t := range []struct {
		name string
		docs []dossier.Hidden
	}{{"HIDDEN", a.Hidden}, {"SHOWN BY A FLAG", a.Flagged}} {
		if t.name != "HIDDEN" && len(t.docs) == 0 {
			continue
		}
		fmt.Fprintf(w, "%s (%d)\tWHY\tSHOWN WITH\n", t.name, len(t.docs))
		for _, h := range t.docs {
			fmt.Fprintf(w, "%s\t%s\t%s\n", printable(h.Doc.Path), h.Why, h.Flag)
		}
		fmt.Fprintln(w)
	}
}
