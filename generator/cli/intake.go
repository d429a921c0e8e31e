package cli

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"demarche/generator/build"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/intake"
	"demarche/generator/source"
)

// importCommand makes digests and actors of other people's records.
type importCommand struct {
	TimelineJS importTimelineJS `cmd:"" name:"timelinejs" help:"A digest of each slide of a timeline in TimelineJS's JSON."`
	CSV        importCSV        `cmd:"" name:"csv" help:"Digests and statements of a table whose first row names its columns."`
	Hugo       importHugo       `cmd:"" help:"The Markdown of a folder of Hugo's, as it is."`
	Data       importData       `cmd:"" help:"The digests and actors of what another site of Demarche's publishes in /data/."`
	Article    importArticle    `cmd:"" help:"A draft digest of an article: what it quotes and reports, and who said it."`
}

type importTimelineJS struct {
	File string `arg:"" help:"The timeline, or - for standard input."`
}

type importCSV struct {
	File string `arg:"" help:"The table, or - for standard input."`
}

type importHugo struct {
	Dir string `arg:"" type:"existingdir" help:"The folder, such as content/events."`
}

type importData struct {
	Dir string `arg:"" type:"existingdir" help:"Folder with statements.json, actors.json and digests.json."`
}

// Run makes digests of slides.
func (i importTimelineJS) Run(ctx context.Context, p Process, c *commands) error {
	return p.importFile(ctx, c, i.File, intake.TimelineJS)
}

// Run makes digests of rows.
func (i importCSV) Run(ctx context.Context, p Process, c *commands) error {
	return p.importFile(ctx, c, i.File, intake.CSV)
}

// Run takes the files as they are.
func (i importHugo) Run(ctx context.Context, p Process, c *commands) error {
	files, left, err := disk.ReadFolder(i.Dir)
	if err != nil {
		return err
	}
	return p.takeIn(ctx, c, intake.Hugo(files, left))
}

// Run makes digests of a published record.
func (i importData) Run(ctx context.Context, p Process, c *commands) error {
	var lists [3][]byte
	for n, name := range []string{"statements.json", "actors.json", "digests.json"} {
		text, err := disk.ReadInput(filepath.Join(i.Dir, name), nil)
		if err != nil {
			return err
		}
		lists[n] = text
	}
	draft, err := intake.Record(lists[0], lists[1], lists[2])
	if err != nil {
		return err
	}
	return p.takeIn(ctx, c, draft)
}

func (p Process) importFile(ctx context.Context, c *commands, name string, read func([]byte) (intake.Draft, error)) error {
	text, err := disk.ReadInput(name, p.Stdin)
	if err != nil {
		return err
	}
	draft, err := read(text)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return p.takeIn(ctx, c, draft)
}

// takeIn writes the files of a draft, all or none, and tells what an editor should look at: what was
// not understood, what check says of the site now, and names that may be one
// actor's.
func (p Process) takeIn(ctx context.Context, c *commands, draft intake.Draft) error {
	if len(draft.Files) == 0 {
		return fmt.Errorf("nothing in it could be made a digest")
	}
	site, err := disk.Open(c.Source)
	if err != nil {
		return err
	}
	defer site.Close()
	files := make([]source.File, 0, len(draft.Files))
	for _, f := range draft.Files {
		files = append(files, source.New(f.Path, f.Text))
	}
	if err := site.WriteAllNew(files); err != nil {
		return err
	}
	for _, f := range draft.Files {
		fmt.Fprintln(p.Stdout, printable(f.Path))
	}
	for _, n := range draft.Notes {
		fmt.Fprintf(p.Stderr, "%s: %s\n", printable(n.Where), printable(n.Text))
		if n.Hint != "" {
			fmt.Fprintf(p.Stderr, "  hint: %s\n", printable(n.Hint))
		}
	}
	problems, err := p.look(ctx, c)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stderr, "%s written, %s to look at: %s\n", counted(len(files), "file"), counted(len(draft.Notes), "place"), problems)
	fmt.Fprintf(p.Stderr, "next: %s check says it again; %s serve shows it\n", p.again(c), p.again(c))
	return nil
}

// look prints the problems of the site as it is now, keys that are kept and mean nothing to it, and names
// that may be one actor's.
func (p Process) look(ctx context.Context, c *commands) (summary string, err error) {
	now, err := p.present("")
	if err != nil {
		return "", err
	}
	o := build.Options{Source: c.Source, Now: now, Drafts: true, Future: true, Expired: true, Check: true}
	w, found, err := load(ctx, o)
	if err != nil {
		return "", err
	}
	defer w.Close()
	printProblems(p.Stderr, w.Locate(found.Problems))
	p.tellKeys(found.Archive.Digests)
	p.tellAlike(found.Archive.Actors)
	return counts(found.Problems), nil
}

// tellKeys names the keys of front matter that Demarche only keeps.
func (p Process) tellKeys(digests []*dossier.Digest) {
	used := map[string]int{}
	for _, d := range digests {
		for key := range d.Meta.Params {
			used[key]++
		}
	}
	for _, key := range slices.Sorted(maps.Keys(used)) {
		fmt.Fprintf(p.Stderr, "the key “%s” of %s has no meaning here, and is kept among their params\n", printable(key), counted(used[key], "digest"))
	}
}

// tellAlike names actors that may be one.
func (p Process) tellAlike(actors []*dossier.Actor) {
	actors = slices.Clone(actors)
	slices.SortStableFunc(actors, func(a, b *dossier.Actor) int { return len(b.Digests) - len(a.Digests) })
	var names []string
	for _, a := range actors {
		names = append(names, a.Name)
	}
	for _, pair := range intake.Alike(names) {
		fmt.Fprintf(p.Stderr, "“%s” and “%s” may be one actor: %s\n", printable(pair.Keep), printable(pair.Other), pair.Why)
		fmt.Fprintf(p.Stderr, "  hint: if they are, write \"aliases: [%s]\" into content/actors/%s.md\n", printable(pair.Other), printable(pair.Keep))
	}
}
