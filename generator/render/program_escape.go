package render

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
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

// textEscaper is that of text between tags.
const textEscaper = "htmlescaper"

// chains are the escapers that are known, by their names. Each appends a value,
// escaped, and gives up on values of uncommon types.
var chains = map[string]func(out []byte, value reflect.Value) []byte{
	textEscaper:                           inText,
	"attrescaper":                         inQuotes,
	"rcdataescaper":                       inQuotes,
	"urlfilter attrescaper":               asFilteredAddress,
	"urlfilter urlnormalizer attrescaper": asAddress,
}

var htmlType = reflect.TypeFor[template.HTML]()

// inText appends a value to text.
func inText(out []byte, value reflect.Value) []byte {
	if value.IsValid() && value.Type() == htmlType {
		return append(out, value.String()...)
	}
	return inQuotes(out, value)
}

// inQuotes appends a value to a quoted attribute or a title.
func inQuotes(out []byte, value reflect.Value) []byte {
	if value.IsValid() && value.Type() == intType {
		return strconv.AppendInt(out, value.Int(), 10)
	}
	return appendEscaped(out, text(value))
}

// filtered is an address, or what html/template puts in place of one that could run.
func filtered(value reflect.Value) string {
	address := text(value)
	scheme, _, found := strings.Cut(address, ":")
	if !found || strings.Contains(scheme, "/") || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto") {
		return address
	}
	return "#ZgotmplZ"
}

// asFilteredAddress appends a value to a quoted attribute in which an address stands.
func asFilteredAddress(out []byte, value reflect.Value) []byte {
	return appendEscaped(out, filtered(value))
}

// asAddress appends a value to a quoted attribute that is an address.
func asAddress(out []byte, value reflect.Value) []byte {
	address := filtered(value)
	from := 0
	for i := range len(address) {
		if plainInAddress[address[i]] || isEncoded(address[i:]) {
			continue
		}
		out = appendEscaped(out, address[from:i])
		out = append(out, '%', hexDigits[address[i]>>4], hexDigits[address[i]&15])
		from = i + 1
	}
	return appendEscaped(out, address[from:])
}

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

// special are the bytes that html/template escapes in text and in quotes.
var special = table("\x00\"&'+<>")

func table(of string) (has [256]bool) {
	for i := range len(of) {
		has[of[i]] = true
	}
	return has
}

// appendEscaped does what html/template does to a string in text and in quotes.
func appendEscaped(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		if !special[s[i]] {
			continue
		}
		out = append(out, s[from:i]...)
		from = i + 1
		switch s[i] {
		case 0:
			out = append(out, "\uFFFD"...)
		case '"':
			out = append(out, "&#34;"...)
		case '&':
			out = append(out, "&amp;"...)
		case '\'':
			out = append(out, "&#39;"...)
		case '+':
			out = append(out, "&#43;"...)
		case '<':
			out = append(out, "&lt;"...)
		case '>':
			out = append(out, "&gt;"...)
		}
	}
	return append(out, s[from:]...)
}
