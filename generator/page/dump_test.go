package page_test

import (
	"fmt"
	"reflect"
	"strings"

	"demarche/generator/page"
)

// dump writes a view as lines of "field: value", without fields that are empty.
func dump(view any) string {
	var b strings.Builder
	dumpValue(&b, reflect.ValueOf(view), "")
	return b.String()
}

// cardOf is the card that a list shows of a statement.
func cardOf(ref page.CardRef) page.Card { return ref.View(ref.Index) }

func dumpValue(b *strings.Builder, v reflect.Value, indent string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		dumpValue(b, v.Elem(), indent)
	case reflect.Struct:
		dumpStruct(b, v, indent)
	case reflect.Slice:
		for i := range v.Len() {
			fmt.Fprintf(b, "\n%s-", indent)
			dumpValue(b, v.Index(i), indent+"  ")
		}
	default:
		fmt.Fprintf(b, " %v", v)
	}
}

func dumpStruct(b *strings.Builder, v reflect.Value, indent string) {
	switch view := v.Interface().(type) {
	case page.CardRef:
		card := cardOf(view)
		fmt.Fprintf(b, " card %d %s", view.Index, card.ID)
		return
	case page.Link:
		fmt.Fprintf(b, " %s <%s>", view.Label, view.Href)
		return
	case page.Date:
		fmt.Fprintf(b, " %s <%s>", view.Label, view.Machine)
		return
	case page.Prose:
		if !view.Empty() {
			fmt.Fprintf(b, " %q", view.HTML)
		}
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if !field.IsExported() {
			continue
		}
		switch appended := v.Field(i).Interface().(type) {
		case page.Linked:
			if appended != nil {
				fmt.Fprintf(b, "\n%s%s: %s", indent, field.Name, appended(nil))
			}
		case page.Snippet:
			if appended != nil {
				fmt.Fprintf(b, "\n%s%s: %s", indent, field.Name, appended)
			}
		case page.FormatsRef:
			fmt.Fprintf(b, "\n%s%s:", indent, field.Name)
			dumpFormats(b, appended, indent+"  ")
		}
		if v.Field(i).IsZero() || v.Field(i).Kind() == reflect.Func || v.Field(i).Kind() == reflect.Slice && v.Field(i).Len() == 0 || field.Type.String() == "*dossier.Prose" {
			continue
		}
		fmt.Fprintf(b, "\n%s%s:", indent, field.Name)
		dumpValue(b, v.Field(i), indent+"  ")
	}
}

// dumpFormats writes a citation in each format, those for people in their parts.
func dumpFormats(b *strings.Builder, ref page.FormatsRef, indent string) {
	type styled struct{ Before, Italic, After string }
	of := func(s page.Styled) styled { return styled{s.Before(), s.Italic(), s.After()} }
	f := page.NewFormats()
	f.Cite(ref)
	dumpValue(b, reflect.ValueOf(struct {
		APA, Chicago, MLA styled
		BibTeX, RIS, CSL  page.Snippet
	}{of(f.APA), of(f.Chicago), of(f.MLA), f.BibTeX, f.RIS, f.CSL}), indent)
}
