package main

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestEveryLinkAndAnchorOfTheSampleResolves(t *testing.T) {
	for _, base := range []string{"/", "/repo/", "https://freedonia.example/repo/"} {
		t.Run(base, func(t *testing.T) {
			files := sample(t, base)
			address, err := url.Parse(base)
			if err != nil {
				t.Fatal(err)
			}
			checker := linkChecker{files: files, base: address, ids: map[string]map[string]bool{}}
			for name := range files {
				if path.Ext(name) != ".html" {
					continue
				}
				// The menu and the footer alone have as many.
				if links := checker.page(t, name); links < 10 && !isRedirect(files[name]) {
					t.Errorf("%s has only %d links", name, links)
				}
			}
		})
	}
}

func isRedirect(page []byte) bool { return bytes.Contains(page, []byte(`http-equiv="refresh"`)) }

type linkChecker struct {
	files map[string][]byte
	base  *url.URL                   // where the site is published
	ids   map[string]map[string]bool // of each page
}

// page checks every link of a page and returns how many there were.
func (c *linkChecker) page(t *testing.T, name string) int {
	links := 0
	here := &url.URL{Path: c.base.Path + name}
	for node := range parseHTML(t, c.files[name]).Descendants() {
		for _, a := range node.Attr {
			target, isLink := c.linked(node.Data, a)
			if !isLink {
				continue
			}
			links++
			to, err := url.Parse(target)
			if err != nil {
				t.Errorf("%s: %q: %v", name, target, err)
				continue
			}
			c.resolve(t, name, target, here.ResolveReference(to))
		}
	}
	return links
}

func (c *linkChecker) linked(tag string, a html.Attribute) (target string, is bool) {
	switch {
	case a.Key == "href" || a.Key == "src":
		return a.Val, true
	case tag == "meta" && a.Key == "content" && strings.HasPrefix(a.Val, "0; url="):
		return strings.TrimPrefix(a.Val, "0; url="), true
	}
	return "", false
}

func (c *linkChecker) resolve(t *testing.T, page, target string, to *url.URL) {
	if to.Scheme != "" && to.Host != c.base.Host {
		return // another site's
	}
	below, inside := strings.CutPrefix(to.Path, c.base.Path)
	if !inside {
		t.Errorf("%s: %q is outside the base path", page, target)
		return
	}
	if below == "" || strings.HasSuffix(below, "/") {
		below += "index.html"
	}
	if _, exists := c.files[below]; !exists {
		t.Errorf("%s: %q leads to nothing", page, target)
		return
	}
	if to.Fragment != "" && !c.anchors(t, below)[to.Fragment] {
		t.Errorf("%s: %q: no such anchor", page, target)
	}
}

func (c *linkChecker) anchors(t *testing.T, name string) map[string]bool {
	if known := c.ids[name]; known != nil {
		return known
	}
	ids := map[string]bool{}
	for node := range parseHTML(t, c.files[name]).Descendants() {
		for _, a := range node.Attr {
			if a.Key == "id" {
				if ids[a.Val] {
					t.Errorf("%s: id %q stands twice", name, a.Val)
				}
				ids[a.Val] = true
			}
		}
	}
	c.ids[name] = ids
	return ids
}
