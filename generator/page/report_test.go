package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// shown are the wordings of reports with words that were [+added], and behind them those that they [-leave out].
func shown(r page.Report) string {
	var all []string
	if r.Same {
		all = append(all, "same")
	}
	if r.Apart {
		all = append(all, "apart")
	}
	if r.Form != "" {
		all = append(all, r.Form)
	}
	from := len(all)
	for _, p := range r.Wording {
		switch {
		case p.Added:
			all = append(all, "[+"+p.Text+"]")
		default:
			all = append(all, p.Text)
		}
	}
	if len(all) > from {
		all[from] = r.Open + all[from]
		all[len(all)-1] += r.Close
	}
	for _, words := range r.Left {
		all = append(all, "[-"+words+"]")
	}
	return strings.Join(all, " ")
}

// TestReportsStandBesideTheFirstWithWhatDiffers holds one statement that five digests report.
func TestReportsStandBesideTheFirstWithWhatDiffers(t *testing.T) {
	var files []txtar.File
	add := func(name, source, words, more string) {
		text := fmt.Sprintf("---\ntitle: %s\ndate: 2031-03-09\nsources:\n  - {%s}\n---\n\n> %s\n>\n> — [[Trentino]], 2031-03-08%s #demand ^ten\n", name, source, words, more)
		files = append(files, txtar.File{Name: "content/digests/" + name + ".md", Data: []byte(text)})
	}
	add("a", "title: A, publisher: The Gazette", "“You have ten days to leave the marsh.”", "")
	add("b", "title: B, publisher: The Herald", "“You have ten days to leave the marsh.”", ", same as [[a#^ten]]")
	add("c", "title: C, publisher: The Wire, lang: en", "“You have only ten days to leave our marsh.”", ", same as [[a#^ten]]")
	add("d", "title: A, publisher: The Gazette", "He gave them a deadline and left the room in a hurry.", ", same as [[b#^ten]]")
	add("e", "title: E, publisher: Die Zeitung, lang: de", "„Sie haben zehn Tage.“", ", same as [[a#^ten]]")
	add("c2", "title: G, publisher: The Post, lang: en", "“You have ten days for the marsh.”", ", same as [[a#^ten]]")
	files = append(files, txtar.File{Name: "content/digests/f.md", Data: []byte("---\ntitle: F\ndate: 2031-03-09\nsources: [Another]\nwithdrawn: {ten: It was another speech.}\n---\n\n> “You have days.”\n>\n> — [[Trentino]], 2031-03-08, same as [[a#^ten]] ^ten\n")})
	plan := page.New(resolved(t, files, "/"), locale.English())
	p, _ := plan.Lookup("/digests/a/ten/")
	view := p.View().Main.(*page.Statement)
	if view.Sources != 5 || cardOf(view.Card).Sources != 5 || !view.Marked {
		t.Errorf("%d sources, %d on its card, marked %t", view.Sources, cardOf(view.Card).Sources, view.Marked)
	}
	want := []string{
		"The Herald same",
		"The Wire “You have [+only] ten days to leave [+our] marsh.” [-the]",
		"The Post “You have ten days [+for] the marsh.” [-to leave]",
		"The Gazette apart paraphrase He gave them a deadline and left the room in a hurry.",
		"Die Zeitung „Sie haben zehn Tage.“",
	}
	for i, r := range view.Reports {
		if got := r.Label + " " + shown(r); i >= len(want) || got != want[i] {
			t.Errorf("report %d is %q", i, got)
		}
	}
	if len(view.Reports) != len(want) {
		t.Errorf("%d reports", len(view.Reports))
	}
	other, _ := plan.Lookup("/digests/c/ten/")
	card := cardOf(other.View().Main.(*page.Statement).Card)
	if card.SameAs == nil || card.SameAs.Href != "/digests/a/ten/" || card.Sources != 0 {
		t.Errorf("the card of a report leads to %+v and has %d sources", card.SameAs, card.Sources)
	}
}

// TestTheWholeWordingsOfReportsAreCompared holds what differs behind where a page cuts, marks of both, and texts too different to compare.
func TestTheWholeWordingsOfReportsAreCompared(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("They met at the old mill of Zenda. ", 20)) // 699 characters
	other := strings.TrimSpace(strings.Repeat("Nobody knows of any marsh. ", 30))
	for _, test := range []struct{ first, report, want string }{
		{"“" + long + " We shall leave the marsh. " + long + "”", "“" + long + " We shall not leave the marsh. " + long + "”",
			"“… mill of Zenda. They met at the old mill of Zenda. We shall [+not] leave the marsh. They met at the old mill of Zenda. They …”"},
		{"“Leave. Now.”", "“Leave. Now. Or else.”", "“Leave. Now. [+Or else.]”"},
		{"“Leave the marsh. Now.”", "Leave the marsh. Now.", "same paraphrase"},
		{"Leave the marsh. Now.", "“Leave the marsh. Now.”", "same verbatim"},
		{"“Leave the marsh at once.”", "Leave “the marsh” at once.", "same mixed"},
		{"“Leave the marsh at once.”", "Leave the marsh by noon.", "paraphrase Leave the marsh [+by noon.] [-at once.]"},
		{"Leave “the marsh” at once.", "Leave the “marsh” at once.", "Leave [+the “marsh”] at once. [-“the marsh”]"},
		{"“" + other + " " + long + "”", "“" + long + " " + other + "”", "apart “" + long[:396] + "…”"},
	} {
		digest := func(words, more string) []byte {
			return []byte("---\ntitle: T\ndate: 2031-03-09\n---\n\n> " + words + "\n>\n> — [[Trentino]], 2031-03-08" + more + " ^ten\n")
		}
		files := []txtar.File{{Name: "content/digests/a.md", Data: digest(test.first, "")}, {Name: "content/digests/b.md", Data: digest(test.report, ", same as [[a#^ten]]")}}
		reports := mainView(t, page.New(resolved(t, files, "/"), locale.English()), "/digests/a/ten/").(*page.Statement).Reports
		if got := shown(reports[0]); got != test.want {
			t.Errorf("%s\nbeside %s\nis %q\nnot %q", test.report, test.first, got, test.want)
		}
	}
}

// TestAConversationTellsWhoSpokeLastAndWhatHasNoRecordedAnswer reads one of two parties and a bystander.
// TestWordingsWithoutSpacesAreComparedByTheirLetters compares scripts in which nothing parts words.
func TestWordingsWithoutSpacesAreComparedByTheirLetters(t *testing.T) {
	report := func(lang, first, second string) string {
		files := []txtar.File{}
		for i, words := range []string{first, second} {
			text := fmt.Sprintf("---\ntitle: T\ndate: 2031-03-09\nlang: %s\nsources:\n  - {title: A, publisher: P%d, lang: %s}\n---\n\n> %s\n>\n> — [[Trentino]], 2031-03-08%s ^ten\n",
				lang, i, lang, words, []string{"", ", same as [[0#^ten]]"}[i])
			files = append(files, txtar.File{Name: fmt.Sprintf("content/digests/%d.md", i), Data: []byte(text)})
		}
		p, _ := page.New(resolved(t, files, "/"), locale.English()).Lookup("/digests/0/ten/")
		r := p.View().Main.(*page.Statement).Reports[0]
		var all strings.Builder
		if r.Apart {
			all.WriteString("apart ")
		}
		for i, piece := range r.Wording {
			if i > 0 && !piece.Glued {
				all.WriteString(" ")
			}
			if piece.Added {
				piece.Text = "[+" + piece.Text + "]"
			}
			all.WriteString(piece.Text)
		}
		return all.String() + strings.Join(r.Left, "·")
	}
	for _, c := range [][4]string{
		{"zh", "“你们有十天时间离开沼泽。”", "“你们只有九天时间离开沼泽！”", "你们[+只]有[+九]天时间离开沼泽[+！]十·。"},
		{"zh", "“NATO 有十天时间。”", "“我们的 NATO 有十天时间。”", "[+我们的] NATO 有十天时间。"},
		{"zh", "“我们没有十天时间。”", "他说：“我们没有十天时间。”", "[+他说：“]我们没有十天时间。”"},
		{"th", "“มีเวลาสิบวัน”", "“มีเวลาเก้าวัน”", "มีเวลา[+เก้า]วันสิบ"},
		{"ja", "“十日以内に沼地を去れ。”", "“すぐに出て行きなさい、さもなければ戦争だ。”", "apart すぐに出て行きなさい、さもなければ戦争だ。"},
	} {
		if got := report(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("%s: %s beside %s is %s, not %s", c[0], c[2], c[1], got, c[3])
		}
	}
}

func TestAConversationTellsWhoSpokeLastAndWhatHasNoRecordedAnswer(t *testing.T) {
	archive := resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(`---
title: Talks
date: 2031-06-30
---

> “Leave the marsh.”
>
> — [[Sylvania]] to [[Freedonia]], 2031-06-01 #demand ^leave

> “Never.”
>
> — [[Freedonia]], 2031-06-03, in reply to [[#^leave]] #reject ^never

> “Leave it at once.”
>
> — [[Sylvania]] to [[Freedonia]], 2031-06-10 #demand ^at-once

> “Calm down.”
>
> — [[Ruritania]], 2031-06-11, in reply to [[#^at-once]] #appeal ^calm

> “We might talk.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-06-20, in reply to [[#^leave]] #offer ^talk

> “Perhaps.”
>
> — [[Sylvania]] to [[Freedonia]], 2031-06~ #state ^perhaps

> “In a week.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-06-26 #state ^week
`)}}, "/")
	p, _ := page.New(archive, locale.English()).Lookup("/conversations/freedonia--sylvania/")
	view := p.View().Main.(*page.Dyad)
	var last []string
	for _, l := range []*page.LastTurn{view.LastAtoB, view.LastBtoA} {
		last = append(last, fmt.Sprintf("%s %d %t", l.Date.Label, l.Since, l.Known))
	}
	if got, want := strings.Join(last, "; "), "26 June 2031 4 true; about June 2031 0 false"; got != want {
		t.Errorf("last: %s", got)
	}
	var words []string
	for _, r := range view.Unanswered {
		words = append(words, r.Words)
	}
	if got, want := strings.Join(words, " "), "“In a week.” “Leave it at once.” “Perhaps.”"; got != want || view.UnansweredCount != 3 {
		t.Errorf("%d without an answer: %s", view.UnansweredCount, got)
	}
}

// TestDaysUntilTheRecordEndsAreCountedFromDayToDay holds records whose end, or whose last statement, is known to a month.
func TestDaysUntilTheRecordEndsAreCountedFromDayToDay(t *testing.T) {
	for _, test := range []struct{ end, date, last string }{
		{"2031-03-14", "2031-03-12", "12 March 2031 2 true"},
		{"2031-04", "2031-03-12", "12 March 2031 0 false"},
		{"2031-03-14", "2031-03", "March 2031 0 false"},
		{"2031-03-14", "2031-02", "5 March 2031 9 true"},
		{"2431-03-14", "2031-03-12", "12 March 2031 146099 true"},
	} {
		text := "---\ntitle: Talks\ndate: " + test.end + "\n---\n\n> “Leave.”\n>\n> — [[Sylvania]] to [[Freedonia]], 2031-03-05 ^a\n\n> “Now.”\n>\n> — [[Sylvania]] to [[Freedonia]], " + test.date + " ^b\n"
		p, _ := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(text)}}, "/"), locale.English()).Lookup("/conversations/freedonia--sylvania/")
		l := p.View().Main.(*page.Dyad).LastBtoA
		if got := fmt.Sprintf("%s %d %t", l.Date.Label, l.Since, l.Known); got != test.last {
			t.Errorf("a record until %s, addressed on %s: %s", test.end, test.date, got)
		}
	}
}

// TestEveryPlaceSaysTheSameOfWhatWasSaidLast compares the list of conversations, the page of an actor and that of the two, where dates
// end otherwise than they begin.
func TestEveryPlaceSaysTheSameOfWhatWasSaidLast(t *testing.T) {
	for _, test := range []struct{ a, b, last, covers string }{
		{"2031-03-05/..", "2031-03-20", "20 March 2031", "5–20 March 2031"},
		{"2031-03-20", "2031-03-25/..", "since 25 March 2031", "20–25 March 2031"},
		{"2031-03", "2031-03-20", "March 2031", "March 2031"},
		{"2031-03-05/2031-04-02", "2031-03-20", "5 March – 2 April 2031", "5 March – 2 April 2031"},
		{"../2031-03-25", "2031-03-20", "by 25 March 2031", "20–25 March 2031"},
	} {
		const said = "> “Leave.”\n>\n> — [[Sylvania]] to [[Freedonia]], "
		text := "---\ntitle: Talks\ndate: 2031-05-01\n---\n\n" + said + test.a + " ^a\n\n" + said + test.b + ", in reply to [[#^a]] ^b\n\n" + said + test.a + ", in reply to [[#^b]] ^c\n"
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(text)}}, "/"), locale.English())
		pair := mainView(t, plan, "/conversations/freedonia--sylvania/").(*page.Dyad)
		for place, got := range map[string]string{
			"their own page":          pair.LastBtoA.Date.Label,
			"the list":                mainView(t, plan, "/conversations/").(page.Conversations).Dyads[0].Last.Label,
			"the page of one of them": mainView(t, plan, "/actors/sylvania/").(*page.Actor).Conversations[0].Last.Label,
		} {
			if got != test.last {
				t.Errorf("%s and %s: %s says %q, want %q", test.a, test.b, place, got, test.last)
			}
		}
		thread := ""
		for p := range plan.All() {
			if p.Template == "thread.html" {
				thread = p.View().Main.(page.Thread).Covers
			}
		}
		if pair.Covers != test.covers || thread != test.covers {
			t.Errorf("%s and %s: the conversation covers %q, the thread %q, want %q", test.a, test.b, pair.Covers, thread, test.covers)
		}
		actor := mainView(t, plan, "/actors/sylvania/").(*page.Actor).Timeline.Paper.Covers
		if pair.Paper.Covers != test.covers || actor != test.covers {
			t.Errorf("%s and %s: on paper the conversation covers %q, the page of one of them %q, want %q", test.a, test.b, pair.Paper.Covers, actor, test.covers)
		}
	}
}

func TestTheLongestGapsComeWithTheirDays(t *testing.T) {
	text := "---\ntitle: Talks\ndate: 2031-06-30\n---\n"
	for i, day := range []string{"01", "04", "15", "17", "22", "23", "29"} {
		text += fmt.Sprintf("\n> “Round %d.”\n>\n> — [[Sylvania]] to [[Freedonia]], 2031-06-%s ^r%d\n", i, day, i)
	}
	p, _ := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(text)}}, "/"), locale.English()).Lookup("/conversations/freedonia--sylvania/")
	view := p.View().Main.(*page.Dyad)
	got := fmt.Sprint(view.Gap.Days, " ", view.Gap.Label)
	for _, g := range view.Gaps {
		got += fmt.Sprint("; ", g.Days, " ", g.Label)
	}
	if want := "10 4–15 June 2031; 5 23–29 June 2031; 4 17–22 June 2031; 2 1–4 June 2031"; got != want {
		t.Errorf("gaps: %s", got)
	}
}

// From a day to the same of a later year are whole years, as is the time from the last statement to the end of the record.
func TestAGapOfManyYearsIsToldInThem(t *testing.T) {
	for _, c := range []struct {
		from, to    string
		gap, before int
	}{
		{"2026-03-12", "2031-03-12", 5, 5},
		{"2026-03-16", "2031-03-12", 0, 0},
		{"1980-01-09", "2029-01-10", 49, 49},
		{"1980-01-09", "2028-12-31", 48, 48},
		{"1600-01-01", "2000-01-01", 400, 400},
	} {
		text := "---\ntitle: Talks\ndate: " + c.to + "\n---\n"
		for i, said := range []string{"[[Sylvania]] to [[Freedonia]], " + c.from, "[[Freedonia]] to [[Sylvania]], " + c.to} {
			text += fmt.Sprintf("\n> “No.”\n>\n> — %s ^no-%d\n", said, i)
		}
		p, _ := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(text)}}, "/"), locale.English()).Lookup("/conversations/freedonia--sylvania/")
		if view := p.View().Main.(*page.Dyad); view.Gap.Years != c.gap || view.LastBtoA.Years != c.before {
			t.Errorf("%s to %s: a gap of %d years, the last %d before the end", c.from, c.to, view.Gap.Years, view.LastBtoA.Years)
		}
	}
}

// TestACorrectionIsMarkedOnEveryPageItConcerns holds the digest, the pages of its statements, lists of digests and the ledger.
func TestACorrectionIsMarkedOnEveryPageItConcerns(t *testing.T) {
	const said = "\n> “Ten days.”\n>\n> — [[Trentino]], 2031-03-08 ^ten\n\n> “Two days.”\n>\n> — [[Trentino]], 2031-03-08 ^two\n"
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/digests/mended.md", Data: []byte("---\ntitle: Mended\ndate: 2031-03-09\ncorrections:\n  - {date: 2031-03-11, text: It was ten days.}\n  - {date: 2031-03-10, text: It was six.}\nwithdrawn: {two: Nobody said so.}\n---\n" + said)},
		{Name: "content/digests/sound.md", Data: []byte("---\ntitle: Sound\ndate: 2031-03-09\nwithdrawn: {two: Nobody said so.}\n---\n" + said)},
	}, "/"), locale.English())
	main := func(route string) any {
		p, found := plan.Lookup(route)
		if !found {
			t.Fatal(route)
		}
		return p.View().Main
	}
	for name, want := range map[string]page.Link{"mended": {Label: "11 March 2031", Href: "/digests/mended/#__corrections"}, "sound": {}} {
		if got := main("/digests/" + name + "/ten/").(*page.Statement).Corrected; got != want {
			t.Errorf("%s: its statement says %+v", name, got)
		}
		gone := main("/digests/" + name + "/two/").(*page.Statement)
		if gone.Withdrawn != "Nobody said so." || gone.Version.Hash != "" {
			t.Errorf("%s: no tombstone: %+v", name, gone)
		}
	}
	if got := len(main("/digests/mended/").(*page.Digest).Corrections); got != 3 {
		t.Errorf("the digest shows %d corrections", got)
	}
	if got := len(main("/corrections/").(page.Corrections).Entries); got != 4 {
		t.Errorf("the ledger shows %d lines", got)
	}
	for _, route := range []string{"/digests/", "/digests/published/"} {
		for _, month := range main(route).(page.Digests).Months {
			for _, d := range month.Digests {
				if d.Corrected != (d.Label == "Mended") {
					t.Errorf("%s: %s is marked %t", route, d.Label, d.Corrected)
				}
			}
		}
	}
}

// TestACorrectionThatNamesAStatementConcernsItsPageAlone of those of the digest's statements; the digest, where it leads to the statement, and the ledger have it too.
func TestACorrectionThatNamesAStatementConcernsItsPageAlone(t *testing.T) {
	const digest = `---
title: Mended
date: 2031-03-09
corrections:
  - {date: 2031-03-12, statement: ten, text: It was ten days.}
  - {date: 2031-03-11, text: It was at Zenda.}
  - {date: 2031-03-10, statement: ten, text: It was a demand.}
  - {date: 2031-03-10, statement: gone, text: KEPT}
withdrawn: {gone: Nobody said so.}
---

> “Ten days.”
>
> — [[Trentino]], 2031-03-08 ^ten

> “Two days.”
>
> — [[Trentino]], 2031-03-08 ^two

> “Six days.”
>
> — [[Trentino]], 2031-03-08 ^gone
`
	alone := strings.Replace(digest, "  - {date: 2031-03-11, text: It was at Zenda.}\n", "", 1)
	for text, general := range map[string]page.Link{digest: {Label: "11 March 2031", Href: "/digests/mended/#__corrections"}, alone: {}} {
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/mended.md", Data: []byte(text)}}, "/"), locale.English())
		for id, want := range map[string][]page.StatementCorrection{
			"ten": {
				{Link: page.Link{Label: "12 March 2031", Href: "/digests/mended/#__corrections"}, Text: "It was ten days."},
				{Link: page.Link{Label: "10 March 2031", Href: "/digests/mended/#__corrections"}, Text: "It was a demand."},
			},
			"two": nil, "gone": nil,
		} {
			p, _ := plan.Lookup("/digests/mended/" + id + "/")
			view := p.View().Main.(*page.Statement)
			isGone := id == "gone" // it says no more than why
			if !slices.Equal(view.Corrections, want) || !isGone && view.Corrected != general || isGone && view.Corrected.Href != "" {
				t.Errorf("%s: %+v, and %+v", id, view.Corrections, view.Corrected)
			}
		}
		for _, route := range []string{"/digests/mended/", "/corrections/"} {
			p, _ := plan.Lookup(route)
			shown := dump(p.View())
			for _, text := range []string{"It was ten days.", "It was a demand.", "KEPT"} {
				if !strings.Contains(shown, text) {
					t.Errorf("%s does not show %q", route, text)
				}
			}
			if n := strings.Count(shown, "/digests/mended/ten/"); n < 2 {
				t.Errorf("%s leads %d times to the statement", route, n)
			}
		}
	}
}

// TestAnAnswerThatAnotherReportTellsIsAnAnswer holds replies of which only a second report says what they answer.
func TestAnAnswerThatAnotherReportTellsIsAnAnswer(t *testing.T) {
	const demand = "> “Leave the marsh.”\n>\n> — [[Sylvania]] to [[Freedonia]], 2031-03-01 #demand ^a1\n\n> “At once.”\n>\n> — [[Sylvania]] to [[Freedonia]], 2031-03-02 #demand ^a2\n"
	file := func(name, more, statements string) txtar.File {
		return txtar.File{Name: "content/digests/" + name + ".md", Data: []byte("---\ntitle: " + name + "\ndate: 2031-03-09\n" + more + "---\n\n" + statements)}
	}
	reply := func(tail string) string { return "> “Never.”\n>\n> — [[Freedonia]], 2031-03-05" + tail + "\n" }
	archive := resolved(t, []txtar.File{
		file("a", "", demand),
		file("b", "", reply(" to [[Sylvania]] #reject ^b1")),
		file("c", "", reply(", in reply to [[a#^a1]], same as [[b#^b1]] ^c1")),
		file("d", "", reply(", in reply to [[a#^a1]], same as [[b#^b1]] ^d1")),
		file("e", "withdrawn: {e1: It was another speech.}\n", reply(", in reply to [[a#^a2]], same as [[b#^b1]] ^e1")),
	}, "/")
	plan := page.New(archive, locale.English())
	p, _ := plan.Lookup("/conversations/freedonia--sylvania/")
	var words []string
	for _, r := range p.View().Main.(*page.Dyad).Unanswered {
		words = append(words, r.Words)
	}
	if got, want := strings.Join(words, " "), "“At once.”"; got != want {
		t.Errorf("without an answer: %s, not %s", got, want)
	}
	p, _ = plan.Lookup("/digests/a/a1/")
	if replies := p.View().Main.(*page.Statement).Replies; len(replies) != 1 || replies[0].Href != "/digests/b/b1/" {
		t.Errorf("the demand is answered by %+v", replies)
	}
	p, _ = plan.Lookup("/digests/b/b1/")
	if view := p.View().Main.(*page.Statement); len(view.Answers) != 1 || view.Answers[0].Href != "/digests/a/a1/" {
		t.Errorf("the answer is to %+v", view.Answers)
	}
}

// TestAThreadGoesByEveryReportOfAnAnswer holds a thread of which only a second report tells that it is one.
func TestAThreadGoesByEveryReportOfAnAnswer(t *testing.T) {
	const talks = "---\ntitle: Talks\ndate: 2031-03-09\n---\n> “Leave the marsh.”\n>\n> — [[Sylvania]] to [[Freedonia]], 2031-03-01 #demand ^a\n\n" +
		"> “Never.”\n>\n> — [[Freedonia]] to [[Sylvania]], 2031-03-02 #reject ^b\n\n> “Then we come.”\n>\n> — [[Sylvania]] to [[Freedonia]], 2031-03-03, in reply to [[#^b]] #threaten ^c\n\n" +
		"> “Never.”\n>\n> — [[Freedonia]], 2031-03-02, in reply to [[#^a]], same as [[#^b]] ^again\n"
	plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/talks.md", Data: []byte(talks)}}, "/"), locale.English())
	p, found := plan.Lookup("/digests/talks/a/thread/")
	if !found {
		t.Fatal("there is no thread")
	}
	view := p.View().Main.(page.Thread)
	if view.Count != 3 || view.Exchange == nil || view.Exchange.Rows[1].Answers != "1" || view.Exchange.Rows[2].Answers != "2" {
		t.Errorf("the thread has %d statements, drawn as %+v", view.Count, view.Exchange)
	}
}

// TestOnlySourcesThatAreNamedAreCounted holds statements that digests with and without sources report.
func TestOnlySourcesThatAreNamedAreCounted(t *testing.T) {
	const gazette, herald = "sources: [The Gazette]\n", "sources: [The Herald]\n"
	for _, test := range []struct {
		sources [3]string
		count   int
	}{{[3]string{}, 0}, {[3]string{gazette}, 0}, {[3]string{gazette, "", herald}, 2}, {[3]string{"", gazette, gazette}, 0}} {
		var files []txtar.File
		for i, source := range test.sources {
			more := [...]string{"", ", same as [[a#^ten]]", ", same as [[a#^ten]]"}[i]
			text := "---\ntitle: T\ndate: 2031-03-09\n" + source + "---\n\n> “Ten days.”\n>\n> — [[Trentino]], 2031-03-08" + more + " ^ten\n"
			files = append(files, txtar.File{Name: "content/digests/" + string(rune('a'+i)) + ".md", Data: []byte(text)})
		}
		p, _ := page.New(resolved(t, files, "/"), locale.English()).Lookup("/digests/a/ten/")
		if got := p.View().Main.(*page.Statement).Sources; got != test.count {
			t.Errorf("digests with %q: %d sources", test.sources, got)
		}
	}
}

// What is one article is so on paper, in what the record rests on, and in what is counted of a statement.
func TestAnArticleOfTwoTitlesIsOneSource(t *testing.T) {
	sources := []string{
		`{title: Talks, url: "https://gazette.example/1"}`, `{title: Talks again, publisher: The Gazette, url: "https://gazette.example/1"}`,
		`{title: Weather, date: 2031-03-09}`, `{title: Weather, date: 2031-03-10}`, `{title: Weather, date: 2031-03-11}`,
	}
	plan := func(statements ...string) *page.Plan {
		var files []txtar.File
		for i, source := range sources {
			text := "---\ntitle: T\ndate: 2031-03-09\nsources: [" + source + "]\n---\n" + statements[min(i, len(statements)-1)]
			files = append(files, txtar.File{Name: "content/digests/" + string(rune('a'+i)) + ".md", Data: []byte(text)})
		}
		return page.New(resolved(t, files, "/"), locale.English())
	}
	view := func(p *page.Plan, route string) any {
		found, ok := p.Lookup(route)
		if !ok {
			t.Fatal(route)
		}
		return found.View().Main
	}
	const said = "\n> “Ten days.”\n>\n> — [[Trentino]], 2031-03-08"
	reports := plan(said+" ^ten\n", said+", same as [[a#^ten]] ^ten\n")
	if n := view(reports, "/digests/a/ten/").(*page.Statement).Sources; n != 4 {
		t.Errorf("%d sources of the statement", n)
	}
	digests := plan("\nNothing was said.\n")
	if n := view(digests, "/coverage/").(page.Coverage).Articles.Total; n != 4 {
		t.Errorf("the record rests on %d articles", n)
	}
	if n := len(view(digests, "/2031/03/").(page.Period).Timeline.Paper.Sources); n != 4 {
		t.Errorf("%d sources on paper", n)
	}
}
