package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// TestLookupAgreesWithTheList looks routes up that are almost those of pages:
// each is found if it is on the list, and only then.
func TestLookupAgreesWithTheList(t *testing.T) {
	archives := map[string]*dossier.Archive{
		"sample":              sample(t, ""),
		"long":                record(t, 350, 4, func(i int) string { return fmt.Sprintf("2025-06-%02d", 1+i/20) }),
		"long, before Christ": record(t, 250, 300, func(i int) string { return fmt.Sprintf("-00%02d", 50-i/100) }),
		"empty":               record(t, 0, 1, nil),
	}
	archives["no statement pages"] = record(t, 5, 2, func(int) string { return "2025-06-19" })
	archives["no statement pages"].Site.StatementPages = false
	for name, archive := range archives {
		t.Run(name, func(t *testing.T) {
			listed := map[string]page.Page{}
			for p := range page.New(archive, locale.English()).All() {
				listed[p.Route] = p
			}
			plan := page.New(archive, locale.English())
			roots := map[string]bool{}
			for route := range plan.Roots {
				roots[stem(route)] = true
			}
			for route, p := range listed {
				if p.Template == "redirect.html" {
					continue // whoever asks for the roots knows these
				}
				if root := strings.Split(route, "/")[1]; !roots[stem(route)] && strings.Trim(root, "-0123456789") != "" {
					t.Errorf("no root of %s", route)
				}
			}
			for route := range listed {
				for _, tried := range near(route) {
					found, ok := plan.Lookup(tried)
					want, is := listed[tried]
					if ok != is || found.Route != want.Route || found.Template != want.Template || found.Section != want.Section {
						t.Fatalf("%q: found %t %s, listed %t %s", tried, ok, found.Template, is, want.Template)
					}
				}
			}
		})
	}
}

// stem is the first part of a route, and in a section the first two.
func stem(route string) string {
	parts := strings.Split(route, "/")
	if slices.Contains([]string{"digests", "actors", "conversations", "topics", "acts"}, parts[1]) {
		return parts[1] + "/" + parts[2]
	}
	return parts[1]
}

// near are a route and others like it.
func near(route string) []string {
	all := []string{route, strings.TrimSuffix(route, "/"), route + "/", strings.TrimPrefix(route, "/"), strings.ToUpper(route), route + "x/", "/x" + route}
	for _, number := range []string{"0", "1", "2", "3", "4", "01", "-1", "+1", "1/2", "", "99999999999999999999"} {
		all = append(all, route+"p/"+number+"/", route+"p/"+number)
	}
	for at := range route {
		if route[at] == '/' {
			all = append(all, route[:at], route[:at+1], route[at:], route[:at+1]+"p/"+route[at+1:])
		}
	}
	return all
}

// TestSamplesAreAPageByEachTemplate compares them with the list of all pages.
func TestSamplesAreAPageByEachTemplate(t *testing.T) {
	archives := map[string]*dossier.Archive{
		"sample":             sample(t, ""),
		"years":              record(t, 5, 2, func(i int) string { return fmt.Sprint(2025 + i) }),
		"empty":              record(t, 0, 1, nil),
		"no statement pages": record(t, 5, 2, func(int) string { return "2025-06-19" }),
	}
	archives["no statement pages"].Site.StatementPages = false
	for name, archive := range archives {
		templates, routes := map[string]bool{}, map[string]bool{}
		for p := range page.New(archive, locale.English()).All() {
			templates[p.Template], routes[p.Route] = true, true
		}
		for p := range page.New(archive, locale.English()).Samples {
			if !templates[p.Template] || !routes[p.Route] {
				t.Errorf("%s: %s, by %s, is no page, or there is another", name, p.Route, p.Template)
			}
			delete(templates, p.Template)
		}
		if len(templates) > 0 {
			t.Errorf("%s: there is no page by %v", name, templates)
		}
	}
}
