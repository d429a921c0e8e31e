package export

import (
	"encoding/json"
	"io"
	"iter"
	"strings"

	"demarche/generator/page"
	"demarche/generator/slug"
)

// schemaVersion is that of the columns in /data/: its first number rises when one is changed or taken away, the
// second when one is added. codebookVersion is that of the vocabulary of acts, likewise.
const (
	schemaVersion   = "1.5"
	codebookVersion = "1.0"
)

// dataPackage describes the tables in /data/ as Frictionless's Data Package 1 has it.
type dataPackage struct {
	Profile         string        `json:"profile"`
	Name            string        `json:"name"`
	Title           string        `json:"title,omitempty"`
	Description     string        `json:"description,omitempty"`
	Homepage        string        `json:"homepage,omitempty"`
	SchemaVersion   string        `json:"schemaVersion"`
	CodebookVersion string        `json:"codebookVersion"`
	Licenses        []dataLicense `json:"licenses,omitempty"`
	Resources       []resource    `json:"resources"`
}

type dataLicense struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"` // where it has no name that others know
	Title string `json:"title"`
}

type resource struct {
	Name        string   `json:"name"`
	Path        string   `json:"path"`
	Profile     string   `json:"profile"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Format      string   `json:"format"`
	MediaType   string   `json:"mediatype"`
	Encoding    string   `json:"encoding"`
	Dialect     *dialect `json:"dialect,omitempty"`
	Schema      *schema  `json:"schema,omitempty"`
}

// dialect is how a table is written. Programs guess what it does not say, and lists in cells
// have more semicolons than there are commas.
type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type schema struct {
	Fields  []schemaField `json:"fields"`
	Missing []string      `json:"missingValues"`
	Key     []string      `json:"primaryKey,omitempty"`
	Foreign []foreignKey  `json:"foreignKeys,omitempty"`
}

// foreignKey is a field whose value is that of another table's.
type foreignKey struct {
	Fields    string `json:"fields"`
	Reference struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	} `json:"reference"`
}

// keys are the fields by which a row of a table is one, and those that are one of another table.
var keys = map[string]struct {
	primary []string
	foreign []foreignKey
}{
	"statements.csv":  {primary: []string{"id"}, foreign: []foreignKey{isOf("digest", "digests.csv", "slug")}},
	"actors.csv":      {primary: []string{"slug"}},
	"digests.csv":     {primary: []string{"slug"}},
	"corrections.csv": {foreign: []foreignKey{isOf("digest", "digests.csv", "slug"), isOf("statement", "statements.csv", "id")}},
	"dyads.csv": {
		primary: []string{"statement", "source", "target", "relation"},
		foreign: []foreignKey{isOf("statement", "statements.csv", "id"), isOf("source", "actors.csv", "slug"), isOf("target", "actors.csv", "slug")},
	},
}

// isOf says that a field has the key of a row of another table.
func isOf(field, table, key string) foreignKey {
	k := foreignKey{Fields: field}
	k.Reference.Resource, k.Reference.Fields = resourceName(table), key
	return k
}

type schemaField struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description"`
}

func datapackage(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/datapackage.json", func(w io.Writer) error {
		made := dataPackage{
			Profile: "data-package", Name: packageName(a.Site.Title), Title: a.Site.Title, Description: a.Site.Description,
			SchemaVersion: schemaVersion, CodebookVersion: codebookVersion,
		}
		if a.Site.Host != "" {
			made.Homepage = whole(a, "/")
		}
		if name := page.LicenseID(a.Site.License); name != "" {
			made.Licenses = []dataLicense{{Name: name, Title: a.Site.License}}
		} else if a.Site.License != "" {
			made.Licenses = []dataLicense{{Path: "LICENSE", Title: a.Site.License}}
		}
		for _, file := range page.DataFiles {
			if path, ok := strings.CutPrefix(file.Href, "/data/"); ok && path != "datapackage.json" {
				made.Resources = append(made.Resources, resourceOf(file, path))
			}
		}
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(made)
	}}}
}

// resourceOf describes one file; the columns of a table are its schema.
func resourceOf(file page.DataFile, path string) resource {
	format := "txt"
	if dot := strings.LastIndexByte(path, '.'); dot > 0 {
		format = path[dot+1:]
	}
	r := resource{
		Name: resourceName(path), Path: path, Profile: "data-resource", Title: file.Label,
		Description: file.Says, Format: format, MediaType: file.Type, Encoding: "utf-8",
	}
	if format != "csv" {
		return r
	}
	r.Profile, r.Dialect, r.Schema = "tabular-data-resource", &dialect{",", "\n", `"`, true, true}, &schema{Missing: []string{""}}
	for _, c := range file.Columns {
		kind := "string" // a list too: its texts stand in one cell, joined by "; "
		switch c.Type {
		case "boolean":
			kind = c.Type
		case "number": // how many there are of something
			kind = "integer"
		}
		r.Schema.Fields = append(r.Schema.Fields, schemaField{c.Name, kind, c.Says})
	}
	r.Schema.Key, r.Schema.Foreign = keys[path].primary, keys[path].foreign
	return r
}

// resourceName is how the package calls a file.
func resourceName(path string) string { return strings.ToLower(strings.ReplaceAll(path, ".", "-")) }

// packageName is a name as Data Package takes it: lower-case Latin letters, digits and hyphens.
func packageName(title string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if r > 'z' {
			return -1
		}
		return r
	}, slug.Make(title)), "-")
	if name == "" {
		return "demarche"
	}
	return name
}

// dataLicence is the site's licence as it is written in its configuration.
func dataLicence(a *archive, _ iter.Seq[string]) []Export {
	if a.Site.License == "" {
		return nil
	}
	return []Export{{"/data/LICENSE", func(w io.Writer) error {
		_, err := io.WriteString(w, a.Site.License+"\n")
		return err
	}}}
}
