package parse

import (
	"strings"
	"testing"

	"demarche/generator/source"
)

// A line of Chinese or Japanese goes on in the next, as pages and in data; of other scripts, and beside them, a break is a space.
func TestALineOfChineseGoesOnWithoutASpace(t *testing.T) {
	for words, want := range map[string]string{
		"沼泽之争由来已久，\n两国各执一词\n互不相让。": "沼泽之争由来已久，两国各执一词互不相让。",
		"他说\n“不”":               "他说“不”",
		"お話し\nカタカナ":             "お話しカタカナ",
		"他说“不”\n就走了……\n后来":      "他说“不”就走了……后来",
		"[[北京]]\n派出[[特使]]\n。":   "北京派出特使。",
		"**北京**\n派出\n**特使**":    "北京派出特使",
		"沼泽\nMarsh\n沼泽":         "沼泽 Marsh 沼泽",
		"한국어는\n띄어쓰기를 한다":        "한국어는 띄어쓰기를 한다",
		"He said “no”\n“Never”": "He said “no” “Never”",
		"沼泽\\\n沼泽":              "沼泽\n沼泽",
		"1931\n年":               "1931 年",
	} {
		doc := File(source.New("content/digests/a.md", []byte("---\ntitle: A\ndate: 2031\n---\n"+words+"\n\n> "+strings.ReplaceAll(words, "\n", "\n> ")+"\n>\n> — [[A]]\n")), Options{})
		if len(doc.Statements) != 1 {
			t.Fatalf("%q: %d statements", words, len(doc.Statements))
		}
		if got := doc.Statements[0].Text; got != want {
			t.Errorf("%q is %q in data, want %q", words, got, want)
		}
		if got, joined := string(doc.Body.HTML), !strings.ContainsAny(want, " \n"); strings.Contains(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(got), "</p>")), "\n") == joined {
			t.Errorf("%q is %q on pages", words, got)
		}
	}
}
