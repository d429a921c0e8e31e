package build

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/locale"
	"demarche/generator/near"
	"demarche/generator/render"
	"demarche/generator/source"
)

// misspelledMessages warns of translations that nothing asks for, where the English message nearly is one.
func (w *Workspace) misspelledMessages(l *locale.Locale) []diag.Problem {
	var problems []diag.Problem
	strange, list := l.Strange()
	effort := near.Enough
	lines := w.lineStarts()
	for _, own := range strange {
		meant := effort.Word(own.Key, list)
		if meant == "" { // or without the brackets that tell where it is said
			start := own.Key + " ["
			at := slices.IndexFunc(list, func(known string) bool { return strings.HasPrefix(known, start) })
			if at < 0 {
				continue
			}
			meant = list[at]
		}
		problems = append(problems, diag.Problem{
			Severity: diag.Warning,
			Code:     "unknown-message",
			At:       lines.find(render.Folder+"/"+own.File, own.Line, 0),
			Text:     fmt.Sprintf("%q is no message, and is never said", own.Key),
			Hint:     fmt.Sprintf("did you mean %q?", meant),
		})
	}
	return problems
}

// misspelledTemplates warns of templates and assets of the site's own that nothing asks for, where a default one is called
// nearly so, and of what lies beside the templates and is not read.
func (w *Workspace) misspelledTemplates(set *render.Set) []diag.Problem {
	var problems []diag.Problem
	effort := near.Enough
	warn := func(name, text, meant string) {
		problems = append(problems, diag.Problem{
			Severity: diag.Warning,
			Code:     "idle-template",
			At:       source.Span{Path: render.Folder + "/" + name},
			Text:     text,
			Hint:     fmt.Sprintf("did you mean %q?", meant),
		})
	}
	idle, usual := set.Idle()
	for _, name := range idle {
		text := "no page is made by this template, and no template calls it"
		if path.Dir(name) != "." {
			text = "no template asks for this file"
		}
		if meant := fileMeant(&effort, name, usual); meant != "" {
			warn(name, text, path.Base(meant))
		}
	}
	beside, _ := fs.ReadDir(w.disk.TemplateFiles(), ".") // there need not be any
	for _, file := range beside {
		name := file.Name()
		if file.IsDir() || path.Ext(name) == ".html" || strings.HasPrefix(name, ".") {
			continue
		}
		if meant := fileMeant(&effort, name, usual); meant != "" {
			warn(name, "of this folder itself only templates are read, *.html", render.Folder+"/"+meant)
		}
	}
	return append(problems, w.misnamedCatalogues()...)
}

// misnamedCatalogues warns of files among the catalogues that no language is read from.
func (w *Workspace) misnamedCatalogues() []diag.Problem {
	var problems []diag.Problem
	files, _ := fs.ReadDir(w.disk.TemplateFiles(), locale.Folder) // there need not be any
	for _, file := range files {
		name := file.Name()
		stem := strings.TrimSuffix(name, path.Ext(name))
		tag := locale.TagFor(stem)
		if file.IsDir() || strings.HasPrefix(name, ".") || name == "messages.yaml" || tag != "" && name == tag+".yaml" {
			continue
		}
		hint := "name it by the tag of its language: it.yaml, pt-BR.yaml"
		if tag != "" {
			hint = fmt.Sprintf("call it %q", tag+".yaml")
		}
		problems = append(problems, diag.Problem{
			Severity: diag.Warning,
			Code:     "idle-template",
			At:       source.Span{Path: render.Folder + "/" + locale.Folder + "/" + name},
			Text:     "no language is read from a file of this name",
			Hint:     hint,
		})
	}
	return problems
}

// fileMeant is the default file that a name was meant for, or "". Its kind is never mistaken: "mine.css" is far from
// "cite.css", though most of their letters are the same.
func fileMeant(effort *near.Effort, name string, usual []string) string {
	stem := func(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(name)) }
	ofKind := slices.DeleteFunc(slices.Clone(usual), func(file string) bool { return path.Ext(file) != path.Ext(name) })
	stems := make([]string, len(ofKind))
	for i, file := range ofKind {
		stems[i] = stem(file)
	}
	if at := slices.Index(stems, effort.Word(stem(name), stems)); at >= 0 {
		return ofKind[at]
	}
	return ""
}
