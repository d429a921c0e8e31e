package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/slug"
)

const (
	comparedWords = 120  // the most words between those at which two texts begin and end alike that are compared
	comparedBytes = 4000 // the same in bytes: words may be long
	aroundLength  = 60   // characters that are shown before the first difference of a long text, and after the last
)

// word is one of a text that is compared: of a script that is written without spaces, a letter.
type word struct {
	text  string
	glued bool // no space stands before it
}

// wordsOf parts a text into its words. Where it is bare, what is nothing but quotation marks is none.
func wordsOf(text string, bare bool) (words []word) {
	for field := range strings.FieldsSeq(text) {
		glued := false
		for field != "" {
			end := wordEnd(field)
			if !bare || strings.Trim(field[:end], anyMarks) != "" {
				words = append(words, word{field[:end], glued})
				glued = true
			}
			field = field[end:]
		}
	}
	return words
}

// wordEnd is where the first word of text ends, which has no spaces.
func wordEnd(text string) int {
	single := false // it is a letter with its marks
	for at, r := range text {
		switch spaceless := slug.Spaceless(r); {
		case at == 0:
			single = spaceless
		case (single || spaceless) && !unicode.IsMark(r):
			return at
		}
	}
	return len(text)
}

// length is that of a word with the space before it, in characters.
func (w word) length() int {
	length := utf8.RuneCountInString(w.text)
	if !w.glued {
		length++
	}
	return length
}

// joined is a text with a word behind it.
func (w word) joined(text string) string {
	if w.glued {
		return text + w.text
	}
	return text + " " + w.text
}

// comparison is two texts, word by word.
type comparison struct {
	old, now    []word
	bare        bool // words are the same whatever quotation marks they have
	begin, end  int  // how many words are the same before the first difference, and after the last
	common      [][]int
	left, added []word // of old and now, what is between
}

// compare says whether the texts were compared: not where too much of them differs for that, or where less than half of the
// longer is the same, which is another wording altogether.
func (c *comparison) compare() bool {
	shorter := min(len(c.old), len(c.now))
	for c.begin < shorter && c.same(c.old[c.begin], c.now[c.begin]) {
		c.begin++
	}
	for c.begin+c.end < shorter && c.same(c.old[len(c.old)-1-c.end], c.now[len(c.now)-1-c.end]) {
		c.end++
	}
	c.left, c.added = c.old[c.begin:len(c.old)-c.end], c.now[c.begin:len(c.now)-c.end]
	for _, words := range [...][]word{c.left, c.added} {
		bytes := 0
		for _, word := range words {
			bytes += len(word.text)
		}
		if len(words) > comparedWords || bytes > comparedBytes {
			return false
		}
	}
	c.count()
	return 2*(c.begin+c.common[0][0]+c.end) >= max(len(c.old), len(c.now))
}

func (c *comparison) differ() bool { return len(c.left)+len(c.added) > 0 }

func (c *comparison) same(a, b word) bool {
	return a.text == b.text || c.bare && strings.Trim(a.text, anyMarks) == strings.Trim(b.text, anyMarks)
}

// anyMarks are the quotation marks that stand at words. Single ones are apostrophes too.
const anyMarks = "\"“”„«»「」״"

// count fills common: at [i][j], how many words of left[i:] and added[j:] are the same, in order.
func (c *comparison) count() {
	c.common = make([][]int, len(c.left)+1)
	for i := range c.common {
		c.common[i] = make([]int, len(c.added)+1)
	}
	for i, a := range slices.Backward(c.left) {
		for j, b := range slices.Backward(c.added) {
			if c.same(a, b) {
				c.common[i][j] = c.common[i+1][j+1] + 1
			} else {
				c.common[i][j] = max(c.common[i+1][j], c.common[i][j+1])
			}
		}
	}
}

// pieces are the words of the newer text, marked where they are not those of the older, and what they leave out of it; of a long
// one, those around the differences.
func (c *comparison) pieces(long bool) (pieces []Piece, left []string) {
	add := func(w word, added bool) {
		if last := len(pieces) - 1; last >= 0 && pieces[last].Added == added {
			pieces[last].Text = w.joined(pieces[last].Text)
			return
		}
		pieces = append(pieces, Piece{Text: w.text, Added: added, Glued: w.glued})
	}
	before, after := c.now[:c.begin], c.now[len(c.now)-c.end:]
	if long {
		before, after = trailing(before), leading(after)
	}
	if len(before) < c.begin {
		add(word{text: "…"}, false)
	}
	for _, word := range before {
		add(word, false)
	}
	goesOn := false // the last of left: no word that both have was since
	for i, j := 0, 0; i < len(c.left) || j < len(c.added); {
		switch {
		case i < len(c.left) && j < len(c.added) && c.same(c.left[i], c.added[j]):
			add(c.added[j], false)
			goesOn = false
			i, j = i+1, j+1
		case j == len(c.added) || i < len(c.left) && c.common[i+1][j] >= c.common[i][j+1]:
			if goesOn {
				left[len(left)-1] = c.left[i].joined(left[len(left)-1])
			} else {
				left = append(left, c.left[i].text)
			}
			goesOn = true
			i++
		default:
			add(c.added[j], true)
			j++
		}
	}
	for _, word := range after {
		add(word, false)
	}
	if len(after) < c.end {
		add(word{text: "…"}, false)
	}
	return pieces, left
}

// leading are those that fit beside a difference.
func leading(words []word) []word {
	length := 0
	for i, word := range words {
		if length += word.length(); length > aroundLength {
			return words[:i]
		}
	}
	return words
}

// trailing are the same of the end.
func trailing(words []word) []word {
	length := 0
	for i, word := range slices.Backward(words) {
		if length += word.length(); length > aroundLength {
			return words[i+1:]
		}
	}
	return words
}
