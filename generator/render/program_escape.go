package render

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// splitEscapers parts the commands that make a value from those that
// html/template has added to escape it.
func splitEscapers(cmds []*parse.CommandNode) (value, escapers []*parse.CommandNode) {
	end := len(cmds)
	for end > 0 && strings.HasPrefix(cmds[end-1].String(), "_html_template_") {
		end--
	}
	return cmds[:end], cmds[end:]
}

// chains are the escapers that have a fast way, by their names.
var chains = map[string]func(out []byte, value reflect.Value) ([]byte, bool){
	"htmlescaper":                         inText,
	"attrescaper":                         inQuotes,
	"rcdataescaper":                       inQuotes,
	"urlfilter urlnormalizer attrescaper": asAddress,
}

// escaper returns what appends a value, escaped. Values of other types than the
// common ones and places other than the common ones are left to html/template.
func escaper(escapers []*parse.CommandNode) func(r *run, value reflect.Value) {
	slow := sync.OnceValue(func() *template.Template { return original(escapers) })
	fast, ok := chains[chainName(escapers)]
	if !ok {
		fast = func(out []byte, _ reflect.Value) ([]byte, bool) { return out, false }
	}
	return func(r *run, value reflect.Value) {
		if out, done := fast(r.out, value); done {
			r.out = out
			return
		}
		if err := slow().Execute(r, value); err != nil {
			giveUp()
		}
	}
}

func chainName(escapers []*parse.CommandNode) string {
	names := make([]string, len(escapers))
	for i, cmd := range escapers {
		names[i] = strings.TrimPrefix(cmd.String(), "_html_template_")
	}
	return strings.Join(names, " ")
}

// original makes a template that only escapes its dot by the escapers given:
// html/template keeps its escapers to itself, but executes them by name.
func original(escapers []*parse.CommandNode) *template.Template {
	made := template.Must(template.New("").Parse("{{.}}"))
	if err := made.Execute(&run{}, ""); err != nil { // from here on html/template adds no escapers
		panic(err)
	}
	pipe := made.Tree.Root.Nodes[0].(*parse.ActionNode).Pipe
	pipe.Cmds = append(pipe.Cmds[:1:1], escapers...)
	return made
}

var htmlType = reflect.TypeFor[template.HTML]()

// inText appends a value to text.
func inText(out []byte, value reflect.Value) ([]byte, bool) {
	if value.IsValid() && value.Type() == htmlType {
		return append(out, value.String()...), true
	}
	return inQuotes(out, value)
}

// inQuotes appends a value to a quoted attribute or a title.
func inQuotes(out []byte, value reflect.Value) ([]byte, bool) {
	switch {
	case !value.IsValid():
		return out, false
	case value.Type() == stringType:
		return appendEscaped(out, value.String()), true
	case value.Type() == intType:
		return strconv.AppendInt(out, value.Int(), 10), true
	}
	return out, false
}

// asAddress appends a value to a quoted attribute that holds an address. Only
// addresses that need no change but for "&" and "+" are done here.
func asAddress(out []byte, value reflect.Value) ([]byte, bool) {
	if !value.IsValid() || value.Type() != stringType {
		return out, false
	}
	address := value.String()
	if !strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return out, false
	}
	for i := range len(address) {
		if !plainInAddress[address[i]] {
			return out, false
		}
	}
	return appendEscaped(out, address), true
}

// plainInAddress are the bytes that html/template does not encode in an address.
// It leaves % alone in some places, so that is not among them.
var plainInAddress = func() (plain [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!#$&*+,/:;=?@[]") {
		plain[c] = true
	}
	return plain
}()

// appendEscaped does what html/template does to a string in text and in quotes.
func appendEscaped(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		var entity string
		switch s[i] {
		case 0:
			entity = "\uFFFD"
		case '"':
			entity = "&#34;"
		case '&':
			entity = "&amp;"
		case '\'':
			entity = "&#39;"
		case '+':
			entity = "&#43;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		default:
			continue
		}
		out = append(append(out, s[from:i]...), entity...)
		from = i + 1
	}
	return append(out, s[from:]...)
}
