package main

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// policy is what the Content-Security-Policy of every page but redirects says.
var policy = []string{
	"default-src 'none'", "style-src 'self'", "img-src 'self' pictures.example", "font-src 'self'", "script-src 'self'", "connect-src 'self'", "object-src 'none'",
	"base-uri 'none'", "form-action 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'",
}

func TestEveryPageHasItsPolicyFirst(t *testing.T) {
	pages, redirects := 0, 0
	s := hostileSite("escaped", 0)
	s["digests/moved.md"] = strings.Replace(ordealHead, "date:", "aliases: [/old/]\ndate:", 1)
	for name, text := range built(t, s) {
		if path.Ext(name) != ".html" {
			continue
		}
		want := strings.Join(policy, "; ")
		if bytes.Contains(text, []byte(`http-equiv="refresh"`)) {
			want = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
			redirects++
		}
		pages++
		if got := firstPolicy(text); got != want {
			t.Errorf("%s has the policy %q, want %q", name, got, want)
		}
		if !bytes.Contains(text, []byte(`<meta name="referrer" content="no-referrer">`)) {
			t.Errorf("%s tells other sites where its readers come from", name)
		}
	}
	if pages < 200 || redirects == 0 {
		t.Errorf("%d pages, of them %d redirects", pages, redirects)
	}
}

// firstPolicy is the policy of a page, if nothing that loads, leads or shows
// something stands before it.
func firstPolicy(page []byte) string {
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return ""
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		token := tokens.Token()
		switch token.Data {
		case "html", "head":
			continue
		case "meta":
		default:
			return ""
		}
		if len(token.Attr) == 2 && token.Attr[0].Val == "Content-Security-Policy" {
			return token.Attr[1].Val
		}
	}
}

// TestPolicyStopsWhatOtherDefencesWouldLetPass puts into a page what none of
// them lets in.
func TestPolicyStopsWhatOtherDefencesWouldLetPass(t *testing.T) {
	t.Parallel()
	files := built(t, digest("Words.\n"))
	page := files["digests/talks/index.html"]
	planted := bytes.Replace(page, []byte("Words."), []byte(`<script>top.hit()</script><img src=x onerror=top.hit()><iframe src="javascript:top.hit()"></iframe>`+
		`<img src="//evil.example/a.png"><style>@import '//evil.example/a.css'</style><svg onload=top.hit()></svg><script src="//evil.example/a.js"></script>`), 1)
	if bytes.Equal(page, planted) {
		t.Fatal("nothing was planted")
	}
	files["planted/index.html"] = planted
	b := open(t, files)
	for _, withPolicy := range []bool{true, false} {
		b.keepPolicy.Store(withPolicy)
		ran := strings.Contains(strings.Join(b.visit(t, []string{"planted/index.html"}), "\n"), "a script ran")
		if ran == withPolicy {
			t.Errorf("with the policy %t, a script ran: %t", withPolicy, ran)
		}
		if asked := b.askedEvil; asked == withPolicy {
			t.Errorf("with the policy %t, another host was asked: %t", withPolicy, asked)
		}
	}
}

// names are of several scripts, and stand nowhere else.
var bidiNames = []string{"قصر زندا", "ארמון זנדה", "Zenda Palace"}

// isToCopy says whether a text is one to copy, such as a citation: it stands apart, and has no room for elements.
func isToCopy(node *html.Node) bool {
	for up := range node.Ancestors() {
		for _, a := range up.Attr {
			if a.Key == "class" && slices.Contains(strings.Fields(a.Val), "copies") {
				return true
			}
		}
	}
	return false
}

func TestEveryActorNameKeepsItsDirectionToItself(t *testing.T) {
	a, b, c := bidiNames[0], bidiNames[1], bidiNames[2]
	s := site{
		"actors/palace.md": "---\nname: " + a + "\nkind: person\naliases: [Rufus]\nposts: [{role: Aide, organization: " + b + "}]\nrelations: [{with: " + c + ", kind: " + b + "}]\n---\nBy [[" + b + "]].\n",
		"actors/house.md":  "---\nname: " + b + "\nkind: body\nparent: " + c + "\n---\n",
		"digests/talks.md": strings.Replace(ordealHead, "date:", "topics: [oil]\nactors: ["+a+", "+b+", "+c+"]\nevents: [{act: aid, by: "+a+", to: "+b+", with: "+c+", date: 2031-05-01}]\ndate:", 1) +
			"Then [[" + a + "]] met " + c + ".\n\n> a\n>\n> — [[" + a + "]] for [[" + b + "]] to [[" + c + "]] about [[" + b + "]], according to [[" + c + "]] #warn #oil ^one\n\n" +
			"> b\n>\n> — [[" + c + "]] to [[" + a + "]], in reply to [[#^one]]\n\n> c\n>\n> — [[" + a + "]] to [[" + c + "]], retracts [[#^one]]\n",
	}
	found := 0
	for name, text := range built(t, s) {
		if path.Ext(name) != ".html" {
			continue
		}
		for node := range parseHTML(t, text).Descendants() {
			if node.Type != html.TextNode || !containsAny(node.Data, bidiNames) || inElement(node, "title") || inElement(node, "script") || isToCopy(node) {
				continue
			}
			found++
			if !inElement(node, "bdi") && !isChoice(node.Parent) {
				t.Errorf("%s: no <bdi> around %q", name, node.Data)
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d names were found", found)
	}
}

// isChoice says whether a node is a choice in a list, which holds no elements and
// finds its direction itself.
func isChoice(node *html.Node) bool {
	return node.Data == "option" && slices.Contains(node.Attr, html.Attribute{Key: "dir", Val: "auto"})
}

func containsAny(text string, words []string) bool {
	for _, word := range words {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

func inElement(node *html.Node, name string) bool {
	for up := range node.Ancestors() {
		if up.Data == name {
			return true
		}
	}
	return false
}
