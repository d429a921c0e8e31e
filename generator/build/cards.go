package build

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"demarche/generator/card"
	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/render"
	"demarche/generator/source"
)

// largestFont is how many bytes of a font file are read: twice what the largest free ones have.
const largestFont = 64 << 20

// cardFonts are the fonts that a site's cards are drawn with; nil where it has no cards.
func (w *Workspace) cardFonts(site *dossier.Site, l *look) (*card.Fonts, []diag.Problem) {
	if !site.SocialCards {
		return nil, nil
	}
	return l.fonts()
}

// loadFonts reads the fonts among a site's templates. With one that cannot be used there
// are no cards.
func (w *Workspace) loadFonts(templates []disk.Entry) (*card.Fonts, []diag.Problem) {
	var files []card.File
	for _, e := range templates {
		if !strings.HasPrefix(e.Path, render.Folder+"/"+disk.FontFolder+"/") {
			continue
		}
		data, trouble := w.readFont(e.Path)
		if trouble != nil {
			return nil, []diag.Problem{*trouble}
		}
		files = append(files, card.File{Name: e.Path, Data: data})
	}
	fonts, err := card.NewFonts(files)
	if err == nil {
		return fonts, nil
	}
	at := source.Span{Path: render.Folder}
	text := err.Error()
	if mistake, ok := errors.AsType[*card.FontError](err); ok {
		at.Path, text = mistake.File, "the font "+mistake.Text
	}
	return nil, []diag.Problem{{Severity: diag.Error, Code: "bad-font", At: at, Text: text, Hint: "put another one here, with outlines: .ttf, .otf or .ttc"}}
}

func (w *Workspace) readFont(path string) ([]byte, *diag.Problem) {
	f, trouble := w.disk.OpenFile(path)
	if trouble != nil {
		return nil, trouble
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestFont+1))
	p := diag.Problem{Severity: diag.Error, Code: "bad-font", At: source.Span{Path: path}}
	switch {
	case err != nil:
		p.Text, p.Hint = "the font cannot be read: "+err.Error(), "put a file here that can"
	case len(data) > largestFont:
		p.Text, p.Hint = fmt.Sprintf("the font has more than %d MB", largestFont>>20), "put one here with fewer letters"
	default:
		return data, nil
	}
	return nil, &p
}

// cards are the outputs of the social cards.
func (s *Site) cards() []Output {
	var files []Output
	for _, c := range s.plan.SocialCards() {
		files = append(files, Output{Path: pathOf(c.Route), named: true, write: func(w io.Writer) error {
			png, err := s.fonts.Draw(c.Card())
			if err != nil {
				return fmt.Errorf("drawing the social card of %s: %w", c.Digest.Path, err)
			}
			_, err = w.Write(png)
			return err
		}})
	}
	return files
}

// undrawn warns, once a site, of digests without a card.
func (s *Site) undrawn() []diag.Problem {
	u := s.plan.Undrawn()
	if u.Count == 0 {
		return nil
	}
	text := fmt.Sprintf("no font has the letter %q (%s), so this digest has no social card", u.Letter, scriptOf(u.Letter))
	switch others := u.Count - 1; others {
	case 0:
	case 1:
		text += ", nor has 1 other"
	default:
		text += fmt.Sprintf(", nor have %d others", others)
	}
	return []diag.Problem{{
		Severity: diag.Warning,
		Code:     "no-font",
		At:       source.Span{Path: u.Digest.Path},
		Text:     text,
		Hint:     "put a font that has it, such as one of Noto's, into " + render.Folder + "/" + disk.FontFolder + "/",
	}}
}

// scriptOf is the script of a letter, in Unicode's word.
func scriptOf(letter rune) string {
	for _, name := range slices.Sorted(maps.Keys(unicode.Scripts)) {
		if unicode.Is(unicode.Scripts[name], letter) {
			return name
		}
	}
	return "Unknown"
}
