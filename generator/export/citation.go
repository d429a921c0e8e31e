package export

import (
	"cmp"
	"io"
	"iter"

	"go.yaml.in/yaml/v4"

	"demarche/generator/page"
)

// citationFile says how to cite the record, in the Citation File Format 1.2.0.
type citationFile struct {
	Version  string      `yaml:"cff-version"`
	Message  string      `yaml:"message"`
	Type     string      `yaml:"type"`
	Title    string      `yaml:"title"`
	Abstract string      `yaml:"abstract,omitempty"`
	Authors  []cffEntity `yaml:"authors"`
	License  string      `yaml:"license,omitempty"`
	URL      string      `yaml:"url,omitempty"`
	Released string      `yaml:"date-released,omitempty"`
}

// cffEntity is a person or a body: which of them is not known.
type cffEntity struct {
	Name string `yaml:"name"`
}

func citationCFF(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/CITATION.cff", func(w io.Writer) error {
		made := citationFile{
			Version: "1.2.0", Message: "If you use these data, please cite them as below.", Type: "dataset",
			Title: a.Site.Title, Abstract: a.Site.Description, License: page.LicenseID(a.Site.License), Released: page.Released(a.Archive),
			Authors: []cffEntity{{cmp.Or(a.Site.Author, a.Site.Publisher, a.Site.Title)}}, // it must have one
		}
		if a.Site.Host != "" {
			made.URL = whole(a, "/")
		}
		text, err := yaml.Marshal(made)
		if err != nil {
			return err
		}
		_, err = w.Write(text)
		return err
	}}}
}
