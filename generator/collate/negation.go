package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// negations are words that turn the meaning of what they stand in, in the languages
// of the interface.
var negations = set(`
	not no never none nobody nothing neither nor cannot without refuse refuses refused unless
	ne pas jamais rien aucun aucune ni sans nunca nada nadie ningún ninguna sin
	nicht kein keine keinen keiner keines nie niemals niemand ohne weder
	не нет ни никогда никто ничего без ні немає ніколи ніхто
	لا لم لن ليس ليست ما غير دون بدون نه نیست نمی هرگز هیچ
	לא אין אל בלי מעולם
	不 没 沒 無 无 非 未 勿 莫 否`)

func set(words string) map[string]bool {
	list := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		list[word] = true
	}
	return list
}

// Negation is the first word of a text that says no to something, "" where there is
// none that is known. It is a help to the eye: who reads the passage decides.
func Negation(text string) string {
	f := fold(normalise(text))
	for i := range f.tokens {
		word := strings.ToLower(string(f.token(i)))
		if negations[word] || strings.HasSuffix(word, "n't") {
			return string(f.token(i))
		}
	}
	return ""
}

// Joins says whether a text ends one quotation and begins another, as what “…” stands
// for does that joins the words of two.
func Joins(text string) bool {
	marks, before := 0, ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		after, _ := utf8.DecodeRuneInString(text[at:])
		if isQuote(r) && !(unicode.IsLetter(before) && unicode.IsLetter(after)) {
			marks++
		}
		before = r
	}
	return marks > 1
}
