package picture_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/picture"
)

// record invents statements of parties that are called by a letter.
type record struct {
	parties    map[rune]*dossier.Actor
	statements []*dossier.Statement
}

func (r *record) of(letters string) (parties []*dossier.Actor) {
	for _, letter := range letters {
		if r.parties == nil {
			r.parties = map[rune]*dossier.Actor{}
		}
		if r.parties[letter] == nil {
			r.parties[letter] = &dossier.Actor{Name: string(letter)}
		}
		parties = append(parties, r.parties[letter])
	}
	return parties
}

// say adds a statement: "2025-06-19 AB>C~D warn" is by A and B to C about D.
func (r *record) say(t testing.TB, line string, answers ...int) {
	t.Helper()
	fields := strings.Fields(line)
	when, err := edtf.Parse(fields[0])
	if err != nil {
		t.Fatal(err)
	}
	who, about, _ := strings.Cut(fields[1], "~")
	from, to, _ := strings.Cut(who, ">")
	n := len(r.statements)
	s := &dossier.Statement{Quote: &dossier.Quote{ID: fmt.Sprint("s", n+1)}, Index: 10 * n, When: when, Act: dossier.ActByName(fields[2]), Ties: &dossier.Ties{},
		Parties: r.of(from), ToParties: r.of(to), AboutParties: r.of(about)}
	for _, number := range answers {
		earlier := r.statements[number-1]
		s.ReplyTo = append(s.ReplyTo, earlier)
		earlier.Replies = append(earlier.Replies, s)
	}
	r.statements = append(r.statements, s)
}

func recorded(t testing.TB, lines ...string) *record {
	r := new(record)
	for _, line := range lines {
		r.say(t, line)
	}
	return r
}

var words = &picture.Words{
	Href:   func(s *dossier.Statement) string { return "#" + s.ID },
	Date:   func(s *dossier.Statement) string { return s.When.String() },
	Period: func(c edtf.Civil) string { return fmt.Sprint(c.Year, c.Month, c.Day) },
	Acts: func(first, second *dossier.Act) string {
		if second == nil {
			return first.Name
		}
		return first.Name + ", " + second.Name
	},
	Side: dossier.Side.String,
	Rows: func(numbers []int) string {
		return strings.Trim(strings.ReplaceAll(fmt.Sprint(numbers), " ", ", "), "[]")
	},
	Names: func(actors []*dossier.Actor, others bool) string {
		names := ""
		for _, a := range actors {
			names += a.Name
		}
		if others {
			names += "+"
		}
		return names
	},
}

// drawn is a diagram in text: the lifelines, then a line for each row.
func drawn(x *picture.Exchange) string {
	var b strings.Builder
	for _, l := range x.Lives {
		fmt.Fprintf(&b, "%s %s; ", l.Name, l.X)
	}
	for _, r := range x.Rows {
		fmt.Fprintf(&b, "\n%s | %s>%s~%s %s %s", r.Date, r.From, r.To, r.About, r.Act, r.Href)
		if r.Answers != "" {
			fmt.Fprintf(&b, " answers %s", r.Answers)
		}
		fmt.Fprintf(&b, " | at %s, dots %v", r.Label, r.Dots)
		for _, l := range r.Lines {
			fmt.Fprintf(&b, ", %s(%s %s %d)", l.Class, l.X1, l.X2, l.Y)
		}
		for _, m := range r.Marks {
			fmt.Fprintf(&b, ", %s %s %s", m.Class, m.X, m.Path)
		}
	}
	return b.String()
}

func TestADiagramNeedsTwoAddressedStatements(t *testing.T) {
	for _, lines := range [][]string{nil, {"2025-06-19 A>B warn"}, {"2025-06-19 A>B warn", "2025-06-19 B deny", "2025-06-19 A~B accuse"}} {
		if x := new(picture.Sheet).Exchange(recorded(t, lines...).statements, nil, words, false); x != nil {
			t.Errorf("%v is drawn: %s", lines, drawn(x))
		}
	}
	if new(picture.Sheet).Exchange(recorded(t, "2025-06-19 A>B warn", "2025-06-19 B>A deny").statements, nil, words, false) == nil {
		t.Error("two are not drawn")
	}
}

func TestArrowsLeadFromWhoSpokeToWhoWasAddressed(t *testing.T) {
	r := recorded(t, "2025-06-18 A>B warn", "2025-06-18 B>A~C deny", "../2025-06-19 C state")
	r.say(t, "2025-06-19 AB>C appeal")
	r.say(t, "2025-06-19 B>B praise")
	want := `A 16.67%; B 50%; C 83.33%; 
2025-06-18 | A>B~ warn #s1 | at 33.33%, dots [16.67%], (16.67% 50% 0),  50% m-1 0-10-5v10z
 | B>A~C deny #s2 | at 33.33%, dots [50%], (16.67% 50% 0), about(50% 83.33% 0),  16.67% m1 0 10-5v10z, about 83.33% m-1 0-10-5v10z
../2025-06-19 | C>~ state #s3 | at 83.33%, dots [83.33%]
2025-06-19 | AB>C~ appeal #s4 | at 66.67%, dots [16.67% 50%], (16.67% 83.33% 0),  83.33% m-1 0-10-5v10z
 | B>B~ praise #s5 | at 50%, dots [50%], self 50% m0 0h20v11h-14m6-5-6 5 6 5`
	if got := drawn(new(picture.Sheet).Exchange(r.statements, nil, words, false)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestADiagramIsMirroredFromRightToLeft(t *testing.T) {
	r := recorded(t, "2025-06-18 A>B warn", "2025-06-18 B~C deny")
	r.say(t, "2025-06-19 B>A accuse", 1)
	want := `A 83.33%; B 50%; C 16.67%; 
2025-06-18 | A>B~ warn #s1 | at 66.67%, dots [83.33%], (83.33% 50% 0), join 50% m0 0c-16 0 -16 72 0 72,  50% m1 0 10-5v10z
 | B>~C deny #s2 | at 33.33%, dots [50%], about(50% 16.67% 0), about 16.67% m1 0 10-5v10z
2025-06-19 | B>A~ accuse #s3 answers 1 | at 66.67%, dots [50%], (83.33% 50% 0),  83.33% m-1 0-10-5v10z`
	if got := drawn(new(picture.Sheet).Exchange(r.statements, nil, words, true)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAReplyByWhoWasNotAddressedIsJoinedToTheSpeaker(t *testing.T) {
	r := recorded(t, "2025-06-18 A>B warn")
	r.say(t, "2025-06-18 C>A reject", 1)
	x := new(picture.Sheet).Exchange(r.statements, nil, words, false)
	if join := x.Rows[0].Lines[0]; join.Class != "join" || join.Y != picture.RowHeight || !x.Joined || x.Rows[1].Answers != "1" {
		t.Errorf("got %+v in\n%s", join, drawn(x))
	}
}

func TestPartiesWithMuchToSayToEachOtherStandClose(t *testing.T) {
	r := recorded(t, "2025-06-18 A>B warn", "2025-06-18 C>D warn", "2025-06-18 D>A warn", "2025-06-18 D>A warn")
	order := ""
	for _, l := range new(picture.Sheet).Exchange(r.statements, nil, words, false).Lives {
		order += l.Name
	}
	if order != "BADC" && order != "CDAB" {
		t.Errorf("got %s", order)
	}
}

func TestOnlyThePartiesOfAConversationHaveLifelinesInIt(t *testing.T) {
	r := recorded(t, "2025-06-18 B>AC warn", "2025-06-18 A>B~D warn")
	x := new(picture.Sheet).Exchange(r.statements, r.of("AB"), words, false)
	if len(x.Lives) != 2 || x.Lives[0].Name != "A" || len(x.Rows[0].Lines) != 1 || x.Rows[0].To != "AC" {
		t.Errorf("got\n%s", drawn(x))
	}
}

func TestARowOfSeveralNamesNobodyWhoIsNotInAllOfThem(t *testing.T) {
	r := recorded(t, "2025-06-18 AC>BD~E condemn")
	for range picture.MostRows {
		r.say(t, "2025-06-18 A>B condemn")
	}
	r.say(t, "2025-06-18 >B condemn")
	r.say(t, "2025-06-18 >B condemn")
	x := new(picture.Sheet).Exchange(r.statements[:picture.MostRows+1], r.of("AB"), words, false)
	if row := x.Rows[0]; row.Count != picture.MostRows+1 || row.From+">"+row.To+"~"+row.About != "A>B~" {
		t.Errorf("got %+v", row)
	}
	x = new(picture.Sheet).Exchange(r.statements, nil, words, false)
	if row := x.Rows[2]; row.Count != 2 || row.From+">"+row.To != ">B" {
		t.Errorf("got %+v", row)
	}
}

func TestTheBusiestPartiesKeepTheirLifelines(t *testing.T) {
	r := new(record)
	for _, letter := range "ABCDEFGHIJKLMNOP" {
		r.say(t, "2025-06-18 "+string(letter)+">Z warn")
	}
	r.say(t, "2025-06-18 O>P warn")
	x := new(picture.Sheet).Exchange(r.statements, nil, words, false)
	names := ""
	for _, l := range x.Lives {
		names += l.Name
	}
	if len(x.Lives) != picture.MostLives || x.Sharing != 6 || !strings.ContainsAny(names, "O") || !strings.ContainsAny(names, "P") || !strings.ContainsAny(names, "Z") {
		t.Errorf("%d share; the others are %s", x.Sharing, names)
	}
	if got := x.Rows[15]; got.From != "P" || x.Folded {
		t.Errorf("got %+v", got)
	}
}

func TestManyStatementsAreFoldedByTheShortestPeriodThatDoes(t *testing.T) {
	for _, c := range []struct {
		each   int // statements a day
		days   int
		period string
	}{{40, 2, "2025 1 1"}, {2, 80, "2025 1 0"}, {1, 61 * 28, "2025 0 0"}} {
		r := new(record)
		for day := range c.days {
			for range c.each {
				r.say(t, fmt.Sprintf("%d-%02d-%02d A>B warn", 2025+day/(12*28), 1+day/28%12, 1+day%28))
			}
		}
		x := new(picture.Sheet).Exchange(r.statements, nil, words, false)
		if first := x.Rows[0]; !x.Folded || len(x.Rows) > picture.MostRows || first.Date != c.period || first.Act != "warn" {
			t.Errorf("%+v: got %d rows, the first %+v", c, len(x.Rows), first)
		}
	}
}

func TestEveryStatementIsInOneRowOrSaidToBeLeftOut(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		r := new(record)
		total := 2 + random.IntN(400)
		parties := 2 + random.IntN(18)
		letter := func() string { return string(rune('A' + random.IntN(parties))) }
		for i := range total {
			line := fmt.Sprintf("2025-%02d-01 %s>%s", 1+12*i/total, letter(), letter())
			if random.IntN(3) == 0 {
				line += "~" + letter()
			}
			r.say(t, line+" "+dossier.Acts[random.IntN(len(dossier.Acts))].Name)
		}
		x := new(picture.Sheet).Exchange(r.statements, nil, words, random.IntN(2) == 0)
		sum := x.Left
		for _, row := range x.Rows {
			sum += row.Count
		}
		if sum != total || x.Statements != total-x.Left || len(x.Rows) > picture.MostRows || len(x.Lives) > picture.MostLives {
			t.Fatalf("%d statements by %d parties: %d in %d rows and %d lifelines, %d left out", total, parties, sum, len(x.Rows), len(x.Lives), x.Left)
		}
	}
}

func BenchmarkExchange(b *testing.B) {
	r := recorded(b, "2025-06-18 A>B~C warn", "2025-06-18 B>A deny", "2025-06-19 C>A~D appeal")
	r.say(b, "2025-06-19 A>C reject", 3)
	b.ReportAllocs()
	for b.Loop() {
		new(picture.Sheet).Exchange(r.statements, nil, words, false)
	}
}
