package intake

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

var (
	// tag is one of an element that people write into cells; all else that begins with < is text: <klim@zenda.example>, 5 <b 6.
	tag = regexp.MustCompile(`(?i)<(?:/?(?:a|abbr|address|article|b|big|blockquote|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|` +
		`h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video|wbr)` +
		`(?:\s+[a-z][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))*\s*/?|!--(?s:.*?)--)>`)
	// block is one of an element that parts paragraphs.
	block = regexp.MustCompile(`(?i)^</?(?:address|article|blockquote|br|center|dd|details|div|dl|dt|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul)\b`)
	// blankLine parts the paragraphs of plain text.
	blankLine = regexp.MustCompile(`\n[\s\p{Z}]*\n\s*`)
	entity    = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)
)

// cellText makes Markdown of a cell in plain text or HTML. Lines and paragraphs that nothing but their ends part stay apart, unless
// elements part others.
func (s *shelf) cellText(cell, where string) string {
	tags := tag.FindAllString(cell, -1)
	if slices.ContainsFunc(tags, block.MatchString) {
		return s.markdownOf(onlyTags(cell), where)
	}
	paragraphs := blankLine.Split(strings.TrimSpace(cell), -1)
	for i, p := range paragraphs {
		if len(tags) > 0 {
			paragraphs[i] = s.markdownOf(strings.ReplaceAll(onlyTags(p), "\n", "<br>"), where)
			continue
		}
		p = string(legible([]byte(entity.ReplaceAllStringFunc(p, html.UnescapeString))))
		paragraphs[i] = strings.ReplaceAll(markdown(p), "\n", "\\\n")
	}
	return strings.Join(paragraphs, "\n\n")
}

// onlyTags is HTML in which each < that begins no tag is text.
func onlyTags(cell string) string {
	var out strings.Builder
	done := 0
	for _, at := range append(tag.FindAllStringIndex(cell, -1), []int{len(cell), len(cell)}) {
		out.WriteString(strings.ReplaceAll(cell[done:at[0]], "<", "&lt;") + cell[at[0]:at[1]])
		done = at[1]
	}
	return out.String()
}
