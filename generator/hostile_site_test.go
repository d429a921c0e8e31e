package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// quoted is text as YAML, JSON and TOML all read it.
func quoted(text string) string {
	line, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(line)
}

// mixed are the payloads, three in a text.
var mixed = func() []string {
	var texts []string
	for three := range slices.Chunk(payloads, 3) {
		texts = append(texts, strings.Join(three, " "))
	}
	return texts
}()

// hostileSite has every payload in every slot that shows it, and in every
// place of a body. Digest, actor, topic and page i have text i of mixed; the site itself has text own.
func hostileSite(html string, own int) site {
	s := site{"index.md": fmt.Sprintf("---\nhtml: %s\nsocial_cards: true\noembed: true\n%s\nmenu:\n  - {%s, route: /about-0/}\n  - timeline\nimage_hosts: [pictures.example]\nedit_url: https://evil.example/%s\n---\n%s",
		html, lines(mixed[own], "siteOnly", "shared"), filled(mixed[own], []string{"menuFields"}), `"'><b>`, hostileAddresses()+hostileBody(mixed[own]))}
	for i, p := range mixed {
		p += fmt.Sprint(" ", i)
		head := fmt.Sprintf("---\n%s\nslug: SLUG-%d\ndate: 2031-05-%02d\n", lines(p, "shared"), i, i%28+1)
		sources := fmt.Sprintf("sources:\n  - {id: one, url: %s, archived: %s, %s}\n", quoted(webAddresses[i%4]), quoted(webAddresses[(i+1)%4]), filled(p, []string{"sourceFields"}, "text"))
		corrections := fmt.Sprintf("corrections: [{date: 2031-06-01, %s}]\n", filled(p, []string{"amendmentFields"}))
		events := fmt.Sprintf("events: [{act: aid, date: 2031-05-01, %s}]\n", filled(p, []string{"deedFields"}))
		rest := head + sources + corrections
		digest := strings.ReplaceAll(rest, "SLUG", "talks") + events + lines(p, "digestOnly")
		digest = strings.Replace(digest, "withdrawn: ", "withdrawn: {gone: ", 1)
		reason := quoted(p)
		if i%2 == 1 {
			reason = fmt.Sprintf("{date: 2031-06-02, %s}", filled(p, []string{"withdrawalFields"}))
		}
		digest = strings.ReplaceAll(digest, "gone: "+quoted(p), "gone: "+reason+"}") + "\n---\n"
		s[fmt.Sprintf("digests/talks-%d.md", i)] = digest + hostileStatements(p) + hostileBody(p)
		s[fmt.Sprintf("actors/actor-%d.md", i)] = fmt.Sprintf("%s%s\nposts: [{%s}]\nrelations: [{%s}]\n---\n%s", strings.ReplaceAll(rest, "SLUG", "actor"),
			strings.ReplaceAll(lines(p, "actorOnly"), "parent: \"", "parent: \"Office "), filled(p, []string{"postFields"}), filled(p, []string{"relationFields"}), hostileBody(p))
		s[fmt.Sprintf("topics/topic-%d.md", i)] = strings.ReplaceAll(rest, "SLUG", "topic") + "---\n" + hostileBody(p)
		s[fmt.Sprintf("pages/about-%d.md", i)] = strings.ReplaceAll(rest, "SLUG", "about") + "---\n" + hostileBody(p)
	}
	var links strings.Builder
	for _, a := range slices.Concat(addresses, webAddresses) {
		inAddress := strings.NewReplacer(" ", "", "<", "", ">", "", ",", "").Replace(a)
		fmt.Fprintf(&links, "> a\n>\n> — [[Rufus Firefly]], via [a](%[1]s), in reply to [a](%[1]s)\n\n> a\n>\n> — [[Rufus Firefly]], via %[1]s\n\n", inAddress)
	}
	s["digests/links.md"] = ordealHead + links.String()
	return s
}

// lines are the shown keys of tables, a line each.
func lines(text string, tables ...string) string {
	return strings.ReplaceAll(filled(text, tables), `", `, "\"\n")
}

// hostileAddresses is Markdown with every address in every kind of link.
func hostileAddresses() string {
	var b strings.Builder
	for _, a := range slices.Concat(addresses, webAddresses) {
		fmt.Fprintf(&b, "[a](<%[1]s>) ![a](<%[1]s>) <%[1]s> %[1]s <a href=\"%[1]s\" target=_blank>a</a> <img src=\"%[1]s\" alt=a> <img src='%[1]s'>\n\n[b]: <%[1]s>\n\n[b] [[a|%[1]s]]\n\n", a)
	}
	return b.String()
}

// hostileBody is Markdown with a text in every place of prose.
func hostileBody(p string) string {
	var b strings.Builder
	for _, form := range []string{
		"%s\n\n", "a %s b\n\n", "# %s\n\n", "- %s\n\n", "| %s | a |\n|---|---|\n| a | %s |\n\n", "> %s\n\n", "> [!note] %s\n> %s\n\n",
		"[%s](a)\n\n", "[a](</a> \"%s\")\n\n", "[a](<%s>)\n\n", "![%s](/a.png)\n\n", "![a](<%s>)\n\n", "[a]: /a '%s'\n\n[a]\n\n",
		"[[x %s]]\n\n", "[[a|%s]]\n\n", "[[talks-0#%s]]\n\n", "**%s** ~~%s~~\n\n", "<b title=\"%s\">a</b>\n\n", "<div>%s</div>\n\n",
		"<div class='%s' id='%s' lang='%s'>a</div>\n\n", "<!-- %s -->\n\n", "`%s`\n\n", "    %s\n\n", "```%s\n%s\n```\n\n",
	} {
		b.WriteString(strings.ReplaceAll(form, "%s", p))
	}
	return b.String()
}

// hostileStatements are statements with a payload in every part.
func hostileStatements(p string) string {
	var b strings.Builder
	inClause := strings.NewReplacer(",", " ", "[", "", "]", "", "#", "", "^", "").Replace(p)
	for _, form := range []string{
		"> “%[1]s”\n>\n> — [[Rufus Firefly]] to [[Sylvania]] #warn\n\n",
		"> %[1]s\n>\n> > %[1]s (ru)\n>\n> — [[Rufus Firefly|%[2]s]] for [[Freedonia]] ^gone\n\n",
		"> Q: %[1]s\n>\n> a\n>\n> — a %[2]s for [[Freedonia]]\n\n",
		"> a\n>\n> — [[x %[2]s]] to [[x %[2]s]] about [[x %[2]s]], at %[2]s, via %[2]s, according to %[2]s\n\n",
		"> b\n>\n> — [[Rufus Firefly]], via [%[2]s](/a), in reply to [%[2]s](/a)\n\n",
		"> c\n>\n> — [[Rufus Firefly]], according to [[x %[2]s]] #topic-0\n\n",
	} {
		fmt.Fprintf(&b, form, p, inClause)
	}
	return b.String()
}
