package parse

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// unseen is what browsers leave out of an address, wherever it stands.
var unseen = strings.NewReplacer("\t", "", "\n", "", "\r", "")

// shown are elements that show what they fetch as a picture, in which nothing runs or is fetched, and styles, which fetch fonts too. Where a
// style fills a shape from another drawing, that one is a document, and browsers differ in what it may fetch.
var shown = []string{"image", "img", "feimage", "style"}

// address looks at where an element leads to, or what it fetches.
func (a *activity) address(element, written string) {
	address := strings.TrimLeftFunc(unseen.Replace(written), func(c rune) bool { return c <= ' ' })
	kind, _, _ := strings.Cut(address, ",")
	switch scheme := schemeOf([]byte(address)); {
	case scheme == "data" && slices.Contains(shown, element) && !(element == "style" && strings.Contains(strings.ToLower(kind), "xml")):
	case slices.Contains([]string{"javascript", "vbscript", "data"}, scheme):
		a.runs("an address that begins with " + quoted(scheme+":"))
	case !linkable([]byte(address)):
		a.report("an address begins with "+quoted(scheme+":"), "addresses begin with https:, http: or mailto:, or are relative; put a picture from your own machine into the file, or into content/static/")
	case element != "a" && element != "area" && (scheme != "" || strings.HasPrefix(strings.ReplaceAll(address, `\`, "/"), "//")):
		a.report("<"+shortened(element)+"> fetches something from another host", "put what it fetches into the file, or into content/static/")
	}
}

var aFetch = regexp.MustCompile(`(?i)@import|image-set\(|url\(\s*["']?\s*([^"')]*)`)

// style looks at what a style fetches.
func (a *activity) style(css string) {
	if !strings.ContainsAny(css, "@(") {
		return
	}
	css = unescaped(css)
	for _, m := range aFetch.FindAllStringSubmatch(css, -1) {
		if strings.HasPrefix(m[0], "@") || !strings.HasPrefix(strings.ToLower(m[0]), "url(") {
			a.report("a style fetches something by "+strings.TrimSuffix(m[0], "("), "write its rules into the file, and one address into url(…)")
			continue
		}
		a.address("style", m[1])
	}
}

// unescaped is a style in which no character stands by its number or behind a backslash.
func unescaped(css string) string {
	var plain strings.Builder
	for {
		before, after, found := strings.Cut(css, `\`)
		plain.WriteString(before)
		if !found || after == "" {
			return plain.String()
		}
		digits := 0
		for digits < min(6, len(after)) && strings.IndexByte("0123456789abcdefABCDEF", after[digits]) >= 0 {
			digits++
		}
		if digits == 0 {
			plain.WriteByte(after[0])
			css = after[1:]
			continue
		}
		number, _ := strconv.ParseInt(after[:digits], 16, 32) // six digits are one
		plain.WriteRune(rune(number))
		css = strings.TrimPrefix(after[digits:], "\r")
		if css != "" && strings.IndexByte(" \t\n\f", css[0]) >= 0 {
			css = css[1:]
		}
	}
}
