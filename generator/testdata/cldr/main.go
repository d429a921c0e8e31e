// Command cldr makes the file from which package locale knows how languages
// write dates, numbers and lists, out of Unicode's CLDR:
//
//	cd generator/testdata/cldr && npm install --legacy-peer-deps --prefix /tmp/cldr . ; cd -
//	go run ./generator/testdata/cldr -from /tmp/cldr/node_modules > generator/locale/cldr.tsv
//
// A row is what one language writes like, where that is not as its parent's is: pt-BR's
// parent is pt. Languages of which CLDR knows little are left out.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

func main() {
	log.SetFlags(0)
	from := flag.String("from", "node_modules", "folder of the npm packages of CLDR")
	flag.Parse()
	c := &cldr{folder: *from}
	rows, err := c.rows()
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, "# Made of Unicode CLDR by generator/testdata/cldr. © Unicode, Inc., Unicode License v3: https://www.unicode.org/license.txt")
	fmt.Fprintln(out, "#"+strings.Join(columns, "\t"))
	for _, row := range rows {
		fmt.Fprintln(out, strings.Join(row, "\t"))
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

// rows are those of all languages, by tag.
func (c *cldr) rows() ([][]string, error) {
	var levels struct {
		Of map[string]string `json:"effectiveCoverageLevels"`
	}
	if err := c.read(&levels, "cldr-core", "coverageLevels.json"); err != nil {
		return nil, err
	}
	all := map[language.Tag][]string{}
	entries, err := os.ReadDir(filepath.Join(c.folder, "cldr-dates-full", "main"))
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		tag, err := language.Parse(entry.Name())
		if base, _ := tag.Base(); err != nil || levels.Of[base.String()] != "modern" || entry.Name() == "und" {
			continue
		}
		if all[tag], err = c.row(entry.Name()); err != nil {
			return nil, err
		}
	}
	// The English of the messages is that of the world, not of the United States.
	all[language.AmericanEnglish], all[language.English] = all[language.English], all[language.MustParse("en-001")]
	return distinct(all), nil
}

// distinct leaves out the rows that say what their parents' do.
func distinct(all map[language.Tag][]string) [][]string {
	var rows [][]string
	for tag, row := range all {
		parent := tag.Parent()
		for parent != language.Und && all[parent] == nil {
			parent = parent.Parent()
		}
		if slices.Equal(row, all[parent]) {
			continue
		}
		own := []string{tag.String()}
		for i, column := range row {
			if all[parent] != nil && column == all[parent][i] {
				column = ""
			}
			own = append(own, column)
		}
		rows = append(rows, own)
	}
	slices.SortFunc(rows, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
	return rows
}

// cldr is the folder of its npm packages.
type cldr struct{ folder string }

func (c *cldr) read(into any, path ...string) error {
	text, err := os.ReadFile(filepath.Join(append([]string{c.folder}, path...)...))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", filepath.Join(path...), err)
	}
	return nil
}
