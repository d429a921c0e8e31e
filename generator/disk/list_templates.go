package disk

import (
	"path"
	"slices"
	"strings"

	"demarche/generator/diag"
)

// FontFolder is where a site keeps fonts of its own, below its templates.
const FontFolder = "fonts"

// Templates lists the site's own templates, assets, catalogues and fonts, in order of path. There
// may be none.
func (s *Site) Templates() ([]Entry, []diag.Problem) {
	entries, problems := s.optional("templates", func(name string) bool {
		rest := strings.TrimPrefix(name, "templates/")
		if rest == "assets" || strings.HasPrefix(rest, "assets/") {
			return !isJunk(path.Base(name))
		}
		if rest == "languages" || rest == FontFolder {
			return true
		}
		if name, isFont := strings.CutPrefix(rest, FontFolder+"/"); isFont {
			return !strings.Contains(name, "/") && slices.Contains(fontEndings, strings.ToLower(path.Ext(name)))
		}
		if name, isCatalogue := strings.CutPrefix(rest, "languages/"); isCatalogue {
			return !strings.Contains(name, "/") && !isJunk(name) // also what is no catalogue, to be told of
		}
		return isTemplate(name)
	})
	for _, e := range entries {
		if e.Stamp.Size > largestTemplate && slices.Contains(textEndings, path.Ext(e.Path)) {
			problems = append(problems, *tooLarge(e.Path, e.Stamp.Size, largestTemplate))
		}
	}
	return entries, problems
}

// isTemplate says whether the path is one of a template or a catalogue.
func isTemplate(name string) bool {
	switch path.Dir(name) {
	case "templates":
		return strings.HasSuffix(name, ".html")
	case "templates/languages":
		return strings.HasSuffix(name, ".yaml")
	}
	return false
}

// largestTemplate is how many bytes a template or another text of a site's look may have: all are held in memory.
const largestTemplate = 4 << 20

// textEndings are those of such texts.
var textEndings = []string{".html", ".yaml", ".css", ".js"}

// fontEndings are those of fonts that cards can be drawn with.
var fontEndings = []string{".ttf", ".otf", ".ttc"}
