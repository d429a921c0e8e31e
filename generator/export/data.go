package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"

	"demarche/generator/dossier"
)

func statementsJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/statements.json", func(w io.Writer) error {
		return writeArray(w, func(yield func(any) bool) {
			var r statement
			for _, s := range a.Statements {
				if r.fill(a, s); !yield(&r) {
					return
				}
			}
		})
	}}}
}

// actor is a record of actors.json.
type actor struct {
	Slug        string   `json:"slug"`
	URL         string   `json:"url"`
	Name        string   `json:"name"`
	Kind        string   `json:"kind"`
	Country     string   `json:"country"`
	Aliases     []string `json:"aliases"`
	Parent      string   `json:"parent"`
	Posts       []post   `json:"posts"`
	Wikidata    string   `json:"wikidata"`
	Said        int      `json:"said"`
	Addressed   int      `json:"addressed"`
	SpokenAbout int      `json:"spokenAbout"`
	Named       int      `json:"named"` // digests that name it
	FamilyName  string   `json:"familyName"`
	GivenName   string   `json:"givenName"`
}

// post is an office, after Popolo: dates as written, "" where not known.
type post struct {
	Role         string `json:"role"`
	Organization string `json:"organization"`
	From         string `json:"from"`
	To           string `json:"to"`
}

func actorsJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/actors.json", func(w io.Writer) error {
		return writeArray(w, func(yield func(any) bool) {
			var r actor
			for _, x := range a.Actors {
				if r.fill(a, x); !yield(&r) {
					return
				}
			}
		})
	}}}
}

func (r *actor) fill(a *archive, x *dossier.Actor) {
	*r = actor{
		Slug:        x.Slug,
		URL:         url(a, x.Route()),
		Name:        x.Name,
		Kind:        x.Kind,
		Country:     x.Country,
		Aliases:     append(emptied(r.Aliases), x.Aliases...),
		Posts:       emptied(r.Posts),
		Wikidata:    x.Wikidata,
		Said:        len(x.Said),
		Addressed:   len(x.Addressed),
		SpokenAbout: len(x.SpokenAbout),
		Named:       len(x.Digests),
		FamilyName:  x.Family,
		GivenName:   x.Given,
	}
	if x.Parent != nil {
		r.Parent = x.Parent.Slug
	}
	for _, p := range x.Posts {
		r.Posts = append(r.Posts, post{p.Role, p.Organization.Slug, p.From.String(), p.To.String()})
	}
}

// digest is a record of digests.json.
type digest struct {
	Slug       string     `json:"slug"`
	URL        string     `json:"url"`
	Title      string     `json:"title"`
	Date       string     `json:"date"`
	Actors     []string   `json:"actors"`
	Topics     []string   `json:"topics"`
	Sources    []citation `json:"sources"`
	Statements []string   `json:"statements"`
	Events     []event    `json:"events"`
	Withdrawn  string     `json:"withdrawn"` // the reason, "" where the digest stands
	Params     params     `json:"params"`
	Recorded   string     `json:"recorded"`
}

// params are the keys of front matter that Demarche does not know.
type params map[string]any

// MarshalJSON writes {} where there are none.
func (p params) MarshalJSON() ([]byte, error) {
	if p == nil {
		return []byte("{}"), nil
	}
	return json.Marshal(map[string]any(p))
}

type event struct {
	Act     string   `json:"act"`
	By      []string `json:"by"`
	To      []string `json:"to"`
	With    []string `json:"with"`
	Yes     []string `json:"yes"` // of a vote
	No      []string `json:"no"`
	Abstain []string `json:"abstain"`
	Date    string   `json:"date"` // "" where only the digest's is known
	Text    string   `json:"text"`
}

func digestsJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/digests.json", func(w io.Writer) error {
		return writeArray(w, func(yield func(any) bool) {
			var r digest
			for _, d := range a.Digests {
				if r.fill(a, d); !yield(&r) {
					return
				}
			}
		})
	}}}
}

func (r *digest) fill(a *archive, d *dossier.Digest) {
	*r = digest{
		Slug:       d.Slug,
		URL:        url(a, d.Route()),
		Title:      d.Title,
		Date:       d.When.String(),
		Actors:     slugs(r.Actors, d.Actors),
		Topics:     topicSlugs(r.Topics, d.Topics),
		Sources:    emptied(r.Sources),
		Statements: keys(r.Statements, d.Statements),
		Events:     emptied(r.Events),
		Withdrawn:  d.Withdrawn,
		Params:     d.Meta.Params,
		Recorded:   day(d.Recorded),
	}
	for i := range d.Meta.Sources {
		r.Sources = append(r.Sources, citationOf(&d.Meta.Sources[i]))
	}
	for _, e := range d.Events {
		r.Events = append(r.Events, event{
			e.Act.Name, slugs(nil, e.By), slugs(nil, e.To), slugs(nil, e.With), slugs(nil, e.Yes), slugs(nil, e.No), slugs(nil, e.Abstain), e.Date.String(), e.Text,
		})
	}
}

// writeArray writes records as a JSON array, one to a line.
func writeArray(w io.Writer, records iter.Seq[any]) error {
	buffered := bufio.NewWriterSize(w, 64<<10)
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false) // these are files, not scripts in a page
	buffered.WriteByte('[')
	separator := "\n"
	for record := range records {
		line.Reset()
		if err := encoder.Encode(record); err != nil {
			return err
		}
		buffered.WriteString(separator)
		buffered.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
		separator = ",\n"
	}
	buffered.WriteString("\n]\n")
	return buffered.Flush()
}
