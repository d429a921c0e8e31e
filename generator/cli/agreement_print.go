package cli

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"demarche/generator/coding"
	"demarche/generator/dossier"
)

// agreements are how far the two agree on first acts, and on each act that either chose.
func (c *comparedCodes) agreements() (first coding.Agreement, each []coding.Agreement) {
	for i := range dossier.Acts {
		if a := coding.Of(dossier.Acts[i].Name, c.units); a.First+a.Second > 0 {
			each = append(each, a)
		}
	}
	return coding.Overall(c.units), each
}

// print writes a table of how far the two agree, and below it what is not in there.
func (c *comparedCodes) print(out io.Writer) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "act\there\tthere\tboth\tagreement\talpha\t")
	row := func(name string, a coding.Agreement) {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%s\t%s\t\n", name, a.First, a.Second, a.Both, figure(a.Share), figure(a.Alpha))
	}
	first, each := c.agreements()
	row("first acts", first)
	for _, a := range each {
		row(a.Act, a)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(out, c.remarks())
	return err
}

// remarks say how many statements were compared and which were not, a line each.
func (c *comparedCodes) remarks() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s compared; %s only here, %s only there\n", counted(len(c.units), "statement"), grouped(len(c.alone[0])), grouped(len(c.alone[1])))
	if c.uncoded != [2]int{} {
		fmt.Fprintf(&b, "without an act, which counts as state: %s here, %s there\n", grouped(c.uncoded[0]), grouped(c.uncoded[1]))
	}
	if c.unknown > 0 {
		fmt.Fprintf(&b, "not compared, because a tag here or there is no act that is known: %s\n", counted(c.unknown, "statement"))
	}
	if c.reports > 0 {
		fmt.Fprintf(&b, "not compared, because they are the same as another statement: %s\n", counted(c.reports, "report"))
	}
	for i, where := range []string{"here", "there"} {
		writeAlone(&b, where, c.alone[i])
	}
	return b.String()
}

// writeAlone names the statements that only one of the two has.
func writeAlone(b *strings.Builder, where string, names []string) {
	const most = 50
	for _, name := range names[:min(len(names), most)] {
		fmt.Fprintf(b, "only %s: %s\n", where, printable(name))
	}
	if len(names) > most {
		fmt.Fprintf(b, "only %s: %s more, which --format json names\n", where, grouped(len(names)-most))
	}
}

// figure is a share or an alpha; a dash stands where there is none.
func figure(n float64) string {
	if math.IsNaN(n) {
		return "–"
	}
	return fmt.Sprintf("%.3f", n)
}

// jsonCompared is what check --agreement --format json writes.
type jsonCompared struct {
	Problems  []jsonProblem `json:"problems"`
	Agreement jsonAgreement `json:"agreement"`
}

// jsonAgreement is the table and what stands below it.
type jsonAgreement struct {
	Compared   int       `json:"compared"`
	FirstActs  jsonRow   `json:"first_acts"`
	Acts       []jsonRow `json:"acts"`
	WithoutAct [2]int    `json:"without_act"` // here and there
	UnknownAct int       `json:"unknown_act"`
	SameAs     int       `json:"same_as"`
	OnlyHere   []string  `json:"only_here"`
	OnlyThere  []string  `json:"only_there"`
}

// jsonRow is a row of the table; a figure that there is not is null.
type jsonRow struct {
	Act       string   `json:"act,omitempty"`
	Here      int      `json:"here"`
	There     int      `json:"there"`
	Both      int      `json:"both"`
	Agreement *float64 `json:"agreement"`
	Alpha     *float64 `json:"alpha"`
}

func (c *comparedCodes) json() jsonAgreement {
	first, each := c.agreements()
	made := jsonAgreement{
		Compared: len(c.units), FirstActs: newJSONRow(first), Acts: []jsonRow{},
		WithoutAct: c.uncoded, UnknownAct: c.unknown, SameAs: c.reports,
		OnlyHere: append([]string{}, c.alone[0]...), OnlyThere: append([]string{}, c.alone[1]...),
	}
	for _, a := range each {
		made.Acts = append(made.Acts, newJSONRow(a))
	}
	return made
}

func newJSONRow(a coding.Agreement) jsonRow {
	number := func(n float64) *float64 {
		if math.IsNaN(n) {
			return nil
		}
		return new(math.Round(n*1000) / 1000)
	}
	return jsonRow{a.Act, a.First, a.Second, a.Both, number(a.Share), number(a.Alpha)}
}
