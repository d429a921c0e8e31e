package render

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"demarche/templates"
)

// What is looked for in the text of a template, after what goes before it is taken out.
var (
	comments      = regexp.MustCompile(`(?s)\{\{(- )?/\*.*?\*/( -)?\}\}`)
	actions       = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	literals      = regexp.MustCompile("\"(\\\\.|[^\"\\\\])*\"|`[^`]*`")
	computedAsset = regexp.MustCompile(`[^.$\w]asset(\s+[^\s"]|\s*[^\s\w"])`) // not asset "name"; one that is piped there is taken for computed
)

// findIdle finds the site's own templates and assets that are no default ones, and stand in no other.
func (s *Set) findIdle(texts map[string]string) error {
	for _, pattern := range []string{"*.html", "assets/*"} {
		names, err := fs.Glob(templates.Files, pattern)
		if err != nil {
			return err
		}
		s.usual = append(s.usual, names...)
	}
	for _, name := range slices.Sorted(maps.Keys(s.own)) {
		called := slices.Contains(s.usual, name)
		for other, text := range texts {
			called = called || other != name && strings.Contains(text, `"`+name+`"`)
		}
		if !called {
			s.idle = append(s.idle, name)
		}
	}
	computed := false // the name of an asset, so that none is known to be idle
	for _, text := range texts {
		for _, action := range actions.FindAllString(comments.ReplaceAllString(text, ""), -1) {
			computed = computed || computedAsset.MatchString(literals.ReplaceAllString(action, `""`))
		}
	}
	for _, a := range s.assets {
		called := computed || !a.added
		for _, text := range texts {
			called = called || strings.Contains(text, path.Base(a.name))
		}
		if !called {
			s.idle = append(s.idle, "assets/"+a.name)
		}
	}
	return nil
}
