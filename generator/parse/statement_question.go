package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/width"

	"demarche/generator/diag"
)

// labels are words with which transcripts in the languages of the pages begin what was asked, and what was answered, in lower
// case. What a speaker may well begin with, such as a letter that is an initial, asks only where a question mark follows.
var labels = labelsOf(map[labelKind]string{
	labelQuestion: "q question frage pregunta вопрос запитання س سؤال پرسش ש שאלה 问 問 提问 提問",
	labelAsker: "interviewer reporter journalist moderator f journalistin reporterin journaliste p periodista entrevistador entrevistadora " +
		"в журналист корреспондент п питання журналіст кореспондент السؤال صحفي الصحفي مراسل المراسل خبرنگار مجری עיתונאי עיתונאית כתב כתבת " +
		"问题 問題 记者 記者 主持人",
	labelAnswer: "a answer antwort r réponse respuesta о ответ відповідь ج جواب الجواب پاسخ ת תשובה 答 回答",
})

func labelsOf(words map[labelKind]string) map[string]labelKind {
	kinds := map[string]labelKind{}
	for kind, list := range words {
		for word := range strings.FieldsSeq(list) {
			kinds[word] = kind
			longestLabel = max(longestLabel, len(word))
		}
	}
	return kinds
}

var longestLabel int // bytes

type labelKind uint8

const (
	_             labelKind = iota
	labelQuestion           // stands before a question alone
	labelAsker              // may also stand before something else
	labelAnswer
)

// cutLabel tells a line that a transcript marks as a question or as an answer, with or without emphasis, and cuts the mark off.
// The mark is "" for a letter with a gap behind it, as in "Q   Will you?". A backslash before the mark says that it is none.
func cutLabel(line string) (kind labelKind, mark, rest string) {
	bare := strings.TrimLeft(line, "*_“\"„«\u200e\u200f")
	end := strings.IndexFunc(bare[:min(len(bare), longestLabel+utf8.UTFMax)], func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 1 {
		return 0, "", line
	}
	label := bare[:end]
	if label[0] >= utf8.RuneSelf {
		label = width.Fold.String(label) // "Ｑ"
	}
	kind = labels[strings.ToLower(label)]
	rest = strings.TrimLeft(bare[end:], "*_")
	behind := strings.TrimLeft(rest, " \t\u00a0\u202f")
	for _, mark := range []string{":", "：", ".", ")"} {
		after, marked := strings.CutPrefix(behind, mark)
		words := strings.TrimLeft(strings.TrimLeft(after, "*_"), " \t")
		gap := len(words) < len(after) || after == "" || mark == "：" || mark == ":"
		if marked && gap {
			return kind, mark, words
		}
	}
	if gap := rest[:len(rest)-len(behind)]; len(gap) > 1 || gap == "\t" {
		return kind, "", behind
	}
	return 0, "", line
}

// checkQuestions reports what seems to be asked or answered and is not written so, once of each: it would be
// published as words of the speaker, or as a part of the question.
func (s *scribe) checkQuestions(p sections) {
	c := labelCheck{scribe: s}
	for _, n := range p.context {
		c.lines(n, 1, "is published as a part of the question")
	}
	for _, n := range p.words {
		c.block(n)
	}
}

type labelCheck struct {
	*scribe
	told, answer bool // a question that is not marked, and an answer, were reported
}

func (c *labelCheck) block(n ast.Node) {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
		c.lines(n, 0, "is published as the speaker’s own words")
		return
	}
	for below := n.FirstChild(); below != nil && below.Type() == ast.TypeBlock; below = below.NextSibling() {
		c.block(below)
	}
}

// lines looks at a block's lines from the one of that index on. Within a block only a colon tells: a name may be
// broken behind an initial.
func (c *labelCheck) lines(n ast.Node, from int, published string) {
	lines := n.Lines()
	for i := from; i < lines.Len(); i++ {
		segment := lines.At(i)
		segment = trimmed(segment, c.source)
		line := string(segment.Value(c.source))
		kind, mark, rest := cutLabel(line)
		colon := mark == ":" || mark == "："
		if kind == 0 || i > 0 && !colon {
			continue
		}
		written := strings.TrimSpace(line[:len(line)-len(rest)])
		asks := strings.ContainsAny(rest, "?？؟") || i == 0 && strings.ContainsAny(string(lines.Value(c.source)), "?？؟")
		warn := func(code, text, hint string) {
			if mark != "" {
				bare := strings.Trim(written, "*_“\"„« ")
				hint += ", or " + strings.TrimSpace(strings.TrimSuffix(bare, mark)) + `\` + strings.Replace(mark, "：", ":", 1) + " where the speaker said that"
			}
			report(c.doc, diag.Warning, code, segment.Start, segment.Start+len(written), quoted(written)+text, hint)
		}
		switch _, _, whole := verbatim([]string{rest}); {
		case kind == labelAnswer && (colon || c.told || whole && mark != ""): // "A." may be an initial
			if !c.answer {
				c.answer = true
				warn("unmarked-answer", " looks like the mark of an answer, and "+published,
					"leave it out, and begin a paragraph with the answer")
			}
		case kind == labelQuestion && colon || (kind == labelQuestion || kind == labelAsker && colon) && asks:
			if !c.told {
				c.told = true
				warn("unmarked-question", " looks like the mark of a question, and "+published,
					"write Q: … in a paragraph of its own, before the answer")
			}
		}
	}
}
