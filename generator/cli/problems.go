package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"demarche/generator/build"
	"demarche/generator/diag"
)

// printProblems writes problems for a reader:
//
//	content/digests/talks.md:4:9: warning: unknown actor "Frnace" [unknown-actor]
//	  hint: did you mean "France"?
//
// An error says that not all of it could be written.
func printProblems(to io.Writer, problems []build.Located) error {
	w := bufio.NewWriter(to) // it keeps a failure for Flush
	for _, p := range problems {
		fmt.Fprintf(w, "%s: %s: %s [%s]\n", place(p.Problem.At.Path, p.Position.Line, p.Position.Column), p.Severity, printable(p.Text), p.Code)
		for _, r := range p.Related {
			fmt.Fprintf(w, "  %s: %s\n", place(r.At.Path, r.Position.Line, r.Position.Column), printable(r.Text))
		}
		if p.Hint != "" {
			fmt.Fprintf(w, "  hint: %s\n", printable(p.Hint))
		}
	}
	return w.Flush()
}

// pressing leaves out the notes, which change nothing: only check prints them.
func pressing(problems []build.Located) []build.Located {
	return slices.DeleteFunc(slices.Clone(problems), func(p build.Located) bool { return p.Severity == diag.Note })
}

// jsonProblem is a problem in the array of check --format json.
type jsonProblem struct {
	Path     string `json:"path"` // relative to --source
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"` // error, warning or note
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// jsonProblems are problems as JSON has them.
func jsonProblems(problems []build.Located) []jsonProblem {
	list := make([]jsonProblem, 0, len(problems))
	for _, p := range problems {
		message := p.Text
		for _, r := range p.Related {
			message += fmt.Sprintf("; %s: %s", place(r.At.Path, r.Position.Line, r.Position.Column), r.Text)
		}
		list = append(list, jsonProblem{p.At.Path, p.Position.Line, p.Position.Column, p.Severity.String(), p.Code, message, p.Hint})
	}
	return list
}

// printAsJSON writes a value, in which nothing steers a terminal either.
func printAsJSON(w io.Writer, value any) error {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := io.WriteString(w, escaped(out.String(), "\n", func(r rune) string { // such letters stand in texts alone
		if r > 0xffff {
			high, low := utf16.EncodeRune(r)
			return fmt.Sprintf("\\u%04x\\u%04x", high, low)
		}
		return fmt.Sprintf("\\u%04x", r)
	}))
	return err
}

// annotation escapes what stands in a workflow command of GitHub Actions, after
// its toolkit: property values also escape ":" and ",".
var (
	annotationText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	annotationProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// printAnnotations writes problems as workflow commands. GitHub shows the first
// ten errors, warnings and notices of a step, so errors come first; prefix is
// the path from the repository's root to the site's folder, "" or with a slash
// at its end. An error says that not all of it could be written.
func printAnnotations(to io.Writer, prefix string, problems []build.Located) error {
	w := bufio.NewWriter(to) // it keeps a failure for Flush
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		command := severity.String()
		if severity == diag.Note {
			command = "notice"
		}
		for _, p := range problems {
			if p.Severity != severity {
				continue
			}
			text := printable(p.Text)
			for _, r := range p.Related {
				text += fmt.Sprintf("\n%s: %s", place(r.At.Path, r.Position.Line, r.Position.Column), printable(r.Text))
			}
			if p.Hint != "" {
				text += "\nhint: " + printable(p.Hint)
			}
			fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", command, annotationProperty.Replace(printable(prefix+p.At.Path)),
				p.Position.Line, p.Position.Column, annotationProperty.Replace(p.Code), annotationText.Replace(text))
		}
	}
	return w.Flush()
}

func place(path string, line, column int) string {
	return fmt.Sprintf("%s:%d:%d", printable(path), line, column)
}

// printable shows control and format characters as escapes, so that nothing in
// a digest steers the terminal it is printed on; nor does it the runner of GitHub Actions, which obeys "##[" anywhere in a line.
func printable(text string) string {
	return escaped(strings.ReplaceAll(text, "##[", `#\u{23}[`), "", func(r rune) string { return fmt.Sprintf("\\u{%x}", r) })
}

// escaped is a text with what stands for each letter that may steer a terminal, but for those that may.
func escaped(text, but string, as func(rune) string) string {
	steersHere := func(r rune) bool { return steers(r) && !strings.ContainsRune(but, r) }
	if !strings.ContainsFunc(text, steersHere) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if steersHere(r) {
			b.WriteString(as(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// shellWord is text as one word of a command that a reader pastes into a shell, which does nothing
// with what stands between the quotes.
func shellWord(text string) string { return shellWordOn(runtime.GOOS, text) }

// shellWordOn is that of a system. On Windows cmd.exe takes double quotes alone, and PowerShell looks for "$" and "`" between these.
func shellWordOn(system, text string) string {
	harmless, quote, escaped := "-_./", "'", `'\''`
	if system == "windows" {
		harmless += `\:`
		if quote, escaped = `"`, ""; strings.ContainsAny(text, "$`") {
			quote, escaped = "'", "''"
		}
	}
	isHarmless := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune(harmless, r)
	}
	if text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !isHarmless(r) }) {
		return text
	}
	return quote + printable(strings.ReplaceAll(text, quote, escaped)) + quote
}

// steers says whether a terminal may do something for r but show it. The joiners
// belong to the spelling of Persian and Indian words.
func steers(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return !unicode.IsGraphic(r) && r != nonJoiner && r != joiner || r == unicode.ReplacementChar
}

// counted is "1 error" or "2 errors".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%s %ss", grouped(n), noun)
}

// grouped writes a number with a comma between thousands.
func grouped(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
