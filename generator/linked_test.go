package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"demarche/generator/dossier"
)

// vocabulary is schema.org as the types of schema-dts have it.
type vocabulary struct {
	above      map[string][]string            // of a type, those that it is one of, itself too
	properties map[string]map[string][]string // of a type, the types of what each of its own properties may be
}

var (
	aSchemaClass    = regexp.MustCompile(`(?m)^(?:export )?interface (\w+?)(Base|Leaf) extends ([^{]+) \{\n((?:    .*\n)*)\}`)
	aSchemaProperty = regexp.MustCompile(`(?m)^    "(\w+)"\?: SchemaValue<(.*), "\w+">;`)
)

func schemaOrg(t *testing.T) vocabulary {
	t.Helper()
	text, err := os.ReadFile("testdata/npm/node_modules/schema-dts/dist/schema.d.ts")
	if err != nil {
		const missing = "schema-dts is not installed: npm ci --prefix generator/testdata/npm"
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	parents, v := map[string][]string{}, vocabulary{map[string][]string{}, map[string]map[string][]string{}}
	for _, class := range aSchemaClass.FindAllStringSubmatch(string(text), -1) {
		name, isLeaf := class[1], class[2] == "Leaf"
		for parent := range strings.SplitSeq(class[3], ", ") {
			if parent, isBase := strings.CutSuffix(parent, "Base"); isBase && parent != name {
				parents[name] = append(parents[name], parent)
			}
		}
		if isLeaf {
			v.above[name] = nil
		}
		if v.properties[name] == nil {
			v.properties[name] = map[string][]string{}
		}
		for _, property := range aSchemaProperty.FindAllStringSubmatch(class[4], -1) {
			v.properties[name][property[1]] = strings.Split(property[2], " | ")
		}
	}
	for name := range v.above {
		all := []string{name}
		for i := 0; i < len(all); i++ {
			for _, parent := range parents[all[i]] {
				if !slices.Contains(all, parent) {
					all = append(all, parent)
				}
			}
		}
		v.above[name] = all
	}
	return v
}

// check finds types and properties that do not exist, and values that a property may not have.
// A node without a type is of one that is not known, and may be any.
func (v vocabulary) check(node map[string]any, at string) (wrong []string) {
	kind, _ := node["@type"].(string)
	if kind != "" && v.above[kind] == nil {
		return []string{at + ": there is no type " + kind}
	}
	for name, value := range node {
		if strings.HasPrefix(name, "@") && name != "@graph" {
			continue
		}
		below := at + "." + name
		var may []string
		for _, class := range v.above[kind] {
			may = append(may, v.properties[class][name]...)
		}
		if kind != "" && may == nil {
			wrong = append(wrong, below+": "+kind+" has no such property")
		}
		values, several := value.([]any)
		if !several {
			values = []any{value}
		}
		for _, one := range values {
			switch one := one.(type) {
			case map[string]any:
				wrong = append(wrong, v.check(one, below)...)
				is, _ := one["@type"].(string)
				if is != "" && may != nil && !slices.ContainsFunc(v.above[is], func(class string) bool { return slices.Contains(may, class) }) {
					wrong = append(wrong, fmt.Sprintf("%s: is a %s, may be %v", below, is, may))
				}
			case string:
				if may != nil && !containsAny(strings.Join(may, " "), []string{"Text", "URL", "Date", "IdReference"}) {
					wrong = append(wrong, fmt.Sprintf("%s: is a text, may be %v", below, may))
				}
				if strings.HasPrefix(name, "date") && !anISODate.MatchString(one) {
					wrong = append(wrong, below+": "+one+" is no date")
				}
			}
		}
	}
	return wrong
}

var anISODate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$`)

// linkedOf is the JSON-LD of a page, and how many blocks of it there are.
func linkedOf(t *testing.T, page []byte) (object map[string]any, text string, count int) {
	t.Helper()
	for node := range parseHTML(t, page).Descendants() {
		if node.Type == html.ElementNode && node.Data == "script" && slices.Contains(node.Attr, html.Attribute{Key: "type", Val: "application/ld+json"}) {
			count++
			text = wholeText(node)
		}
	}
	if err := json.Unmarshal([]byte(text), &object); err != nil && count > 0 {
		t.Errorf("%v in %s", err, text)
	}
	return object, text, count
}

// TestEveryPageSaysWhatItIsInTheWordsOfSchemaOrg reads the JSON-LD of each page of the sample, of hard sites
// and of a hostile one.
func TestEveryPageSaysWhatItIsInTheWordsOfSchemaOrg(t *testing.T) {
	v := schemaOrg(t)
	kinds := map[string]int{}
	for site, files := range map[string]map[string][]byte{
		"sample": sample(t, hostileBase), "cited": built(t, cited()), "fa": built(t, reading(t, "fa")), "en": built(t, reading(t, "en")), "hostile": built(t, hostileSite("escaped", 1)),
	} {
		for name, text := range files {
			if path.Ext(name) != ".html" || isRedirect(text) {
				continue
			}
			object, written, count := linkedOf(t, text)
			if count != 1 {
				t.Errorf("%s, %s: %d blocks of JSON-LD", site, name, count)
				continue
			}
			if strings.ContainsAny(written, "<>&\u2028\u2029") {
				t.Errorf("%s, %s: HTML could take something in it for its own: %s", site, name, written)
			}
			if object["@context"] != "https://schema.org" {
				t.Errorf("%s, %s: the context is %v", site, name, object["@context"])
			}
			for _, wrong := range slices.Concat(v.check(object, ""), notWhole(object, "")) {
				t.Errorf("%s, %s%s", site, name, wrong)
			}
			for _, never := range []string{`"Country"`, "ClaimReview"} {
				if strings.Contains(written, never) {
					t.Errorf("%s, %s says %s", site, name, never)
				}
			}
			for _, kind := range regexp.MustCompile(`"@type":"(\w+)"`).FindAllStringSubmatch(written, -1) {
				kinds[kind[1]]++
			}
		}
	}
	for _, kind := range []string{"CommunicateAction", "Quotation", "GovernmentOrganization", "Person", "Article", "CorrectionComment", "CollectionPage",
		"WebSite", "Dataset", "DataDownload", "BreadcrumbList", "ProfilePage", "SearchResultsPage", "WebPage"} {
		if kinds[kind] == 0 {
			t.Errorf("no page says %s: %v", kind, slices.Sorted(maps.Keys(kinds)))
		}
	}
}

// notWhole finds addresses in a value of JSON-LD that are none of the web: search engines take no others.
func notWhole(value any, at string) (wrong []string) {
	switch value := value.(type) {
	case []any:
		for _, one := range value {
			wrong = append(wrong, notWhole(one, at)...)
		}
	case map[string]any:
		for name, one := range value {
			address, is := one.(string)
			if is && slices.Contains([]string{"@id", "item", "url", "contentUrl", "image", "archivedAt", "sameAs"}, name) && !dossier.OnWeb(address) {
				wrong = append(wrong, fmt.Sprintf("%s.%s: %s is not whole", at, name, address))
			}
			wrong = append(wrong, notWhole(one, at+"."+name)...)
		}
	}
	return wrong
}

func TestTheVocabularyFindsWhatIsNotInIt(t *testing.T) {
	v := schemaOrg(t)
	for text, want := range map[string]string{
		`{"@type":"Claim0"}`: "no type", `{"@type":"Person","recipient":{}}`: "no such property", `{"@type":"CommunicateAction","agent":{"@type":"Article"}}`: "is a Article",
		`{"@type":"Article","dateCreated":"2031-03~"}`: "no date", `{"@type":"Article","citation":[{"@type":"Article","act":"warn"}]}`: "no such property",
		`{"@type":"Article","citation":{"@type":"Article","name":"a"}}`: "",
	} {
		var node map[string]any
		if err := json.Unmarshal([]byte(text), &node); err != nil {
			t.Fatal(err)
		}
		got := strings.Join(v.check(node, ""), "; ")
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestLinkedDataSayWhatTheRecordSays compares pages of a site with what its files say.
func TestLinkedDataSayWhatTheRecordSays(t *testing.T) {
	s := cited()
	s["index.md"] = strings.Replace(s["index.md"], "---\n", "---\nlicense: CC BY-SA 4.0\n", 1)
	s["actors/Freedonia.md"] = "---\nkind: state\nwikidata: Q1\n---\n"
	s["digests/ultimatum.md"] = strings.Replace(s["digests/ultimatum.md"], "sources: [{title: The marsh is ours, date: 2031-03-08~}]",
		"lastmod: 2031-03-11\ncorrections: [{date: 2031-03-10, text: It is ten days.}]\nsources: [{title: The marsh is ours, date: 2031-03-08~, url: \"https://gazette.example/1\", archived: \"https://archive.example/1\", publisher: The Gazette}]", 1)
	s["digests/withdrawn.md"] = strings.Replace(s["digests/withdrawn.md"], "date: 2031-03-02", "date: 2031-03-01/2031-03-02", 1)
	files := built(t, s)
	for name, want := range map[string][]string{
		"digests/ultimatum/ten-days/index.html": {
			`"agent":[{"@type":"Person","@id":"http://freedonia.example/repo/actors/firefly/","name":"Rufus T. Firefly"},{"@type":"Person","@id":"http://freedonia.example/repo/actors/wen-hui/","name":"Wen Hui"}]`,
			`"recipient":{"@type":"GovernmentOrganization","@id":"http://freedonia.example/repo/actors/freedonia/","name":"Freedonia","sameAs":"https://www.wikidata.org/wiki/Q1"}`,
			`{"@context":"https://schema.org","@type":"CommunicateAction","@id":"http://freedonia.example/repo/digests/ultimatum/ten-days/",`, `"object":{"@type":"Quotation","text":"You have ten days to leave the marsh.","inLanguage":"en","dateCreated":"2031-03-09T14:30+01:00",`,
			`"isBasedOn":{"@type":"Article","name":"The marsh is ours","url":"https://gazette.example/1","archivedAt":"https://archive.example/1","publisher":{"@type":"Organization","name":"The Gazette"}}`,
			`"isPartOf":{"@type":"Article","@id":"http://freedonia.example/repo/digests/ultimatum/"}`,
		},
		"digests/ultimatum/never/index.html":      {`"agent":{"@type":"Person","description":"a senior official for Freedonia"},"participant":{"@type":"GovernmentOrganization","@id":"http://freedonia.example/repo/actors/freedonia/","name":"Freedonia"`, `"object":{"@type":"CreativeWork","abstract":"He would not leave, and said “never” twice.","inLanguage":"en","isBasedOn"`},
		"digests/ultimatum/signs/index.html":      {`"agent":{"@type":"GovernmentOrganization","@id":"http://freedonia.example/repo/actors/ministry/"`, `50 % of {us} \u0026 $5`, `"dateCreated":"2031-03"`},
		"digests/ultimatum/by-then/index.html":    {`"inLanguage":"en","isBasedOn"`},
		"digests/ultimatum/about-then/index.html": {`"inLanguage":"en","isBasedOn"`},
		"digests/ultimatum/some-day/index.html":   {`"inLanguage":"en","isBasedOn"`},
		"digests/ultimatum/no-day/index.html":     {`"inLanguage":"en","isBasedOn"`},
		"digests/ultimatum/gone/index.html":       {`"@type":"WebPage"`, `"creativeWorkStatus":"Withdrawn"`},
		"digests/ultimatum/index.html": {
			`"@type":"Article"`, `"temporalCoverage":"2031-03-09","dateModified":"2031-03-11"`, `"author":{"@type":"Person","name":"A. Scribe"}`,
			`"citation":{"@type":"Article","name":"The marsh is ours","url":"https://gazette.example/1","archivedAt":"https://archive.example/1","publisher":{"@type":"Organization","name":"The Gazette"}}`,
			`{"@type":"CorrectionComment","text":"It is ten days.","datePublished":"2031-03-10"}`,
			`{"@type":"CorrectionComment","text":"The Gazette took it back.","about":{"@type":"CommunicateAction","@id":"http://freedonia.example/repo/digests/ultimatum/gone/"}}`,
			`"publisher":{"@type":"Organization","name":"Zenda University"}`, `"@type":"BreadcrumbList"`,
		},
		"digests/withdrawn/index.html": {`"temporalCoverage":"2031-03-01/2031-03-02"`, `"creativeWorkStatus":"Withdrawn"`, `"correction":{"@type":"CorrectionComment","text":"It was one."}`},
		"actors/freedonia/index.html":  {`"@type":"ProfilePage"`, `"mainEntity":{"@type":"GovernmentOrganization","@id":"http://freedonia.example/repo/actors/freedonia/","name":"Freedonia","sameAs":"https://www.wikidata.org/wiki/Q1"}`},
		"actors/firefly/index.html":    {`"mainEntity":{"@type":"Person","@id":"http://freedonia.example/repo/actors/firefly/","name":"Rufus T. Firefly","familyName":"Firefly","givenName":"Rufus T."}`},
		"index.html":                   {`"@type":"WebSite"`, `"publisher":{"@type":"Organization","name":"Zenda University"}`, `"license":"https://creativecommons.org/licenses/by-sa/4.0/"`},
		"data/index.html":              {`"@type":"Dataset"`, `"creator":{"@type":"Person","name":"A. Scribe"}`, `"contentUrl":"http://freedonia.example/repo/data/statements.json"`, `"license":"https://creativecommons.org/licenses/by-sa/4.0/"`},
		"conversations/index.html":     {`"@type":"CollectionPage"`},
	} {
		_, text, _ := linkedOf(t, files[name])
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s does not say %s:\n%s", name, part, text)
			}
		}
	}
	if _, text, _ := linkedOf(t, files["digests/ultimatum/gone/index.html"]); strings.Contains(text, "Gone.") {
		t.Error("words that are withdrawn are still in JSON-LD")
	}
}

// TestWhatACorrectionIsAboutIsOnThePageThatItNames follows the @id of a statement that was withdrawn.
func TestWhatACorrectionIsAboutIsOnThePageThatItNames(t *testing.T) {
	files := built(t, cited())
	digest, _, _ := linkedOf(t, files["digests/ultimatum/index.html"])
	tombstone, _, _ := linkedOf(t, files["digests/ultimatum/gone/index.html"])
	about, here := linkedIDs(digest, "CommunicateAction"), linkedIDs(tombstone, "CommunicateAction")
	if page := []string{hostileBase + "digests/ultimatum/gone/"}; !slices.Equal(about, page) || !slices.Equal(here, page) {
		t.Errorf("%q is said to be about %q", here, about)
	}
}

// linkedIDs are the @id of all nodes of a type in a value of JSON-LD.
func linkedIDs(value any, kind string) (ids []string) {
	switch value := value.(type) {
	case []any:
		for _, one := range value {
			ids = append(ids, linkedIDs(one, kind)...)
		}
	case map[string]any:
		if id, has := value["@id"].(string); has && value["@type"] == kind {
			ids = append(ids, id)
		}
		for _, one := range value {
			ids = append(ids, linkedIDs(one, kind)...)
		}
	}
	return ids
}

// TestThePolicyLetsLinkedDataBe opens pages with their policy: data is nothing that it would stop.
func TestThePolicyLetsLinkedDataBe(t *testing.T) {
	t.Parallel()
	files := built(t, cited())
	files["planted/index.html"] = bytes.Replace(files["index.html"], []byte("</main>"), []byte("<script>top.hit()</script></main>"), 1)
	b := open(t, files)
	b.keepPolicy.Store(true)
	const stopped = `new Promise((done) => {
		let count = 0;
		new ReportingObserver((reports) => { count += reports.length; }, { types: ["csp-violation"], buffered: true }).observe();
		setTimeout(() => done(count), 300);
	})`
	for page, want := range map[string]bool{"digests/ultimatum/ten-days/": false, "digests/ultimatum/": false, "data/": false, "": false, "planted/": true} {
		b.at(t, page)
		if kind := tells[string](t, b, `JSON.parse(document.querySelector("script[type='application/ld+json']").textContent)["@context"]`); kind != "https://schema.org" {
			t.Errorf("%q: the browser reads %s", page, kind)
		}
		count, err := chromedp.Run(b.ctx, chromedp.Evaluate[int](stopped, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		if (count > 0) != want {
			t.Errorf("%q: the policy stopped %d things", page, count)
		}
	}
}
