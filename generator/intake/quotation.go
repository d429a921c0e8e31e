package intake

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// quotation is a statement to be written as a blockquote.
type quotation struct {
	question string // what it answers, as plain text, paragraphs parted by an empty line; "" where nothing was asked
	marked   bool   // the words have their quotation marks already
	words    string // plain text, paragraphs parted by an empty line; without the outer marks if verbatim
	form     dossier.Form
	original string
	lang     string // of the original
	breaks   bool   // whether a line that ends within a paragraph does so for readers, too

	speakers []string // names
	unnamed  string
	forWhom  []string
	to       []string
	about    []string

	date      string   // EDTF, or ""
	replyTo   []string // targets of wikilinks: "digest#^id"
	retracts  []string
	sameAs    string
	according string // a wikilink or words
	place     string
	via       string
	viaURL    string
	elsewhere [2]string // what it answers that is no statement of the site's: in words, and its address
	source    string    // id of the digest's source; "" is its first
	acts      []string
	topics    []string
	id        string
	review    []string // for whoever reviews it: comments that no reader sees
}

// appendBlock appends the statement as the README has it.
func (q *quotation) appendBlock(out []byte) []byte {
	if len(q.review) > 0 {
		out = append(append(append(out, "<!-- review: "...), comment.Replace(strings.Join(q.review, "; "))...), " -->\n\n"...)
	}
	if q.question != "" {
		for p := range strings.SplitSeq(q.question, "\n\n") {
			out = append(q.appendQuoted(out, "> ", "Q: "+markdown(p)), ">\n"...)
		}
	}
	open, closing := "", ""
	if q.form == dossier.Verbatim && !q.marked {
		open, closing = "“", "”"
	}
	for p := range strings.SplitSeq(open+q.words+closing, "\n\n") {
		out = q.appendQuoted(out, "> ", markdown(p))
		out = append(out, ">\n"...)
	}
	if q.original != "" {
		paragraphs := strings.Split(q.original, "\n\n")
		if q.lang != "" {
			paragraphs[len(paragraphs)-1] += " (" + q.lang + ")"
		}
		for i, p := range paragraphs {
			if i > 0 {
				out = append(out, "> >\n"...)
			}
			out = q.appendQuoted(out, "> > ", markdown(p))
		}
		out = append(out, ">\n"...)
	}
	return append(append(append(out, "> "...), q.attribution()...), '\n')
}

// comment takes out of a text what would end a comment.
var comment = strings.NewReplacer("--", "—", ">", "", "\n", " ")

// appendQuoted appends the lines of a paragraph, each behind a prefix.
func (q *quotation) appendQuoted(out []byte, prefix, text string) []byte {
	end := "\n"
	if q.breaks {
		end = "\\\n"
	}
	for line := range strings.SplitSeq(text, "\n") {
		out = append(append(append(out, prefix...), strings.TrimSpace(line)...), end...)
	}
	return append(out[:len(out)-len(end)], '\n')
}

// attribution is the line that says who said it, to whom and when.
func (q *quotation) attribution() string {
	line := "— " + links(q.speakers)
	if q.unnamed != "" {
		line = "— " + clause(q.unnamed)
	}
	line = with(line, " for ", links(q.forWhom))
	line = with(line, " to ", links(q.to))
	line = with(line, " about ", links(q.about))
	line = with(line, ", ", q.date)
	line = with(line, ", in reply to ", cmp.Or(links(q.replyTo), markdownLink(q.elsewhere[0], q.elsewhere[1])))
	line = with(line, ", retracts ", links(q.retracts))
	if q.sameAs != "" {
		line += ", same as " + link(q.sameAs)
	}
	line = with(line, ", according to ", q.according)
	line = with(line, ", at ", clause(q.place))
	if q.viaURL != "" && q.viaURL != q.via {
		line += ", via " + markdownLink(q.via, q.viaURL)
	} else {
		line = with(line, ", via ", clause(q.via))
	}
	line = with(line, ", source ", q.source)
	for _, tag := range append(q.acts, q.topics...) {
		line += " #" + tag
	}
	return with(line, " ^", q.id)
}

func with(line, word, what string) string {
	if what == "" {
		return line
	}
	return line + word + what
}

// links is "[[A]], [[B]] and [[C]]".
func links(names []string) string {
	var out strings.Builder
	for i, name := range names {
		switch {
		case i > 0 && i == len(names)-1:
			out.WriteString(" and ")
		case i > 0:
			out.WriteString(", ")
		}
		out.WriteString(link(name))
	}
	return out.String()
}

func link(target string) string { return "[[" + linkText.Replace(target) + "]]" }

// markdownLink is words with an address, "" where there are neither.
func markdownLink(text, address string) string {
	if text == "" && address == "" {
		return ""
	}
	if strings.Count(address, "(") != strings.Count(address, ")") {
		address = strings.NewReplacer("(", "%28", ")", "%29").Replace(address)
	}
	return "[" + strings.NewReplacer("[", "(", "]", ")").Replace(oneLine(text)) + "](" + linkAddress.Replace(address) + ")"
}

// linkAddress takes out of an address what would end a link.
var linkAddress = strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", "\n", "", "\r", "", "\t", "")

// linkText takes out of a name what would end or part a wikilink.
var linkText = strings.NewReplacer("[", "(", "]", ")", "|", "/", "\n", " ")

// clause is a text that stands between commas: without one of its own, or a mark that would begin a tag or
// a link.
func clause(text string) string { return clauseText.Replace(oneLine(text)) }

var clauseText = strings.NewReplacer(", ", "; ", ",", ";", "#", "＃", "^", "＾", "[", "(", "]", ")")

// oneLine is a text on one line, with a blank where there were more, or control characters.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || isUnreadable(r) }), " ")
}

// markdown writes plain text so that Markdown reads it as it is.
func markdown(text string) string {
	text = inline.Replace(text)
	text = lineStart.ReplaceAllStringFunc(text, func(start string) string {
		blank := start[:len(start)-len(strings.TrimLeft(start, " \t"))]
		mark := strings.TrimLeft(start, " \t")
		if _, size := utf8.DecodeLastRuneInString(mark); mark[0] >= '0' && mark[0] <= '9' || mark[0] == 'Q' {
			return blank + mark[:len(mark)-size] + `\` + mark[len(mark)-size:]
		}
		return blank + `\` + mark
	})
	text = datedTag.ReplaceAllString(text, `$1 \#`)
	if dateBehind.MatchString(text) {
		text = speakersDash.ReplaceAllStringFunc(text, speakersDashes.Replace)
	}
	return text
}

// inline are the marks that mean something anywhere in a line.
var inline = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "~", `\~`, "|", `\|`, " ^", ` \^`)

// lineStart is what means something only where a line begins: headings, lists, quotations, rules and fences, a
// question, and a dash of two hyphens.
var lineStart = regexp.MustCompile(`(?m)^[ \t]*(?:#|[-+=>:]|[0-9]{1,9}[.)]|Q:)`)

// What would be read as an attribution, which no words may hold: a tag behind a date; a dash that begins a line or stands behind a
// quotation, where a date follows.
var (
	datedTag       = regexp.MustCompile(`([0-9XZ.~?%]) #`)
	dateBehind     = regexp.MustCompile(`,[^,]*[0-9]`)
	speakersDash   = regexp.MustCompile(`(?m)(?:^[ \t]*|["”“’»«] *)(?:—|–|―|--)`)
	speakersDashes = strings.NewReplacer("—", "&mdash;", "–", "&ndash;", "―", "&#8213;", "--", `\--`)
)
