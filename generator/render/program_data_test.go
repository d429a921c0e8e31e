package render_test

import (
	"maps"
	"reflect"
	"slices"

	"demarche/generator/cite"
	"demarche/generator/edtf"
	"demarche/generator/escape"
	"demarche/generator/page"
)

// hostileTexts are values that would break a page wherever they were not escaped.
var hostileTexts = []string{
	"", "plain", hostile, `"><script>alert(1)</script>`, "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "https://a.example/?a=b&c=d+e%20f%2",
	"HTTP://a.example/ü", "mailto:a@b.example", "/repo/a b/", "/a/%41%zz:x", "/it's(a)\"<b>|{}^\\", "https://a.example/'()\"", "hx:a", "http:a", "//a.example", "a:b", "a/b:c", "#a:b", "?q=1:2", "x'y`z", "\x00\x01\t\n\r ", "\u2028\u2029", "\xff\xfe\xc3(",
	"\u202eabc\u202c \u0627\u0644", "--><!--", "]]>", "</title></textarea></style>", "{{.}}", "+1<2>0&amp;&#34;", "\ufdd0\ufff0", "a,b 2x", "expression(x)", "\\", "\U0001f600",
}

// pages are pages of every template, their views filled.
func (f *filler) pages() []page.Page {
	mains := map[string]any{
		"404.html": &page.NotFound{}, "act.html": &page.Act{}, "actor.html": &page.Actor{}, "actors.html": &page.Actors{}, "acts.html": &page.Acts{},
		"conversations.html": &page.Conversations{}, "corrections.html": &page.Corrections{}, "data.html": &page.Data{}, "digest.html": &page.Digest{},
		"digests.html": &page.Digests{}, "dyad.html": &page.Dyad{}, "front.html": &page.Front{}, "network.html": &page.Network{}, "period.html": &page.Period{}, "redirect.html": &page.Redirect{},
		"statement.html": &page.Statement{}, "text.html": &page.Text{}, "thread.html": &page.Thread{}, "topic.html": &page.Topic{}, "topics.html": &page.Topics{},
	}
	var pages []page.Page
	for _, name := range slices.Sorted(maps.Keys(mains)) {
		main, view := mains[name], page.View{}
		f.fill(reflect.ValueOf(&view.Head).Elem())
		f.fill(reflect.ValueOf(main).Elem())
		view.Main = reflect.ValueOf(main).Elem().Interface()
		pages = append(pages, page.Page{Route: "/", Template: name, View: func() page.View { return view }})
	}
	return pages
}

// filler fills values from texts. What is empty, nil or false depends on seed.
type filler struct {
	seed, count int
	cards       int // made so far: a site keeps cards by their index
	texts       []string
}

// next counts on; with a seed, it says what the next value is to be.
func (f *filler) next() int {
	f.count++
	return int(uint32(f.count*(2*f.seed+1)) * 2654435761 >> 8)
}

func (f *filler) fill(v reflect.Value) {
	switch v.Addr().Interface().(type) {
	case *page.Linked:
		if text := f.texts[f.next()%len(f.texts)]; text != "" {
			v.Set(reflect.ValueOf(page.Linked(func(out []byte) []byte { return escape.Quote(out, escape.JSON, text) })))
		}
		return
	case *page.Prose:
		v.Set(reflect.ValueOf(prose("<p>words</p>")))
		return
	case *page.CardRef:
		var card page.Card
		f.fill(reflect.ValueOf(&card).Elem())
		v.Set(reflect.ValueOf(page.CardRef{Index: f.cards, View: func(int) page.Card { return card }}))
		f.cards++
		return
	case *page.SourceRef:
		var cited page.Cited
		f.fill(reflect.ValueOf(&cited).Elem())
		v.Set(reflect.ValueOf(page.SourceRef{Index: f.cards, View: func(int) page.Cited { return cited }}))
		f.cards++
		return
	case *page.FormatsRef:
		var item cite.Item
		f.fill(reflect.ValueOf(&item).Elem())
		v.Set(reflect.ValueOf(page.FormatsRef(func(it *cite.Item) { *it = item })))
		return
	case *page.Snippet:
		if text := f.texts[f.next()%len(f.texts)]; text != "" {
			v.Set(reflect.ValueOf(page.Snippet(func(out []byte) []byte { return append(out, text...) })))
		}
		return
	case *[]byte:
		v.SetBytes([]byte(f.texts[f.next()%len(f.texts)]))
		return
	case *edtf.Date:
		date, _ := edtf.Parse([]string{"", "2031-03-09", "2031~/..", "203X"}[f.next()%4])
		v.Set(reflect.ValueOf(date))
		return
	case *cite.Kind:
		v.SetUint(uint64(f.next() % 4))
		return
	case *page.LineRef:
		var line page.Line
		f.fill(reflect.ValueOf(&line).Elem())
		v.Set(reflect.ValueOf(page.LineRef{Index: f.cards, View: func(int) page.Line { return line }, Roles: f.texts[f.next()%len(f.texts)]}))
		f.cards++
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.texts[f.next()%len(f.texts)])
	case reflect.Int:
		v.SetInt(int64([]int{0, 1, 2, -7, 12345}[f.next()%5]))
	case reflect.Bool:
		v.SetBool(f.next()%2 == 0)
	case reflect.Pointer:
		if f.next()%4 > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem())
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), f.next()%3, 2))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]any{"b": f.texts[0], "a": []any{f.texts[f.next()%len(f.texts)], 1}}))
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	}
}

// compiledConstructs are own templates that programs must be able to make alone.
var compiledConstructs = []string{
	`{{.Text}} {{.HTML}} {{.Int}} {{.Empty}}{{.Link.Label}}{{.Any.Label}}{{.Pointers.Href}}{{.TextPointer | len}}`,
	`<p title="{{.Text}}" lang='{{.Text}}' class="a {{.Int}}"><title>{{.Text}} {{.Int}}</title><textarea>{{.Text}}</textarea>`,
	`<a href="{{.Text}}">a</a><a href='{{.Text}}'>b</a><form action="{{.Text}}"></form><img src="{{.Text}}"><meta http-equiv="refresh" content="0; url={{.Text}}">`,
	`{{if .Text}}a{{else if .Yes}}b{{else}}c{{end}}{{if .Nil}}a{{else}}b{{end}}{{if .NoLink}}a{{else}}b{{end}}{{if .Links}}c{{end}}{{if .Any}}d{{end}}{{if .Zero}}e{{end}}`,
	`{{with .Link}}{{.Label}}{{$.Text}}{{end}}{{with .NoLink}}{{.Label}}{{else}}none{{end}}{{with .Empty}}a{{else with .Text}}{{.}}{{else}}c{{end}}{{with $x := .Any}}{{$x.Label}}{{.Href}}{{end}}`,
	`{{range .Links}}{{.Label}}{{end}}{{range $l := .Links}}{{$l.Href}}{{.Label}}{{end}}{{range $i, $l := .Links}}{{$i}}{{$l.Href}}{{else}}x{{end}}{{range .Next.Links}}a{{else}}none{{end}}`,
	`{{$n := .Text}}{{$n}}{{if $m := .Int}}{{$m}}{{$n := 1}}{{$n}}{{else}}{{$n}}{{end}}{{$n}}{{if $n := .HTML}}{{$n}}{{end}}{{$n}}{{with $n := 5}}{{$n}}{{end}}{{range $n := .List}}{{$n}}{{end}}{{$n}}`,
	`{{define "one"}}<i>{{.}}{{$}}</i>{{end}}{{template "one" .Text}}{{template "one" .Int}}{{block "two" .Link}}<a href="{{.Href}}">{{.Label}}</a>{{end}}{{template "one" (len .List)}}`,
	`{{define "down"}}{{.Text}}{{with .Next}}<ul><li>{{template "down" .}}</ul>{{end}}{{end}}{{template "down" .}}`,
	`{{define "own"}}{{$x := .}}{{range .List}}{{$y := .}}{{$x.Text}}{{$y}}{{end}}{{end}}{{$x := 5}}{{template "own" .}}{{$x}}`,
	`{{len .Text}}{{len .List}}{{len .Map}}{{if eq .Text "plain"}}a{{end}}{{if ne .Int 5}}b{{end}}{{if lt .Int 5}}c{{end}}{{if le 3 .Zero}}d{{end}}{{if gt .Small -5}}e{{end}}{{if ge .Text "m"}}f{{end}}{{if .Int | lt 3}}g{{end}}`,
	`{{and .Yes .Text}}{{or .Empty .Nil .Text}}{{or .Empty .Zero}}{{if not .No}}x{{end}}{{if and (or .No .Yes) (not .Empty)}}x{{end}}`,
	`{{.Map.text}}{{.Map.map.a}}{{with .Map.none}}{{.}}{{end}}{{with .Map.nil}}a{{else}}b{{end}}{{range .Map.list}}-{{end}}{{.Names.a}}{{with .Map.map}}{{.b}}{{end}}`,
	`{{.Value}}{{.Pager.Total}}{{.Newer}}{{if .Many}}x{{end}}{{.Card.Index}}{{if .Prose.Empty}}x{{end}}{{$x := .Value}}{{$x}}{{(.Value)}}{{range .Mixed}}{{.Label}},{{end}}`,
	`{{"<lit>"}}{{5}}{{-3}}{{0x1F}}{{010}}{{'a'}}{{/* comment */ -}}  x {{- "y"}}{{number 1 "a" "b"}}{{number .Int "<a>" .Text}}{{asset "style.css"}}<link rel="stylesheet" href="{{asset "style.css"}}">`,
	`{{card .Card}}{{card .CardPointer}}{{prose .Prose}}{{with .CardPointer}}{{card .}}{{end}}`,
	`{{with .Linked}}{{linked .}}{{end}}{{linked .Linked}}{{if .Func}}x{{end}}{{with .NoLinked}}{{linked .}}{{else}}none{{end}}{{linked .NoLinked}}`,
	`{{define "one"}}<i>{{.}}</i>{{end}}{{define "named"}}{{with .}}{{.Label}}{{end}}{{end}}{{template "one" .Text}}{{template "one" .Int}}{{template "one" .Any.Label}}{{template "named" .Link}}{{template "named" .NoLink}}{{template "named" .Any}}{{template "named" .Pointers}}`,
	`{{define "all"}}{{range $i, $x := .}}{{if $i}}, {{end}}{{.Label}}{{$x.Label}}{{else}}none{{end}}{{end}}{{template "all" .Links}}{{template "all" .Mixed}}{{with .Next}}{{template "all" .Links}}{{$.Text}}{{end}}`,
	`{{with $l := .Link}}{{$l.Label}}{{.Href}}{{$.Link.Label}}{{end}}{{with $.Pointers}}{{.Label}}{{end}}{{range $x := .Links}}{{.Label}}{{else}}{{$x}}{{end}}{{with or .NoLink .Link}}{{.Label}}{{end}}{{if or .Links .List}}x{{end}}{{if and .Link (eq .Link.Label .Text) (not (eq .Int .Zero))}}y{{end}}`,
}

// leftConstructs are own templates with something that is left to
// html/template, or that it answers with an error.
var leftConstructs = []string{
	`{{.Text}} {{.HTML}} {{.Int}} {{.Small}} {{.Unsigned}} {{.Float}} {{.Yes}} {{.Bytes}} {{.List}} {{.Map}} {{.Link}} {{.Links}}`,
	`{{.Any}} {{.Nil}} {{.Stringer}} {{.Err}} {{.Pointers}} {{.NilText}} {{.TextPointer}} {{.Kind}} {{.NoLink}} {{.URL}} {{.JS}} {{.CSS}} {{.Attr}}`,
	`<p title="{{.Text}}" lang='{{.HTML}}' class="a {{.Int}} {{.Kind}} {{.Nil}}">`,
	`<p title={{.Text}} lang={{.HTML}} class={{.Int}}>`,
	`<a href="{{.Text}}">a</a><a href='{{.Text}}'>b</a><a href={{.Text}}>c</a><a href="{{.URL}}">d</a><a href="{{.HTML}}">e</a><a href="{{.Int}}">f</a><a href="{{.Stringer}}">g</a><a href="{{.Kind}}">h</a><a href="/{{.Kind}}">i</a><p class="{{.Level}}">{{.Level}}`,
	`<a href="/x/{{.Text}}/{{.URL}}">a</a><a href="/x?q={{.Text}}&amp;r={{.URL}}#{{.Text}}">b</a><a href="{{.Text}}{{.Text}}">c</a>`,
	`<img src="{{.Text}}" srcset="{{.Text}} 2x, {{.URL}}"><img srcset="{{.Srcset}}"><video poster="{{.Text}}"></video><form action="{{.Text}}"></form>`,
	`<script>var a = {{.Any}}, b = "{{.Text}}", c = '{{.HTML}}', d = {{.JS}}, e = {{.Map}}, f = /{{.Text}}/, g = {{.Nil}}</script>`,
	`<script type="application/ld+json">{"name": {{.Text}}, "list": {{.List}}, "n": {{.Float}}, "s": "{{.Text}}"}</script>`,
	`<style>p { color: {{.Text}}; margin: {{.CSS}}; background: url({{.Text}}) url("{{.URL}}"); content: "{{.Text}}" }</style>`,
	`<p style="color: {{.Text}}; background: url('{{.Text}}')" onclick="f({{.Text}}, '{{.Text}}')">`,
	`<!-- {{.Text}} -->a<textarea>{{.Text}}{{.HTML}}</textarea><title>{{.Text}}{{.HTML}}</title>`,
	`<input {{.Attr}}><p {{.Text}}="x"><p data-{{.Kind}}="y"><meta http-equiv="refresh" content="0; url={{.Text}}"><meta name="x" content="{{.Text}}">`,
	`{{if .Text}}a{{else if .Yes}}b{{else}}c{{end}}{{if .Nil}}a{{else}}b{{end}}{{if .NoLink}}a{{else}}b{{end}}{{if .Links}}c{{end}}{{if .Any}}d{{end}}{{if .Func}}e{{end}}{{if .Float}}f{{end}}{{if .Unsigned}}g{{end}}{{if .Stringer}}h{{end}}`,
	`{{with .Link}}{{.Label}}{{$.Text}}{{end}}{{with .NoLink}}{{.Label}}{{else}}none{{end}}{{with .Empty}}a{{else with .Text}}{{.}}{{else}}c{{end}}{{with $x := .Any}}{{$x.Label}}{{.Href}}{{end}}`,
	`{{range .Links}}{{.Label}}{{end}}{{range $l := .Links}}{{$l.Href}}{{.Label}}{{end}}{{range $i, $l := .Links}}{{$i}}{{$l.Href}}{{else}}x{{end}}{{range .Map.none}}a{{else}}none{{end}}`,
	`{{range $i, $x := .Map.list}}{{$i}}{{$x}}{{.}};{{end}}{{range $k, $v := .Map}}{{$k}}{{$v}};{{end}}{{range .Names}}{{.}}{{end}}{{range .Array}}{{.}}{{end}}{{range .Nil}}a{{else}}b{{end}}`,
	`{{range $i, $x := .List}}{{if eq $i 1}}{{continue}}{{end}}{{range $.List}}{{if eq . "<c>"}}{{break}}{{end}}{{$x}}{{.}}{{end}}|{{with $x}}{{if eq . "<c>"}}{{break}}{{end}}{{end}}{{end}}`,
	`{{$n := 0}}{{range $i, $x := .List}}{{$n = $i}}{{$y := $x}}{{$y}}{{end}}{{$n}}{{$n := .Text}}{{$n}}{{if $m := .Int}}{{$m}}{{$n := 1}}{{$n}}{{else}}{{$n}}{{end}}{{$n}}{{if $n := .HTML}}{{$n}}{{end}}{{$n}}{{with $n := 5}}{{$n}}{{end}}{{range $n := .List}}{{$n}}{{end}}{{$n}}`,
	`{{$i := 9}}{{$x := 8}}{{range $i, $x = .List}}{{end}}{{$i}}{{$x}}{{range $x = .Links}}{{$x.Label}}{{end}}{{range $q := .Nil}}{{else}}{{$q}}{{end}}`,
	`{{define "one"}}<i>{{.}}{{$}}</i>{{end}}{{template "one" .Text}}{{template "one" .Int}}{{template "one"}}{{block "two" .Link}}<a href="{{.Href}}">{{.Label}}</a>{{end}}{{template "one" (len .List)}}`,
	`{{define "down"}}{{.Text}}{{with .Next}}<ul><li>{{template "down" .}}</ul>{{end}}{{end}}{{template "down" .}}`,
	`{{define "own"}}{{$x := .}}{{range .List}}{{$y := .}}{{$x.Text}}{{$y}}{{end}}{{end}}{{$x := 5}}{{template "own" .}}{{$x}}`,
	`{{len .Text}}{{len .List}}{{len .Map}}{{index .List 1}}{{index .Map "text"}}{{index .Map "none"}}{{index .Names "none"}}{{(index .Links 1).Href}}{{(index .Map "map").a}}{{len .Array}}`,
	`{{print .Text .Int nil .Nil}}{{printf "%d %s %q %v" .Int .Text .Text .Any}}{{.Text | printf "%q" | printf "%s%s" "x"}}{{printf "%s" .Kind}}{{print}}`,
	`{{if eq .Text "plain" "" .Kind}}a{{end}}{{if ne .Int 5}}b{{end}}{{if lt .Int 5}}c{{end}}{{if le 3 .Zero}}d{{end}}{{if gt .Small -5}}e{{end}}{{if ge .Text "m"}}f{{end}}{{eq .Int 1234}}{{.Int | lt 3}}`,
	`{{and .Yes .Text}}{{or .Empty .Nil .Text}}{{or .Empty .Zero}}{{not .No}}{{and .No .Text}}{{or .Link.Label .Text | printf "%s"}}{{if and (or .No .Yes) (not .Empty)}}x{{end}}`,
	`{{.Map.text}}{{.Map.map.a}}{{.Map.none}}{{.Map.none.deeper}}{{.Map.nil}}{{with .Map.list}}{{index . 0}}{{end}}{{.Names.a}}{{.Names.none}}{{.Link.Label}}{{.Pointers.Href}}{{.Any.Label}}`,
	`{{.Value}}{{.Many}}{{.Pager.Total}}{{.Newer}}{{if .Many}}x{{end}}{{.Card.Index}}{{.Prose.Empty}}{{$x := .Value}}{{$x}}{{(.Value)}}{{(.Link).Label}}{{range .Mixed}}{{.Label}},{{end}}`,
	`{{"<lit>"}}{{5}}{{-3}}{{true}}{{0x1F}}{{010}}{{'a'}}{{/* comment */ -}}  x {{- "y"}}{{printf "%d" 7}}{{number 1 "a" "b"}}{{number .Int "<a>" .Text}}{{asset "style.css"}}<link rel="stylesheet" href="{{asset "style.css"}}">`,
	`{{card .Card}}{{card .CardPointer}}{{.Card | card}}{{prose .Prose}}{{.Prose | prose}}<p title="{{prose .Prose}}">{{with .CardPointer}}{{card .}}{{end}}{{$c := card .Card}}{{$c}}<textarea>{{card .Card}}</textarea>`,
	`{{.Text | html}}{{html .Text}}{{urlquery .Text}}{{js .Text}}{{slice .List 1 2}}<a href="/?q={{urlquery .Text}}">`, `{{1.5}}{{1e3}}`, `{{eq .Float 1.5}}`, `{{eq .Yes true}}`,
	`{{range 3}}{{.}}{{end}}`, `{{range .Int}}x{{break}}{{end}}`, `{{range .Sequence}}{{.}}{{end}}`, `{{range .Numbers}}{{.}}{{end}}`, `{{index .Numbers 1}}`, `{{index .Array 1}}`, `{{call .Func}}`, `{{.Takes "x"}}`, `{{.Text | .Takes}}`, `{{.Several}}`,
	`{{.Pointed}}`, `{{.Older}}`, `{{printf "%T" 1e3}}`, `{{println .HTML}}`, `{{.Text | or .Empty}}{{.Text | and .Yes}}`, `{{define "one"}}{{.}}{{end}}<p title="{{template "one" .Text}}">{{template "one" .Text}}`, `{{eq .Unsigned 7}}`, `{{lt .Float 2.0}}`, `{{index .Map.list 0 | printf "%s"}}{{index .Links 0 | len}}`,
	`before {{.None}}`, `{{.Link.None}}`, `{{.NoLink.Label}}`, `{{.Nil.Label}}`, `{{.hidden}}`, `{{.Label}}`, `{{index .List 99}}`, `{{index .Nil 1}}`, `{{len .Int}}`, `{{number .Text "a" "b"}}`, `{{number .Int 1 "b"}}`, `{{number .Int "a"}}`,
	`{{asset "none"}}`, `{{asset .Int}}`, `{{card .Text}}`, `{{card .Nil}}`, `{{card .NoLink}}`, `{{prose nil}}`, `{{.Fails}}`, `{{.Func}}`, `{{range .Text}}{{end}}`, `{{range .Link}}{{end}}`, `{{eq .Text 1}}`, `{{eq .Text}}`, `{{lt .Link .Link}}`,
	`{{eq .Map.none "x"}}`, `{{.Any.None.None}}`, `{{.Text.None}}`, `{{printf .Int}}`, `{{printf}}`, `{{template "one" .}}{{define "one"}}{{.None}}{{end}}`, `{{nil}}`, `{{if $y := .Yes}}{{$z := 1}}{{else}}{{end}}{{and}}`, `{{.Text "x"}}`, `{{"x" | .Text}}`,
	`{{define "nothing"}}{{end}}{{template "nothing" .NoLink.Label}}`, `{{define "nothing"}}{{end}}{{template "nothing" .Bad.X}}`, `{{define "one"}}{{.Label}}{{end}}{{template "one" .NoLink}}`, `{{with .Link}}{{.}}{{eq . .}}{{end}}`, `{{with .TextPointer}}{{.}}{{end}}`,
	`{{if and .No .NoLink.Label}}a{{end}}{{if or .No .NoLink.Label}}b{{end}}`, `{{if eq .NoLink.Label ""}}a{{end}}`, `{{digits .Text}}`, `<p title="{{digits .Int}}{{number .Int "<1>" "<{n}>"}}">{{digits .Zero}}{{number .Zero "a'b" "<{n} '>"}}`,
	`{{.Map.none.deeper.still "x"}}`, `{{(index .List 0).None}}`, `{{len nil}}`, `{{not}}`, `{{or}}`, `{{.Bad.X | or .Text}}`, `{{$x := .None}}`, `<script>var x = {{.Func}}</script>`,
}
