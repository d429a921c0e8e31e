package render

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"demarche/generator/locale"
)

func TestScriptsAndStylesArePublishedWithoutComments(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"assets/a.css", "/* why */\na {\n  color: red;\n}\n", "a{color:red}"},
		{"assets/a.js", "// why\nconst a = 1;\nshow(a);\n", "const a=1;show(a)"},
		{"assets/broken.js", "const = ; // {", "const = ; // {"},
		{"assets/a.svg", "<svg> <!-- why --> </svg>", "<svg> <!-- why --> </svg>"},
	} {
		if got := string(smaller(c.file, []byte(c.text))); got != c.want {
			t.Errorf("%s: %q, want %q", c.file, got, c.want)
		}
	}
}

// readText reads the assets of a default look and of a site's own, and returns the one with that name.
func readText(own map[string]string, name string) (string, error) {
	look := fstest.MapFS{
		"assets/page.css":  {Data: []byte("@import \"part.css\";\nb{color:red}\n")},
		"assets/part.css":  {Data: []byte("@import \"small.css\";\na{color:red}\n")},
		"assets/small.css": {Data: []byte("i{color:red}\n")},
		"assets/page.js":   {Data: []byte("a\n@import \"part.css\";\n")},
	}
	folder := fstest.MapFS{}
	for file, text := range own {
		folder["assets/"+file] = &fstest.MapFile{Data: []byte(text)}
	}
	assets, _, err := readAssets(look, folder)
	for _, a := range assets {
		if a.name == name {
			return string(a.text), err
		}
	}
	return "", err
}

func TestAStyleSheetHoldsWhatItImports(t *testing.T) {
	for _, c := range []struct {
		own  map[string]string
		want string
	}{
		{nil, "i{color:red}a{color:red}b{color:red}"},
		{map[string]string{"part.css": "a{color:blue}"}, "a{color:blue}b{color:red}"},
		{map[string]string{"page.css": "@import \"small.css\";\n@import \"small.css\";\n"}, "i{color:red}i{color:red}"},
		{map[string]string{"page.css": "@import \"small.css\";\r\nb{color:red}\r\n"}, "i{color:red}b{color:red}"},
		{map[string]string{"page.css": "b{color:red}"}, "b{color:red}"},
	} {
		if got, err := readText(c.own, "page.css"); err != nil || got != c.want {
			t.Errorf("with %v of its own: %q, %v, want %q", c.own, got, err, c.want)
		}
	}
	if got, err := readText(nil, "page.js"); err != nil || !strings.Contains(got, "@import") {
		t.Errorf("a script: %q, %v", got, err)
	}
	for text, want := range map[string]string{
		"i{top:0}\n@import \"none.css\";":   `templates/assets/small.css:2: there is no style sheet "none.css" to import`,
		"i{top:0}\n@import \"page.css\";\n": `templates/assets/small.css:2: it imports "page.css", which imports it`,
		"@import \"small.css\";":            `templates/assets/small.css:1: it imports "small.css", which imports it`,
	} {
		if _, err := readText(map[string]string{"small.css": text}, "page.css"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestStyleSheetsThatImportEachOtherTwiceAreRefused(t *testing.T) {
	own := map[string]string{"q.css": strings.Repeat("i{top:0}\n", 10)}
	for letter := 'a'; letter < 'q'; letter++ {
		own[string(letter)+".css"] = strings.Repeat("@import \""+string(letter+1)+".css\";\n", 2)
	}
	_, err := readText(own, "page.css")
	mistake, ok := errors.AsType[*Error](err)
	if !ok || !strings.Contains(mistake.Text, "larger than 4 MB") || mistake.Hint == "" {
		t.Errorf("got %v", err)
	}
	if _, err := readText(map[string]string{"small.css": "i{top:0}\n@import \"more.css\";\n@import \"none.css\";\n", "more.css": "@import \"last.css\";", "last.css": ""}, "page.css"); err == nil || !strings.Contains(err.Error(), "small.css:3: ") {
		t.Errorf("the line of an import is told wrongly: %v", err)
	}
}

// An asset whose name no template writes is idle, unless some action asks for one by a name that it makes. A remark asks for nothing.
func TestAnAssetIsIdleUnlessATemplateMayAskForIt(t *testing.T) {
	for text, idle := range map[string]bool{
		`<p>Every asset of ours, an asset (of stone) too.</p>`:  true,
		`{{/* the asset that {{asset $x}} gives */}}`:           true,
		`{{- /* any asset | here */ -}}`:                        true,
		`{{asset "style.css"}}{{t "no asset here"}}`:            true,
		"{{asset `style.css`}}":                                 true,
		`{{$asset := "1"}}{{$asset }}`:                          true,
		`{{asset "bent.css"}}`:                                  false,
		`{{range $x := .Names}}{{asset $x}}{{end}}`:             false,
		`{{with asset (printf "%s.css" "bent")}}{{.}}{{end}}`:   false,
		`{{$x := "bent"}}{{printf "%s.css" $x | asset | html}}`: false,
		`{{$x := "bent"}}{{printf "%s.css" $x | asset}}`:        false,
	} {
		set, err := New(fstest.MapFS{"heading.html": {Data: []byte(text)}, "assets/bent.css": {Data: []byte("p {}")}})
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		found, _ := set.Idle()
		if slices.Contains(found, "assets/bent.css") != idle {
			t.Errorf("%s: idle are %q", text, found)
		}
	}
}

// doubtsOf are the assets of a site's own by name, and what is doubtful in them.
func doubtsOf(t *testing.T, own map[string]string) (map[string]asset, []string) {
	t.Helper()
	folder := fstest.MapFS{}
	for file, text := range own {
		folder["assets/"+file] = &fstest.MapFile{Data: []byte(text)}
	}
	assets, doubts, err := readAssets(fstest.MapFS{"assets/usual.css": {Data: []byte("a{background:url(none.png)}")}}, folder)
	if err != nil {
		t.Fatal(err)
	}
	byName, told := map[string]asset{}, []string{}
	for _, a := range assets {
		byName[a.name] = a
	}
	for _, d := range doubts {
		told = append(told, fmt.Sprintf("%s:%d:%d %s; %s", d.File, d.Line, d.Column, d.Text, d.Hint))
	}
	return byName, told
}

func TestAStyleSheetAsksForAssetsByTheNameTheyArePublishedUnder(t *testing.T) {
	own := map[string]string{
		"logo.svg": "<svg/>", "fonts/a b.woff2": "font", "sub/near.png": "near",
		"page.css":    "@import \"part.css\";\na{background:url(logo.svg)}\n@font-face{font-family:x;src:url('fonts/a%20b.woff2?v#iefix') format(\"woff2\")}\n",
		"part.css":    "b{background:url( \"sub/near.png\" )}",
		"sub/own.css": "b{background:url(near.png)}i{background:url(../logo.svg)}",
		"far.css":     "a{background:url(data:image/png;base64,AA==)}b{background:url(/static.png)}i{background:url(https://example.com/a.png)}u{fill:url(#a)}/* url(none.png) */",
	}
	made, told := doubtsOf(t, own)
	if len(told) > 0 {
		t.Errorf("it is told %q", told)
	}
	public := func(name string) string { return strings.TrimPrefix(made[name].public, "assets/") }
	holds := func(name, want string) {
		t.Helper()
		if got := string(made[name].text); !strings.Contains(got, want) {
			t.Errorf("%s is %s, without %s", name, got, want)
		}
	}
	holds("page.css", "a{background:url("+public("logo.svg")+")}")
	holds("page.css", "b{background:url("+public("sub/near.png")+")}")
	holds("page.css", strings.ReplaceAll(public("fonts/a b.woff2"), " ", "%20")+"?v#iefix")
	holds("sub/own.css", "b{background:url("+strings.TrimPrefix(public("sub/near.png"), "sub/")+")}")
	holds("sub/own.css", "i{background:url(../"+public("logo.svg")+")}")
	for _, want := range []string{"url(data:image/png", "url(/static.png)", "url(https://example.com/a.png)", "url(#a)"} {
		holds("far.css", want)
	}
	own["logo.svg"] = "<svg></svg>"
	if changed, _ := doubtsOf(t, own); changed["page.css"].public == made["page.css"].public {
		t.Error("a style sheet keeps its name, though what it asks for has another")
	}
}

func TestWhatIsDoubtfulInAnAssetIsToldOnceWithItsPlace(t *testing.T) {
	made, told := doubtsOf(t, map[string]string{
		"a.css":     "i{top:0}\na{background: url(nologo.svg)}\n",
		"b.css":     "@import \"a.css\";\n",
		"c.css":     "a { color: red }\nb {",
		"d.css":     "a { background: url(a.css) }",
		"filter.js": "const a = 1;\nfunction(",
	})
	for _, want := range []string{
		`templates/assets/a.css:2:14 there is no file "nologo.svg" for this url(); put the file there, as templates/assets/nologo.svg, or write the address of one in static/: url("/nologo.svg")`,
		`templates/assets/c.css:2:2 what this brace opens is never closed; `,
		`templates/assets/d.css:1:16 a style sheet is not published under its own name; write @import "a.css"; in a line of its own`,
		`templates/assets/filter.js:2:0 it cannot be read here, and is published as it is: `,
	} {
		if !slices.ContainsFunc(told, func(got string) bool { return strings.HasPrefix(got, want) }) {
			t.Errorf("it is not told %s", want)
		}
	}
	if len(told) != 4 {
		t.Errorf("it is told\n%s", strings.Join(told, "\n"))
	}
	if got := string(made["filter.js"].text); got != "const a = 1;\nfunction(" {
		t.Errorf("a script that cannot be read is published as %q", got)
	}
}

// closed is a folder in which files may be listed and not read.
type closed struct{ fstest.MapFS }

func (c closed) Open(name string) (fs.File, error) {
	if info, err := c.Stat(name); err == nil && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Open(name)
}

func (c closed) ReadFile(name string) ([]byte, error) { return fs.ReadFile(struct{ fs.FS }{c}, name) }

func TestATemplateThatMayNotBeReadIsAMistake(t *testing.T) {
	for _, name := range []string{"card.html", "assets/own.css", "languages/en.yaml"} {
		set, err := New(closed{fstest.MapFS{name: {}}})
		if name == "languages/en.yaml" {
			_, err = set.Locale("en")
		}
		var mistake *Error
		var ofMessages *locale.Error
		switch {
		case errors.As(err, &mistake) && mistake.File == "templates/"+name && mistake.Hint != "":
		case errors.As(err, &ofMessages) && ofMessages.File == name && ofMessages.Folder == 1 && ofMessages.Hint != "":
		default:
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestATemplateThatIsNotUTF8IsAMistake(t *testing.T) {
	_, err := New(fstest.MapFS{"heading.html": {Data: []byte("<p>\nab\xff</p>")}})
	mistake, ok := errors.AsType[*Error](err)
	if !ok || mistake.File != "templates/heading.html" || mistake.Line != 2 || mistake.Column != 2 {
		t.Errorf("got %v", err)
	}
}
