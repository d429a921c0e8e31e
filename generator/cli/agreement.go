package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"demarche/generator/build"
	"demarche/generator/coding"
	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
)

// comparedCodes are the codes of a site's statements and of a second coder's copy of it.
type comparedCodes struct {
	units    []coding.Unit
	problems []diag.Problem // a note for each statement that the two coded differently
	// alone are the statements that only one of them has: ours, theirs.
	alone [2]int
}

// compareCodes loads the second coder's site, which lies in another folder, and compares its acts
// with those of the first. Statements are the same if their digest and id are.
func compareCodes(ctx context.Context, o build.Options, ours *dossier.Archive) (comparedCodes, error) {
	w, other, err := load(ctx, o)
	if none := (*disk.NoContentError)(nil); errors.As(err, &none) {
		return comparedCodes{}, usageError{fmt.Errorf("--agreement: there is no content/ in %s; DIR is the folder that holds the content/ of the second coder", none.Dir)}
	}
	if err != nil {
		return comparedCodes{}, err
	}
	defer w.Close()
	theirs := map[string]*dossier.Statement{}
	for _, s := range other.Archive.Statements {
		if s.Withdrawn == "" {
			theirs[s.Key()] = s
		}
	}
	var made comparedCodes
	for _, s := range ours.Statements {
		key := s.Key()
		t := theirs[key]
		switch {
		case s.Withdrawn != "":
		case t == nil:
			made.alone[0]++
		default:
			made.add(s, t)
		}
		delete(theirs, key)
	}
	made.alone[1] = len(theirs)
	return made, nil
}

func (c *comparedCodes) add(s, t *dossier.Statement) {
	unit := coding.Unit{First: actsOf(s), Second: actsOf(t)}
	c.units = append(c.units, unit)
	if slices.Equal(unit.First, unit.Second) {
		return
	}
	c.problems = append(c.problems, diag.Problem{
		Severity: diag.Note, Code: "act-differs", At: s.Attr.In(s.Digest.Path),
		Text: fmt.Sprintf("%s here, %s there", strings.Join(unit.First, " and "), strings.Join(unit.Second, " and ")),
		Hint: "read both tests at /acts/ again, agree, and name who did under reviewed_by",
	})
}

func actsOf(s *dossier.Statement) []string {
	if s.Act2 == nil {
		return []string{s.Act.Name}
	}
	return []string{s.Act.Name, s.Act2.Name}
}

// print writes how far the two agree, on all and on each act that either chose.
func (c *comparedCodes) print(out io.Writer) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "act\there\tthere\tboth\tagreement\talpha\t")
	row := func(name string, a coding.Agreement) {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%s\t%s\t\n", name, a.First, a.Second, a.Both, figure(a.Share), figure(a.Alpha))
	}
	row("first acts", coding.Overall(c.units))
	for i := range dossier.Acts {
		if a := coding.Of(dossier.Acts[i].Name, c.units); a.First+a.Second > 0 {
			row(a.Act, a)
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s in both; %s only here, %s only there\n", counted(len(c.units), "statement"), grouped(c.alone[0]), grouped(c.alone[1]))
	return err
}

// figure is a share or an alpha; a dash stands where there is none.
func figure(n float64) string {
	if math.IsNaN(n) {
		return "–"
	}
	return fmt.Sprintf("%.2f", n)
}
