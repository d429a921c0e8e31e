package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"demarche/generator/cli"
	"demarche/generator/intake"
)

// What a table may have stands in the README and in the help as the code has it, row for row; the help has the other names of columns too.
func TestReadmeAndHelpListTheColumnsOfATable(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(readme, []byte("# Demarche\n")) {
		t.Skip("this README is not Demarche's")
	}
	var help bytes.Buffer
	code := cli.Main(cli.Process{Args: []string{"import", "csv", "--help"}, Name: "demarche", Stdout: &help, Stderr: &help,
		Env: func(string) string { return "" }, Now: time.Date(2031, 3, 12, 0, 0, 0, 0, time.UTC)})
	if code != 0 {
		t.Fatalf("help ends with %d:\n%s", code, &help)
	}
	shown := strings.Join(strings.Fields(help.String()), " ")
	table := "| column | |\n|---|---|\n"
	for _, g := range intake.Columns() {
		var marked, plain []string
		for _, c := range g.Columns {
			also := ""
			if len(c.Names) > 1 {
				also = " (" + strings.Join(c.Names[1:], ", ") + ")"
			}
			marked, plain = append(marked, "`"+c.Names[0]+"`"), append(plain, c.Names[0]+also)
		}
		table += "| " + strings.Join(marked, ", ") + " | " + g.Means + " |\n"
		if want := strings.Join(plain, ", ") + " " + strings.ReplaceAll(g.Means, "`", ""); !strings.Contains(shown, want) {
			t.Errorf("import csv --help does not say %q:\n%s", want, &help)
		}
	}
	if !bytes.Contains(readme, []byte(table+"\n")) {
		t.Errorf("the README does not have this table:\n%s", table)
	}
}
