package intake

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// linked reads what a page says of its article in JSON-LD, where its head does not.
func (p *page) linked(root *html.Node) {
	var all []map[string]any
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "script" && strings.HasPrefix(strings.ToLower(attribute(n, "type")), "application/ld+json") && n.FirstChild != nil {
			var value any
			_ = json.Unmarshal([]byte(n.FirstChild.Data), &value) // of what is no JSON nothing is read
			all = objectsIn(all, value)
		}
	}
	byID := map[string]map[string]any{}
	for _, o := range all {
		if id, _ := o["@id"].(string); id != "" && o["name"] != nil {
			byID[id] = o
		}
	}
	for _, o := range all {
		if !isArticle(o["@type"]) {
			continue
		}
		p.publisher = cmp.Or(p.publisher, nameIn(o["publisher"], byID))
		p.author = cmp.Or(p.author, nameIn(o["author"], byID))
		if day, _ := o["datePublished"].(string); p.date == "" {
			p.date = isoDay.FindString(day)
		}
		return
	}
}

// isArticle says whether a type, or one of several, is that of an article.
func isArticle(kind any) bool {
	switch v := kind.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting")
	case []any:
		return slices.ContainsFunc(v, isArticle)
	}
	return false
}

// objectsIn appends the objects of a value, outer ones first.
func objectsIn(all []map[string]any, value any) []map[string]any {
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			all = objectsIn(all, one)
		}
	case map[string]any:
		all = append(all, v)
		for _, key := range sortedKeys(v) {
			all = objectsIn(all, v[key])
		}
	}
	return all
}

// nameIn is what a value names: a text, or the name of one or several things, which may stand elsewhere on the page.
func nameIn(value any, byID map[string]map[string]any) string {
	switch v := value.(type) {
	case string:
		if !strings.Contains(v, "://") {
			return oneLine(v)
		}
	case []any:
		var names []string
		for _, one := range v {
			if name := nameIn(one, byID); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	case map[string]any:
		id, _ := v["@id"].(string)
		return cmp.Or(nameIn(v["name"], nil), nameIn(byID[id]["name"], nil))
	}
	return ""
}
