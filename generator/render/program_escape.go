package render

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"

	"demarche/generator/escape"
)

// splitEscapers parts the commands that make a value from those that
// html/template has added to escape it, of which it returns the names.
func splitEscapers(cmds []*parse.CommandNode) (value []*parse.CommandNode, escapers string) {
	end := len(cmds)
	for end > 0 && strings.HasPrefix(cmds[end-1].String(), "_html_template_") {
		end--
		escapers = strings.TrimPrefix(cmds[end].String(), "_html_template_") + " " + escapers
	}
	return cmds[:end], strings.TrimSuffix(escapers, " ")
}

// escaper is how values are escaped that stand in one sort of place. Values of uncommon
// types are given up on.
type escaper struct {
	escape  func(out []byte, s string) []byte
	numbers bool // may stand there, which none changes, and texts are escaped as escape.Template has them
	html    bool // may stand there, and is not escaped
}

// escapers are those that are known, by the names of html/template's.
var escapers = map[string]escaper{
	"htmlescaper":                         {escape: escape.Template.Append, numbers: true, html: true},
	"attrescaper":                         {escape: escape.Template.Append, numbers: true},
	"rcdataescaper":                       {escape: escape.Template.Append, numbers: true},
	"urlfilter attrescaper":               {escape: appendFiltered},
	"urlfilter urlnormalizer attrescaper": {escape: appendAddress},
}

var htmlType = reflect.TypeFor[template.HTML]()

// append appends a value.
func (as escaper) append(out []byte, value reflect.Value) []byte {
	switch {
	case as.html && value.IsValid() && value.Type() == htmlType:
		return append(out, value.String()...)
	case as.numbers && value.IsValid() && value.Type() == intType:
		return strconv.AppendInt(out, value.Int(), 10)
	}
	return as.escape(out, text(value))
}

// step appends what an expression is.
func (as escaper) step(e expression) step {
	switch {
	case e.typ == stringType && as.numbers:
		return func(r *run, out []byte, dot reflect.Value) []byte {
			return escape.Template.Append(out, e.value(r, dot).String())
		}
	case e.typ == stringType:
		return func(r *run, out []byte, dot reflect.Value) []byte { return as.escape(out, e.value(r, dot).String()) }
	}
	return func(r *run, out []byte, dot reflect.Value) []byte { return as.append(out, e.value(r, dot)) }
}

// filtered is an address, or what html/template puts in place of one that could run.
func filtered(address string) string {
	scheme, _, found := strings.Cut(address, ":")
	if !found || strings.Contains(scheme, "/") || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto") {
		return address
	}
	return "#ZgotmplZ"
}

// appendFiltered appends an address to a quoted attribute in which one stands.
func appendFiltered(out []byte, address string) []byte {
	return escape.Template.Append(out, filtered(address))
}

// appendAddress appends an address to a quoted attribute that is one.
func appendAddress(out []byte, address string) []byte {
	if isOwnAddress(address) {
		return append(out, address...)
	}
	address = filtered(address)
	from := 0
	for i := range len(address) {
		if plainInAddress[address[i]] || isEncoded(address[i:]) {
			continue
		}
		out = escape.Template.Append(out, address[from:i])
		out = append(out, '%', hexDigits[address[i]>>4], hexDigits[address[i]&15])
		from = i + 1
	}
	return escape.Template.Append(out, address[from:])
}

// isOwnAddress says whether an address is as most within a site are: without a scheme, and
// nothing in it is encoded or escaped.
func isOwnAddress(address string) bool {
	for i := range len(address) {
		if !plainInOwnAddress[address[i]] {
			return false
		}
	}
	return true
}

// plainInOwnAddress are those of plainInAddress that are not special, without the end of a scheme.
var plainInOwnAddress = table("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!#$*,/;=?@[]")

const hexDigits = "0123456789abcdef"

// isEncoded says whether text begins with a byte that is percent-encoded.
func isEncoded(text string) bool {
	if len(text) < 3 || text[0] != '%' {
		return false
	}
	_, err := strconv.ParseUint(text[1:3], 16, 8)
	return err == nil
}

// plainInAddress are the bytes that html/template does not encode in an address.
var plainInAddress = table("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!#$&*+,/:;=?@[]")

func table(of string) (has [256]bool) {
	for i := range len(of) {
		has[of[i]] = true
	}
	return has
}
