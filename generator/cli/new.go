package cli

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strings"
	"time"
	"unicode"

	"demarche/generator/disk"
	"demarche/generator/edtf"
	"demarche/generator/escape"
	"demarche/generator/slug"
)

// newCommand begins a file that an editor goes on with.
type newCommand struct {
	Digest newDigest `cmd:"" help:"Begin a digest, a draft: new digest \"Talks open in Geneva\"."`
	Actor  newActor  `cmd:"" help:"Begin an actor: new actor \"Maria Zakharova\" --kind person."`
}

type newDigest struct {
	Title []string `arg:"" help:"The digest's title."`
	Date  string   `placeholder:"DATE" help:"When its news happened or was published: a day, or as far as it is known; today by default."`
}

type newActor struct {
	Name []string `arg:"" help:"The actor's name."`
	Kind string   `enum:"person,state,body,igo,armed-group,party,ngo,media,organization" default:"person" help:"One of ${enum}; ${default} by default."`
}

// Run writes content/digests/YEAR/MONTH/DATE-TITLE.md, without the month where the date does not tell it.
func (n newDigest) Run(p Process, c *commands) error {
	if n.Date == "" {
		now, err := p.present("")
		if err != nil {
			return err
		}
		n.Date = now.Format(time.DateOnly)
	}
	date, err := edtf.Parse(n.Date)
	if wrong, ok := errors.AsType[*edtf.Error](err); ok {
		return usageError{fmt.Errorf("--date: %s; %s", wrong.Text, wrong.Hint)}
	}
	title := oneLine(n.Title)
	name := slug.Make(title)
	if name == "" {
		return usageError{errors.New("the title holds no letter and no digit")}
	}
	first := date.Listed()
	folder := fmt.Sprintf("%04d", first.Year)
	if first.Year < 0 {
		folder = fmt.Sprintf("-%04d", -first.Year)
	}
	if date.Known() >= edtf.Month && first.Month > 0 {
		folder += fmt.Sprintf("/%02d", first.Month)
	}
	file := path.Join("content/digests", folder, slug.Make(n.Date)+"-"+name+".md")
	return p.begin(c, file, "serve -D shows it while it is a draft", fmt.Sprintf(`---
title: %s
date: %s
actors: []
topics: []
sources:
  - title:
    publisher:
    url:
    date: %s
draft: true
---

What happened, in your own words.

> “The words, as the source has them.”
>
> — [[Speaker]] to [[Addressee]], %s #state
`, escape.YAML(title), n.Date, n.Date, n.Date))
}

// Run writes content/actors/NAME.md.
func (n newActor) Run(p Process, c *commands) error {
	whole := oneLine(n.Name)
	short := slug.Make(whole)
	if short == "" {
		return usageError{errors.New("the name holds no letter and no digit")}
	}
	// Named as it is linked to, a file is found by Obsidian and VS Code too.
	file, name := whole, ""
	if !isFileName(whole) {
		file, name = short, "name: "+escape.YAML(whole)+"\n"
	}
	if slug.Device(short) { // nor can a folder of the site be called so
		file, name = short+"-actor", "name: "+escape.YAML(whole)+"\n"
	}
	text := "---\n" + name + "kind: " + n.Kind + "\naliases: []\n"
	switch n.Kind {
	case "person":
		text += "# family_name: Firefly\n# given_name: Rufus\n# posts:\n#   - {role: Foreign Minister, organization: Freedonia, from: 2025-01-20}\n"
	case "body":
		text += "# parent: Freedonia\n"
	case "state":
		text += "# country: the three letters of ISO 3166-1\n"
	}
	return p.begin(c, path.Join("content/actors", file+".md"), "serve shows its page", text+"---\n")
}

// isFileName says whether a name can be that of a file on every system, and be linked to. The joiners that belong to
// the spelling of some names are no letters of others.
func isFileName(name string) bool {
	plain := strings.NewReplacer("\u200c", "", "\u200d", "").Replace(name)
	return slug.Portable(plain) == "" && !strings.ContainsAny(name, "#^[]") && name == strings.Trim(name, " .") && len(name) <= 200
}

// oneLine is what words say on one line, without what steers a terminal.
func oneLine(words []string) string {
	text := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) || unicode.IsSpace(r):
			return ' '
		case !steers(r):
			return r
		}
		return -1
	}, strings.Join(words, " "))
	return strings.Join(strings.Fields(text), " ")
}

// openToWrite opens the site in which a command makes files. In a folder of a site it would begin another there, which is
// meant only where -s names it.
func openToWrite(c *commands) (*disk.Site, error) {
	if here, err := os.Getwd(); err == nil && c.Source == here {
		if above := disk.Above(here); above != "" {
			return nil, &disk.Refusal{Text: "there is no content/ in " + here + ", but in " + above, Hint: "go there, or name that folder with -s; to begin another site here, make its content/ first"}
		}
	}
	return disk.Open(c.Source)
}

// begin writes a file that is not there yet and says what comes next.
func (p Process) begin(c *commands, file, next, text string) error {
	site, err := openToWrite(c)
	if err != nil {
		return err
	}
	defer site.Close()
	if err := site.WriteNew(file, []byte(text)); err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "%s\nnext: write in it; %s %s\n", printable(file), p.again(c), next)
	return nil
}
