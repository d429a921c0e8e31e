package escape

import (
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// Front matter is advised with names of every kind, which an editor copies.
func TestAListOfFrontMatterIsReadBackAsTheTextsThatItWasMadeOf(t *testing.T) {
	texts := []string{"Ada Brisk", "Brisk, Ada", "No", "1701", "2031-01-02", "~", "- Brisk", "& Brisk", "*", "!Brisk", "@brisk", "`", "|", ">", "?", "%", "O'Brien", `"Ada"`,
		"Ada: Brisk", "Ada #1", "#1", "[Ada]", "{Ada}", `Ada\n`, "Ada ", "", strings.Repeat("Brisk and ", 30)}
	for _, of := range append([][]string{texts}, slices.Collect(slices.Chunk(texts, 1))...) {
		made := YAMLList(of...)
		var read []string
		if err := yaml.Unmarshal([]byte(made), &read); err != nil || !slices.Equal(read, of) || strings.Contains(made, "\n") {
			t.Errorf("%q is written as %s, which is read as %q: %v", of, made, read, err)
		}
	}
}
