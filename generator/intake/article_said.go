package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"demarche/generator/collate"
	"demarche/generator/dossier"
)

// said is a statement that was found in an article.
type said struct {
	quotation
	who      speaker
	verb     string
	act      string // of the verb
	answered *said  // an earlier one, or nil
	lost     bool   // its words are not in the text
	open     bool   // its quotation goes on in the next paragraph
	end      int    // where its quotation ends in the paragraph, 0 where that is not all of its words
}

// longestSentence is how many words and marks a sentence may have that is read: the work on
// one grows faster than it does.
const longestSentence = 400

// reading is an article while it is read, paragraph by paragraph.
type reading struct {
	w           *articleWords
	cast        *cast
	text        *collate.Text
	published   time.Time
	said        []*said
	newest      map[string]*said // by name of who made it
	loose       []string         // quotations of nobody
	indirect    []string         // sentences that report words, and whose nobody can tell
	deeds       []string         // sentences that may be of events
	before      []*person
	carried     *said // what the sentence before was asked about, or answers, and why
	carriedFrom string
	pending     []string // paragraphs of a quotation that goes on
}

// paragraph reads a paragraph, with the one that follows it.
func (r *reading) paragraph(text, next string) {
	list := tokens(text, next)
	var current *said // that the sentence before ended in
	if n := len(r.said); n > 0 && r.said[n-1].open {
		current = r.said[n-1]
	}
	if len(r.pending) > 0 && (len(list) == 0 || !list[0].quote) {
		r.loose, r.pending = append(r.loose, r.pending...), nil
	}
	for n, part := range r.w.sentences(list) {
		if len(part) > longestSentence {
			for _, t := range part {
				if t.quote {
					r.loose = append(r.loose, t.inner)
				}
			}
			continue
		}
		s := &sentence{text: text, list: part, before: r.before}
		s.mentions = r.cast.mentions(text, part)
		for i := range s.mentions {
			r.cast.office(part, s.mentions, i)
		}
		current = r.sentence(s, current, n == 0)
		r.remember(s, current)
	}
}

// remember keeps whom a sentence named, for the pronouns of the next.
func (r *reading) remember(s *sentence, current *said) {
	var named []*person
	for i := range s.mentions {
		if p := s.mentions[i].person; p != nil && !slices.Contains(named, p) {
			named = append(named, p)
		}
	}
	if current != nil && current.who.person != nil && !slices.Contains(named, current.who.person) {
		named = append(named, current.who.person)
	}
	if current != nil {
		for _, one := range current.who.everyone()[1:] {
			if one.person != nil && !slices.Contains(named, one.person) {
				named = append(named, one.person)
			}
		}
	}
	if a := speaking(current); a != nil && a.Kind == "" {
		named = append(named, &person{name: a.Name, actor: a})
	}
	if len(named) > 0 {
		r.before = named
	}
}

// speaking is the known actor who said it, nil where nobody did. What an actor is who is only named,
// nobody knows: a pronoun may mean them too, and not who was named before them.
func speaking(current *said) *dossier.Actor {
	if current == nil {
		return nil
	}
	return current.who.actor
}

// sentence reads a sentence, and returns the statement that it ended in.
func (r *reading) sentence(s *sentence, current *said, first bool) *said {
	clauses := r.cast.clauses(s)
	quotes := r.quotes(s, clauses)
	count := len(r.said)
	defer func() {
		if r.carried = nil; len(r.said) == count {
			r.carried, r.carriedFrom = r.answered(s)
		}
	}()
	if len(quotes) == 0 {
		return r.indirectly(s, clauses)
	}
	if current != nil && current.open {
		current.words += "\n\n" + s.list[quotes[0]].inner
		current.end = 0
		current.open = s.list[quotes[0]].open
		if len(s.list) > 1 {
			current.open = false
		}
		return current
	}
	var made *said
	by := map[*saying]*said{}
	for _, q := range quotes {
		cl := r.clauseOf(s, clauses, q)
		switch {
		case cl != nil && !cl.who.nobody() && by[cl] != nil:
			r.join(s, by[cl], q)
		case cl != nil && !cl.who.nobody():
			by[cl] = r.statement(s, cl, after(clauses, cl), q)
			made = by[cl]
		case len(clauses) == 0 && current != nil && !first && len(quotes) == 1 && len(s.list) <= 2:
			r.join(s, current, q)
			made = current
		case s.list[q].open:
			r.pending = append(r.pending, s.list[q].inner)
		default:
			r.loose = append(r.loose, s.list[q].inner)
		}
	}
	return made
}

// join adds a quotation to the statement whose part it is, with what stands between the two in the article: nothing may be left out there, or
// a sentence may end, and only an editor can join the words. A quotation of several paragraphs leaves out what stands between.
func (r *reading) join(s *sentence, to *said, q int) {
	switch t := s.list[q]; {
	case to.form == dossier.Mixed && to.end == 0:
	case to.end == 0 || t.open:
		to.words += " […] " + t.inner
		to.open = t.open
	default:
		if to.form != dossier.Mixed {
			to.words, to.form = "“"+to.words+"”", dossier.Mixed
			to.review = append(to.review, "quoted in parts, with what stands between them in the article")
		}
		to.words += s.text[to.end:t.start] + "“" + t.inner + "”"
		to.end = t.end
	}
}

// statement begins a statement with a quotation.
func (r *reading) statement(s *sentence, cl, next *saying, q int) *said {
	made := r.begin(s, cl)
	made.words, made.form, made.open, made.end = s.list[q].inner, dossier.Verbatim, s.list[q].open, s.list[q].end
	if len(r.pending) > 0 && s.list[q].start == 0 {
		made.words = strings.Join(append(r.pending, made.words), "\n\n")
		r.pending, made.end = nil, 0
	}
	if from := r.reported(s, cl, q); from > 0 {
		made.words, made.form, made.end = whole(s.words(from, s.ending(next, q))), dossier.Mixed, 0
		made.about = append(made.about, r.subjectOf(s, cl.who, from)...)
	} else if left := s.leftOut(cl, next, q); left != "" {
		made.review = append(made.review, "left out: "+left)
	}
	return made
}

// whole makes a sentence of a clause, whose first letter may be quoted.
func whole(text string) string {
	text = strings.TrimRight(text, " ,;")
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if last, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(".?!", last) {
		text += "."
	}
	return text
}

// begin makes a statement of what a clause says, without its words.
func (r *reading) begin(s *sentence, cl *saying) *said {
	made := &said{who: cl.who, verb: s.words(cl.at, cl.end), act: cl.act}
	made.about = r.about(s, cl)
	made.to, made.via, made.date = slices.Clone(cl.to), cl.via, r.w.dayOf(s.list, r.published)
	if cl.who.why != "" {
		made.review = append(made.review, fmt.Sprintf("speaker read %s", cl.who.why))
	}
	if cl.unclear != "" {
		made.review = append(made.review, fmt.Sprintf("spoken to “%s”, who is not recognised", cl.unclear))
	}
	if cl.pronoun {
		made.review = append(made.review, "addressee read by a pronoun, for the person named last")
	}
	if made.date != "" {
		made.review = append(made.review, "day counted back from the publication")
	}
	for i := range s.list {
		n, _ := r.w.According.at(s.list, i)
		if n == 0 || i == cl.at {
			continue
		}
		end := i + n
		for end < len(s.list) && !s.list[end].quote && !strings.Contains(",;:", s.list[end].low) && end != cl.at {
			end++
		}
		if from := r.cast.subject(s, i+n, end); from.person != nil || from.actor != nil {
			made.according = link(from.name())
		} else {
			made.according = clause(strings.TrimRight(s.words(i+n, end), "."))
		}
	}
	r.answers(s, made)
	r.keep(made)
	return made
}

// indirectly reads a sentence that reports words without quoting them.
func (r *reading) indirectly(s *sentence, clauses []saying) *said {
	for i := range clauses {
		cl := &clauses[i]
		that := r.behindThat(s, cl)
		if len(s.list)-cl.end < 3 && cl.act != "decline" {
			continue
		}
		isWordy := func(t token) bool { return t.word || t.quote }
		if cl.who.nobody() || !slices.ContainsFunc(s.list[that:], isWordy) { // what they said, or who, is not told
			r.indirect = append(r.indirect, s.words(0, len(s.list)))
			return nil
		}
		made := r.begin(s, cl)
		made.form, made.words = dossier.Paraphrase, whole(s.words(0, len(s.list)))
		if that > 0 {
			made.words = whole(s.words(that, len(s.list)))
		}
		if cl.act == "state" {
			made.about = append(made.about, r.subjectOf(s, cl.who, max(that, cl.object))...)
		}
		if s.hasQuotes() {
			made.form = dossier.Mixed
		}
		return made
	}
	for i := range s.list {
		if n, _ := r.w.Deeds.at(s.list, i); n > 0 && !s.list[i].capital {
			r.deeds = append(r.deeds, s.words(0, len(s.list)))
			break
		}
	}
	return nil
}

func (s *sentence) hasQuotes() bool {
	return slices.ContainsFunc(s.list, func(t token) bool { return t.quote })
}
