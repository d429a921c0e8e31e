package intake_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// What stands in a cell of prose is there for readers, whether it is plain text or HTML: a sign < is no tag, and what
// stands in paragraphs and lines of its own stays so.
func TestProseInACellIsWhole(t *testing.T) {
	for cell, want := range map[string]string{
		"Klim <klim@zenda.example> wrote that 5 <b 6.\n\nNobody answered.":                                    "Klim \\<klim@zenda.example> wrote that 5 \\<b 6.\n\nNobody answered.\n",
		"Two <three and four> five":                                                                           "Two \\<three and four> five\n",
		"They brought\n- reeds\n- *boats*\n \n\nand left.":                                                    "They brought\\\n\\- reeds\\\n\\- \\*boats\\*\n\nand left.\n",
		"Reeds &amp; &#98;oats of R&D; &lt;b>":                                                                "Reeds \\& boats of R\\&D; \\<b>\n",
		"<b>Reeds</b> of <klim@zenda.example>\nand boats\n\nThey <i>left</i>":                                 "**Reeds** of &lt;klim@zenda.example&gt;  \nand boats\n\nThey *left*\n",
		"<p>Reeds,\nand <three and four> boats</p>\n\n<ul><li>a</li><li>b</li></ul><script>alert(1)</script>": "Reeds, and &lt;three and four&gt; boats\n\n- a\n- b\n",
		"<a href=\"https://a.example/?b=1&c=2\">Reeds</a><br/>and <!-- not --> boats":                         "[Reeds](https://a.example/?b=1&c=2)  \nand boats\n",
	} {
		var table strings.Builder
		w := csv.NewWriter(&table)
		if err := w.WriteAll([][]string{{"date", "title", "text", "type"}, {"2031", "Talks", cell, ""}, {"", "A <marsh>", cell, "title"}}); err != nil {
			t.Fatal(err)
		}
		draft, err := intake.CSV([]byte(table.String()))
		if err != nil || len(draft.Files) != 2 {
			t.Fatal(draft, err)
		}
		for _, f := range draft.Files {
			if _, body, _ := strings.Cut(string(f.Text), "\n---\n\n"); body != want {
				t.Errorf("%q became %q in %s, not %q", cell, body, f.Path, want)
			}
		}
		if f := draft.Files[1]; !strings.Contains(string(f.Text), "title: A <marsh>\n") {
			t.Errorf("%s\n%s", f.Path, f.Text)
		}
	}
}
