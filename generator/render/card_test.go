package render_test

import (
	"strings"
	"testing"

	"demarche/generator/page"
)

// hostile is a value that would run, or break the page, wherever it were not escaped.
const hostile = `"><script>alert('x')</script><!--main-->{{.}}` + "`\x00"

// hostileCard has the hostile value in every slot that holds text.
func hostileCard() page.Card {
	link := page.Link{Label: hostile, Href: "/repo/" + hostile}
	date := page.Date{Label: hostile, Machine: hostile}
	reference := page.Reference{Href: "/repo/" + hostile, Words: hostile, Who: hostile, Date: date}
	tag := page.ActTag{Name: hostile, Href: hostile, Side: hostile}
	return page.Card{
		ID: hostile, Href: hostile, Digest: link,
		Speakers: []page.Link{link, link}, Offices: []page.CardOffice{{Of: hostile, Label: hostile}}, Marked: true,
		Unnamed: hostile,
		For:     []page.Link{link}, To: []page.Link{link}, About: []page.Link{link},
		Act: tag, Act2: &tag, Date: date, Place: hostile, Via: link,
		ReplyTo: []page.Reference{reference}, ReplyURL: link,
		Retracts: []page.Reference{reference}, RetractedBy: []page.Reference{reference}, SameAs: &reference,
		According: link, Hearsay: true, Form: hostile,
		Words: prose("<p>words</p>"), Lang: hostile, Dir: hostile,
		Original: &page.Original{Words: prose("<p>original</p>"), Lang: hostile, Dir: hostile},
		Source:   hostile, Topics: []page.Link{link}, Withdrawn: "",
	}
}

func statementPage(card page.Card) page.Page {
	return page.Page{Template: "statement.html", View: func() page.View {
		return page.View{Head: page.Head{Title: "Statement"}, Main: page.Statement{Version: page.VersionLink{Ledger: "/repo/corrections/"}, Card: page.CardRef{View: func(int) page.Card { return card }}}}
	}}
}

func TestHostileValuesAreEscapedInEveryTextOfACard(t *testing.T) {
	withdrawn := hostileCard()
	withdrawn.Withdrawn = hostile
	withdrawn.Source = ""
	for name, card := range map[string]page.Card{"published": hostileCard(), "withdrawn": withdrawn} {
		got := renderPage(t, site(t, nil), statementPage(card))
		if strings.Count(got, "<script") != 2 || strings.Contains(got, "<!--") || strings.Contains(got, `""`) {
			t.Errorf("%s: a value was not escaped:\n%s", name, got)
		}
		if strings.Count(got, "<") != strings.Count(got, ">") {
			t.Errorf("%s: a tag was broken:\n%s", name, got)
		}
	}
}

func TestScriptAddressesAreNotLinked(t *testing.T) {
	card := page.Card{Form: "paraphrase", Words: prose("<p>w</p>"), Via: page.Link{Label: "radio", Href: "javascript:alert(1)"}}
	if got := renderPage(t, site(t, nil), statementPage(card)); strings.Contains(got, "javascript:") {
		t.Errorf("got\n%s", got)
	}
}

func TestCardSaysInWordsWhatAStatementIs(t *testing.T) {
	freedonia := page.Link{Label: "Freedonia", Href: "/repo/actors/freedonia/"}
	for _, test := range []struct {
		name string
		card page.Card
		want string
	}{
		{"paraphrase", page.Card{Paraphrase: true}, "<b>paraphrase</b>"},
		{"mixed", page.Card{Mixed: true}, "<b>partly quoted</b>"},
		{"hearsay", page.Card{According: freedonia, Hearsay: true, Marked: true}, `<b>hearsay</b>, according to <a href="/repo/actors/freedonia/">`},
		{"unnamed", page.Card{Unnamed: "a senior official", Marked: true}, "<b>unnamed speaker</b>"},
		{"retracted", page.Card{RetractedBy: []page.Reference{{Who: "Rufus Firefly"}}, Marked: true}, "<b>retracted</b> by"},
		{"same as", page.Card{SameAs: &page.Reference{Who: "Rufus Firefly"}, Marked: true}, "<b>another report</b> of"},
		{"withdrawn", page.Card{Withdrawn: "taken back"}, "<b>Withdrawn.</b> <bdi>taken back</bdi></p>"},
		{"withdrawn on a day", page.Card{Withdrawn: "taken back", WithdrawnOn: &page.Date{Machine: "2025-06-20", Label: "Withdrawn on 20 June 2025:"}},
			`<b><time datetime="2025-06-20">Withdrawn on 20 June 2025:</time></b> <bdi>taken back</bdi></p>`},
		{"reported", page.Card{Date: page.Date{Label: "reported 19 June 2025"}}, "reported 19 June 2025"},
		{"right to left", page.Card{Lang: "ar", Dir: "rtl"}, `lang="ar" dir="rtl"`},
	} {
		if got := renderPage(t, site(t, nil), statementPage(test.card)); !strings.Contains(got, test.want) {
			t.Errorf("%s: missing %s in\n%s", test.name, test.want, got)
		}
	}
}

func TestNothingInlineAndNothingFromElsewhere(t *testing.T) {
	got := renderPage(t, site(t, nil), statementPage(hostileCard()))
	for _, never := range []string{" style=", "<script>", "<style", `src="http`} {
		if strings.Contains(got, never) {
			t.Errorf("%s stands in\n%s", never, got)
		}
	}
}

// TestACorrectionStandsBelowTheWords: before all else that is on the page of a statement, where who checks the words reads it.
func TestACorrectionStandsBelowTheWords(t *testing.T) {
	ref := page.CardRef{View: func(int) page.Card { return page.Card{Words: prose("<p>Ten days.</p>")} }}
	got := renderPage(t, site(t, nil), page.Page{Template: "statement.html", View: func() page.View {
		return page.View{Main: &page.Statement{
			Card: ref, Replies: []page.Reference{{Words: "No.", Href: "/repo/no/"}},
			Corrected: page.Link{Label: "12 March 2031", Href: "/repo/a/#__corrections"},
		}}
	}})
	places := []string{"Ten days.", `<a href="/repo/a/#__corrections">The digest of this statement was corrected: 12 March 2031</a>`, "This statement", `class="side"`}
	at := -1
	for _, text := range places {
		next := strings.Index(got, text)
		if next <= at || strings.Count(got, text) != 1 {
			t.Fatalf("%q is not behind what stands before it, once:\n%s", text, got)
		}
		at = next
	}
}
