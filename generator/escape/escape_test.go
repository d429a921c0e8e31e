package escape

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html"
	"html/template"
	"strings"
	"testing"
	"unicode/utf8"
)

// Each is held against the standard library with every rune, between others, and with bytes that are none.
func TestTextsAreEscapedAsTheStandardLibraryDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("much work of one goroutine, in which the race detector has nothing to see")
	}
	texts := []string{"", "plain", `<p class="a">“Tom's” & co\</p>`, "tab\tline\nend\r", "cut \xe2\x80 off \xff", "\xe2\x80\xa8\xed\xa0\x80", "é 日本"}
	const together = 256
	for first := rune(0); first <= utf8.MaxRune; first += together {
		text := ""
		for r := range rune(together) {
			text += "a" + string(first+r) + "<" + string(first+r)
		}
		texts = append(texts, text)
	}
	for name, of := range map[string]struct {
		made   *Table
		escape func(string) string
	}{
		"XML": {XML, escapeXML}, "JSON": {JSON, escapeJSON}, "HTML": {HTML, html.EscapeString}, "JSON in HTML": {JSONInHTML, escapeJSONInHTML},
		"HTML in XML":  {HTMLInXML, func(text string) string { return escapeXML(html.EscapeString(text)) }},
		"HTML in JSON": {HTMLInJSON, func(text string) string { return escapeJSON(html.EscapeString(text)) }},
		"as it is":     {None, func(text string) string { return text }},
		"a template":   {Template, func(text string) string { return strings.ReplaceAll(template.HTMLEscapeString(text), "+", "&#43;") }},
		"prose":        {Prose, strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace},
		"between tags": {Between, strings.NewReplacer("\x00", "\ufffd", "&", "&amp;", "<", "&lt;", ">", "&gt;").Replace},
		"a script":     {Script, strings.NewReplacer("&", `\u0026`, "<", `\u003c`, ">", `\u003e`).Replace},
	} {
		for _, text := range texts {
			if got, want := string(of.made.Append([]byte("> "), text)), "> "+of.escape(text); got != want {
				t.Fatalf("%s of %q is %q, not %q", name, text, got, want)
			}
			if got, want := string(Quote(nil, of.made, []byte(text))), `"`+of.escape(text)+`"`; got != want {
				t.Fatalf("%s of the bytes of %q is %s, not %s", name, text, got, want)
			}
			if got, want := string(of.made.Rest([]byte("<&>"+text), len("<&>"))), "<&>"+of.escape(text); got != want {
				t.Fatalf("%s in the place of %q is %s, not %s", name, text, got, want)
			}
		}
	}
}

func escapeXML(text string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(text))
	return b.String()
}

func escapeJSON(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.Encode(text) // which has no error for a text
	return b.String()[len(`"`) : b.Len()-len("\"\n")]
}

func escapeJSONInHTML(text string) string {
	made, _ := json.Marshal(text) // which has no error for a text
	return string(made[1 : len(made)-1])
}
