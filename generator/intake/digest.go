package intake

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// digest is a digest to be written. Its fields are the keys of its front matter, in the
// order in which editors write them; the README says what each means.
type digest struct {
	Title       string         `yaml:"title"`
	Date        plain          `yaml:"date"`
	Slug        string         `yaml:"slug,omitempty"`
	Summary     string         `yaml:"summary,omitempty"`
	Lang        string         `yaml:"lang,omitempty"`
	Author      string         `yaml:"author,omitempty"`
	CodedBy     []string       `yaml:"coded_by,omitempty,flow"`
	ReviewedBy  []string       `yaml:"reviewed_by,omitempty,flow"`
	LastMod     plain          `yaml:"lastmod,omitempty"`
	Actors      []string       `yaml:"actors,omitempty,flow"`
	Topics      []string       `yaml:"topics,omitempty,flow"`
	Tags        []string       `yaml:"tags,omitempty,flow"`
	Aliases     []string       `yaml:"aliases,omitempty,flow"`
	Sources     []article      `yaml:"sources,omitempty"`
	Events      []deed         `yaml:"events,omitempty"`
	Corrections []amendment    `yaml:"corrections,omitempty"`
	Withdrawn   any            `yaml:"withdrawn,omitempty"` // a reason or a withdrawal, or these by id of statement
	Recorded    any            `yaml:"recorded,omitempty"`  // a day, or days by id of statement
	Draft       bool           `yaml:"draft,omitempty"`
	Params      map[string]any `yaml:",inline"`

	name string   // what its file is called, "" for its slug, else its day and title
	body string   // Markdown, without the statements
	more []string // paragraphs behind it
	said []quotation
	met  map[string]bool // what was added already, by its kind

	speechless bool // a row names a speaker and no words

	articles map[article]string // ids of sources that rows of a table named
}

type article struct {
	ID        string `yaml:"id,omitempty"`
	Title     string `yaml:"title,omitempty"`
	Publisher string `yaml:"publisher,omitempty"`
	Credit    string `yaml:"credit,omitempty"`
	Author    string `yaml:"author,omitempty"`
	Date      plain  `yaml:"date,omitempty"`
	URL       string `yaml:"url,omitempty"`
	Archived  string `yaml:"archived,omitempty"`
	Accessed  plain  `yaml:"accessed,omitempty"`
	Text      string `yaml:"text,omitempty"`
	Lang      string `yaml:"lang,omitempty"`
}

type deed struct {
	Act     string   `yaml:"act"`
	By      []string `yaml:"by,omitempty,flow"`
	To      []string `yaml:"to,omitempty,flow"`
	With    []string `yaml:"with,omitempty,flow"`
	Yes     []string `yaml:"yes,omitempty,flow"`
	No      []string `yaml:"no,omitempty,flow"`
	Abstain []string `yaml:"abstain,omitempty,flow"`
	Date    plain    `yaml:"date,omitempty"`
	Text    string   `yaml:"text,omitempty"`
}

type amendment struct {
	Date      plain  `yaml:"date"`
	Text      string `yaml:"text"`
	Statement string `yaml:"statement,omitempty"`
}

// withdrawal is a reason with a date.
type withdrawal struct {
	Date   plain  `yaml:"date"`
	Reason string `yaml:"reason"`
}

// plain is a date, which is written without quotation marks.
type plain string

// MarshalYAML writes the date as it is. EDTF has no sign that YAML would read as anything else.
func (p plain) MarshalYAML() (any, error) {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: string(p)}, nil
}

// known are the keys that a param must not take: those above, and three that mean something to a site.
var known = func() map[string]bool {
	keys := map[string]bool{"publishdate": true, "expirydate": true, "autolink": true}
	for field := range reflect.TypeFor[digest]().Fields() {
		key, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		keys[key] = true
	}
	return keys
}()

// once says whether a value of a kind is met for the first time.
func (d *digest) once(kind, value string) bool {
	if d.met == nil {
		d.met = map[string]bool{}
	}
	before := d.met[kind+"\n"+value]
	d.met[kind+"\n"+value] = true
	return !before
}

// keep keeps what has no place of its own under a key of the record's: of several values a list, in
// which none is twice.
func (d *digest) keep(key string, value any) {
	key = strings.ToLower(oneLine(key))
	if key == "" {
		key = "column"
	}
	if known[key] {
		key = "imported " + key
	}
	if d.Params == nil {
		d.Params = map[string]any{}
	}
	if text, isText := value.(string); isText && !d.once("param "+key, text) {
		return
	}
	switch before := d.Params[key].(type) {
	case nil:
		d.Params[key] = value
	case []any:
		d.Params[key] = append(before, value)
	default:
		d.Params[key] = []any{before, value}
	}
}

// keepOf keeps what has no place of its own in a statement, with the words it is of.
func (d *digest) keepOf(what, words, value string) {
	if bare, whole := wholeQuotation(words); whole {
		words = bare
	}
	d.keep(what+" of a statement", value+" (“"+firstWords(words)+"”)")
}

// prose is the Markdown of the digest but for the statements.
func (d *digest) prose() string {
	return strings.TrimSpace(d.body + "\n\n" + strings.Join(d.more, "\n\n"))
}

// frontMatter is what a file begins with. Its keys hold texts, numbers and lists of these, which YAML can write whatever they say.
func frontMatter(keys any) []byte {
	matter, err := yaml.Marshal(keys)
	if err != nil {
		panic(err)
	}
	return slices.Concat([]byte("---\n"), matter, []byte("---\n"))
}

// file is the digest as Markdown.
func (d *digest) file() []byte {
	out := frontMatter(d)
	if body := d.prose(); body != "" {
		out = append(append(append(out, '\n'), body...), '\n')
	}
	for i := range d.said {
		out = d.said[i].appendBlock(append(out, '\n'))
	}
	return out
}

// digest puts a digest on the shelf, in the folder of its month and named after its day and title.
func (s *shelf) digest(d *digest) {
	d.Title = oneLine(d.Title)
	day, _, _ := strings.Cut(strings.TrimPrefix(string(d.Date), "../"), "/")
	day, _, _ = strings.Cut(strings.TrimRight(day, "~?%"), "T")
	folder := "digests"
	_, isDate := edtf.Try(string(d.Date))
	if year, rest, dated := strings.Cut(day, "-"); isDate && dated && len(year) == 4 {
		month, _, _ := strings.Cut(rest, "-")
		folder += "/" + year + "/" + strings.ReplaceAll(month, "X", "x")
	}
	s.put(folder, cmp.Or(d.name, slug.Make(d.Slug), slug.Make(day+" "+d.Title)), d.file())
}
