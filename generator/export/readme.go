package export

import (
	"io"
	"iter"
	"strings"

	"demarche/generator/page"
)

// dataReadme tells in Markdown, in the language of the site, what the files are.
func dataReadme(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/README.md", func(w io.Writer) error {
		var b readme
		b.line("# ", a.locale.Format("{site}: data", "site", plainLine(a.Site.Title)))
		if a.Site.Description != "" {
			b.line("\n", plainLine(a.Site.Description))
		}
		b.line("\n", a.locale.Format("Version {columns} of the columns, {codebook} of the codebook, which is at {address}.",
			"columns", schemaVersion, "codebook", codebookVersion, "address", whole(a, "/acts/")))
		if a.Site.License != "" {
			b.line(a.locale.Format("Licence: {licence}.", "licence", plainLine(a.Site.License)))
		} else {
			b.line(a.locale.Text("No licence is given: ask whoever publishes it."))
		}
		b.line(a.locale.Text("The words of statements are those of who said them."))
		b.line("\n", a.locale.Text("What was withdrawn keeps its id and its address: `withdrawn` says why, and `dateWithdrawn` when, as far as that is known. "+
			"Its words are empty, and it is in no count here: leave it out of yours."))
		b.files(a)
		b.versions(a)
		_, err := io.WriteString(w, b.String())
		return err
	}}}
}

// readme is Markdown in the making.
type readme struct{ strings.Builder }

func (b *readme) line(parts ...string) {
	for _, part := range parts {
		b.WriteString(part)
	}
	b.WriteByte('\n')
}

// files are the files with their columns.
func (b *readme) files(a *archive) {
	head := "\n| " + a.locale.Text("field", "heading of a column") + " | " + a.locale.Text("type", "heading of a column") + " | |\n|---|---|---|"
	for _, file := range page.DataFilesIn(a.locale) {
		b.line("\n## ", file.Label, "\n\n", file.Says)
		if len(file.Columns) > 0 {
			b.line(head)
		}
		for _, c := range file.Columns {
			b.line("| `", c.Name, "` | ", c.Type, " | ", c.Says, " |")
		}
	}
}

// versions is how the hash of a version is made.
func (b *readme) versions(a *archive) {
	b.line("\n## ", a.locale.Text("Versions", "heading about hashes"), "\n")
	b.line(a.locale.Format("`hash` tells the versions of a statement apart. Anyone can make it from a record of statements.json: join {fields} by U+001F; "+
		"entries of a list are joined by U+001E, and {parts} of a source by U+001D.", "fields", page.VersionFields, "parts", page.VersionParts))
	b.line(a.locale.Format("In a record that has one of {more}, both are joined behind these in the same way.", "more", page.VersionMore))
	b.line(a.locale.Text("It is the first twelve letters, in lower case, of the Base32 (RFC 4648) of the SHA-256 of that in UTF-8."))
	b.line(a.locale.Text("The address of a statement's page, or of its digest's where statements have none, with `#v=` and this hash behind it says, " +
		"when it is opened later, if what stands there is another version."))
	b.line(a.locale.Text("In Python:"), "\n\n", page.VersionProgram[:len(page.VersionProgram)-1])
}

// plainLine is a text on one line, without what Markdown or HTML would make of it.
func plainLine(text string) string {
	return markdownText.Replace(strings.Join(strings.Fields(text), " "))
}

var markdownText = strings.NewReplacer(`\`, `\\`, "<", `\<`, "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "`", "\\`", "|", `\|`, "#", `\#`)
