package parse

import (
	"bytes"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// deceit reports characters that turn the direction of writing in names outside front
// matter, where they make one name look like another. In prose they may
// stand: a page keeps them within their paragraph.
func deceit(doc *dossier.Doc, text []byte) {
	if strings.ContainsFunc(doc.Name, turnsDirection) {
		report(doc, diag.Error, "bidi-control", 0, 0, "the file's name holds an invisible character that turns the direction of writing", "rename the file")
	}
	if !mayTurnDirection(text) {
		return
	}
	check := func(at source.Span, names ...string) {
		for _, name := range names {
			if strings.ContainsFunc(name, turnsDirection) {
				report(doc, diag.Error, "bidi-control", at.Start, at.End,
					quoted(name)+" holds an invisible character that turns the direction of writing", "delete it: browsers find the direction themselves")
			}
		}
	}
	refs := func(lists ...[]dossier.Ref) {
		for _, list := range lists {
			for _, ref := range list {
				check(ref.At, ref.Target, ref.Label, ref.Fragment)
			}
		}
	}
	holes := func(prose ...dossier.Prose) {
		for _, p := range prose {
			for _, hole := range p.Holes {
				refs([]dossier.Ref{hole.Ref})
			}
		}
	}
	holes(doc.Body)
	for i := range doc.Statements {
		q := &doc.Statements[i]
		refs(q.Speakers, q.For, q.To, q.About, q.ReplyTo, q.Retracts)
		for _, ref := range []*dossier.Ref{q.SameAs, q.According} {
			if ref != nil {
				refs([]dossier.Ref{*ref})
			}
		}
		check(q.Attr, q.Unnamed, q.AccordingText, q.Place, q.Via.Text, q.ReplyURL.Text)
		holes(q.Words, q.Original.Words)
		holes(q.Context...)
	}
}

// mayTurnDirection says whether text may hold a character that turnsDirection knows. All of
// them begin with the same byte.
func mayTurnDirection(text []byte) bool {
	for {
		at := bytes.IndexByte(text, 0xE2)
		if at < 0 {
			return false
		}
		text = text[at:]
		if len(text) >= 3 && (text[1] == 0x80 && text[2] >= 0xAA && text[2] <= 0xAE || text[1] == 0x81 && text[2] >= 0xA6 && text[2] <= 0xA9) {
			return true
		}
		text = text[1:]
	}
}
