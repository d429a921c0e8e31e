package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"demarche/generator/build"
	"demarche/generator/diag"
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
	File   string `arg:"" help:"The table, or - for standard input."`
	Events bool   `help:"Its rows are of events: nobody is quoted, although columns are not understood."`
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
	return p.importFile(ctx, c, i.File, func(text []byte) (intake.Draft, error) {
		draft, err := intake.CSV(text)
		if doubt := draft.Doubt; doubt.Text != "" && !i.Events {
			return draft, &disk.Refusal{Text: i.File + ": " + doubt.Text, Hint: doubt.Hint + "; " + p.Name + " import csv --help lists all columns; where nobody is quoted, --events takes the rows as events"}
		}
		return draft, err
	})
}

// Help is the columns, each with its other names.
func (importCSV) Help() string {
	var all strings.Builder
	all.WriteString("The columns, each with its other names in brackets. Case, blanks, hyphens and underscores in them do not matter, nor marks around them. " +
		"Names in a cell are parted by semicolons. Other columns, such as notes, are kept among the params of the digest, never in its text.\n\n")
	for _, g := range intake.Columns() {
		names := make([]string, 0, len(g.Columns))
		for _, c := range g.Columns {
			also := ""
			if len(c.Names) > 1 {
				also = " (" + strings.Join(c.Names[1:], ", ") + ")"
			}
			names = append(names, c.Names[0]+also)
		}
		appendWrapped(&all, "  ", strings.Join(names, ", "))
		appendWrapped(&all, "      ", strings.ReplaceAll(g.Means, "`", ""))
	}
	return all.String()
}

// appendWrapped writes words on lines of 74 bytes or less, where no word is longer, each behind an indent.
func appendWrapped(out *strings.Builder, indent, text string) {
	line := indent
	for i, word := range strings.Fields(text) {
		if i > 0 && len(line)+len(word) > 74 {
			out.WriteString(strings.TrimRight(line, " ") + "\n")
			line = indent
		}
		line += word + " "
	}
	out.WriteString(strings.TrimRight(line, " ") + "\n")
}

// Run takes the files as they are.
func (i importHugo) Run(ctx context.Context, p Process, c *commands) error {
	files, left, err := disk.ReadFolder(i.Dir)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(left, isHugoSite) {
		return &disk.Refusal{Text: i.Dir + " is a whole site of Hugo’s, whose themes and other pages would come along", Hint: "name the folder of its events, such as " + filepath.Join(i.Dir, "content/events")}
	}
	return p.takeInAsWritten(ctx, c, intake.Hugo(files, left))
}

// isHugoSite says whether a file in a folder is what Hugo is told of a site by.
func isHugoSite(name string) bool {
	kind := path.Ext(name)
	stem := strings.TrimSuffix(name, kind)
	return slices.Contains([]string{".toml", ".yaml", ".yml", ".json"}, kind) && (stem == "hugo" || stem == "config" || path.Dir(name) == "config/_default")
}

// Run makes digests of a published record.
func (i importData) Run(ctx context.Context, p Process, c *commands) error {
	var lists [4][]byte
	for n, name := range []string{"statements.json", "actors.json", "digests.json", "topics.json"} {
		text, err := disk.ReadInput(filepath.Join(i.Dir, name), nil)
		if errors.Is(err, fs.ErrNotExist) && name == "topics.json" {
			continue // a site of before has none
		}
		if errors.Is(err, fs.ErrNotExist) {
			return &disk.Refusal{Text: fmt.Sprintf("there is no %s in %s", name, i.Dir), Hint: "name the folder that holds statements.json, actors.json and digests.json, such as public/data"}
		}
		if err != nil {
			return err
		}
		lists[n] = text
	}
	draft, err := intake.Record(lists[0], lists[1], lists[2], lists[3])
	if err != nil {
		return err
	}
	if err := p.takeInAsWritten(ctx, c, draft); err != nil {
		return err
	}
	fmt.Fprintln(p.Stderr, "not in the data, and so not taken: "+intake.NotInRecord)
	return nil
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
	return p.takeInAsWritten(ctx, c, draft)
}

// takeInAsWritten takes in what is no draft, and tells how to go on.
func (p Process) takeInAsWritten(ctx context.Context, c *commands, draft intake.Draft) error {
	if err := p.takeIn(ctx, c, draft); err != nil {
		return err
	}
	fmt.Fprintf(p.Stderr, "next: %s check looks at the files again; %s serve shows them\n", p.again(c), p.again(c))
	return nil
}

// takeIn writes the files of a draft, all or none, and tells what an editor should look at: what was
// not understood, what check says of the site now, and names that may be one
// actor's.
func (p Process) takeIn(ctx context.Context, c *commands, draft intake.Draft) error {
	if len(draft.Files) == 0 {
		return errors.New("nothing in it could be made a digest")
	}
	site, err := openToWrite(c)
	if err != nil {
		return err
	}
	defer site.Close()
	files := make([]source.File, 0, len(draft.Files))
	for _, f := range draft.Files {
		files = append(files, source.New(f.Path, f.Text))
	}
	if err := site.WriteAllNew(ctx, files); err != nil {
		return interrupted(err, "nothing was written")
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
	here, elsewhere, pairs, err := p.look(ctx, c, draft.Files)
	if err != nil {
		return interrupted(err, counted(len(files), "file")+" written, and not looked at")
	}
	fmt.Fprintf(p.Stderr, "%s written, %s\n", counted(len(files), "file"), placesInWords(len(draft.Notes), here, pairs))
	if len(elsewhere) > 0 {
		fmt.Fprintf(p.Stderr, "elsewhere in the site: %s\n", counts(elsewhere))
	}
	return nil
}

// placesInWords is "no place to look at", or how many there are, and of what.
func placesInWords(notes int, problems []diag.Problem, pairs int) string {
	all := notes + len(problems) + pairs
	if all == 0 {
		return "no place to look at"
	}
	of := fmt.Sprintf("%s to look at: %s in what was read; %s in what was written", counted(all, "place"), grouped(notes), counts(problems))
	if pairs > 0 {
		of += fmt.Sprintf("; %s in names of actors", grouped(pairs))
	}
	return of
}

// look prints the problems of the files that were written, with their keys that are kept and mean nothing to the site,
// and names that may be one actor's or several's, of which it returns how many pairs there are. Problems of other files are returned only; notes, which change nothing, are left to check.
func (p Process) look(ctx context.Context, c *commands, files []intake.File) (here, elsewhere []diag.Problem, pairs int, err error) {
	now, err := p.present("")
	if err != nil {
		return nil, nil, 0, err
	}
	o := build.Options{Source: c.Source, Now: now, Drafts: true, Future: true, Expired: true, Check: true}
	w, found, err := load(ctx, o)
	if err != nil {
		return nil, nil, 0, err
	}
	defer w.Close()
	isNew := make(map[string]bool, len(files))
	for _, f := range files {
		isNew[f.Path] = true
	}
	for _, problem := range found.Problems {
		switch {
		case problem.Severity == diag.Note:
		case isNew[problem.At.Path] || slices.ContainsFunc(problem.Related, func(r diag.Related) bool { return isNew[r.At.Path] }):
			here = append(here, problem)
		default:
			elsewhere = append(elsewhere, problem)
		}
	}
	printProblems(p.Stderr, w.Locate(here))
	p.tellKeys(found.Archive.Digests, isNew)
	return here, elsewhere, p.tellAlike(found.Archive.Actors, isNew, here), nil
}

// tellKeys names the keys of front matter that Demarche only keeps, of digests that are new.
func (p Process) tellKeys(digests []*dossier.Digest, isNew map[string]bool) {
	used := map[string]int{}
	for _, d := range digests {
		if !isNew[d.Path] {
			continue
		}
		for key := range d.Meta.Params {
			used[key]++
		}
	}
	for _, key := range slices.Sorted(maps.Keys(used)) {
		fmt.Fprintf(p.Stderr, "“%s” has no place of its own: kept among the params of %s, which /data/digests.json publishes\n", printable(key), counted(used[key], "digest"))
	}
}
