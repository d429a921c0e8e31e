package locale

import (
	"strings"

	"golang.org/x/text/feature/plural"
)

// Key is the key of a message in a catalogue. Where one English word needs two
// translations, a context tells them apart: "to [before an addressee]". A message
// may be given with its context in it, wherever one is asked for.
func Key(message string, context ...string) string {
	if len(context) == 0 || context[0] == "" {
		return message
	}
	return message + " [" + context[0] + "]"
}

// PluralKey is the key of a message with a number, "{n} statements" of "statements": the number is first where the message has no place for it.
func PluralKey(several string) string {
	if strings.Contains(several, "{n}") {
		return several
	}
	return "{n} " + several
}

// english is what a message says without translation: itself without its context.
func english(key string) string {
	if !strings.HasSuffix(key, "]") {
		return key
	}
	if at := strings.LastIndex(key, " ["); at >= 0 {
		return key[:at]
	}
	return key
}

// Text is a message.
func (l *Locale) Text(message string, context ...string) string {
	key := Key(message, context...)
	if found, ok := l.messages[key]; ok {
		return found[plural.Other]
	}
	return english(key)
}

// Format is a message with values for its places, given as pairs of name and
// value: Format("Statements by {name}", "name", "Freedonia").
func (l *Locale) Format(message string, pairs ...string) string {
	return string(l.fill(nil, l.Text(message), 0, pairs))
}

// Piece is the text of a message before its hole i, counted from 0, or after the
// last one: of "From {} to {}", for words around what is no text.
func (l *Locale) Piece(i int, message string, context ...string) string {
	text := l.Text(message, context...)
	for ; i > 0; i-- {
		_, text, _ = strings.Cut(text, "{}")
	}
	text, _, _ = strings.Cut(text, "{}")
	return text
}

// Count is a number with its word: Count(1, "statement", "statements") is
// "1 statement", of 12,500 it is "12,500 statements". A message may say where the number stands:
// "one of {n} statements"; one that does not begins with it. Pairs are as for Format.
func (l *Locale) Count(n int, one, several string, pairs ...string) string {
	return string(l.Plural(one, several).Append(nil, n, pairs...))
}

// Plural is a message with a number, looked up.
type Plural struct {
	locale  *Locale
	english bool // the message has no translation
	forms   *entry
}

// Plural looks up a message with a number. It is of use where one is counted with often.
func (l *Locale) Plural(one, several string) Plural {
	key := PluralKey(several)
	if found, ok := l.messages[key]; ok {
		return Plural{l, false, &found}
	}
	if !strings.Contains(several, "{n}") {
		one = PluralKey(one)
	}
	return Plural{l, true, &entry{plural.One: english(one), plural.Other: english(key)}}
}

// Append appends the message for n.
func (p Plural) Append(out []byte, n int, pairs ...string) []byte {
	text := p.forms[p.form(n)]
	if text == "" {
		text = p.forms[plural.Other]
	}
	return p.locale.fill(out, text, n, pairs)
}

func (p Plural) form(n int) plural.Form {
	switch {
	case p.english && n == 1:
		return plural.One
	case p.english:
		return plural.Other
	}
	return plural.Cardinal.MatchPlural(p.locale.tag, max(n, -n), 0, 0, 0, 0)
}

// fill appends a text with its places filled: {n} with a number, the others from
// pairs of name and value. A place that nobody fills stays as it is written.
func (l *Locale) fill(out []byte, text string, n int, pairs []string) []byte {
	for {
		start := strings.IndexByte(text, '{')
		end := start + strings.IndexByte(text[max(start, 0):], '}')
		if start < 0 || end < start {
			return append(out, text...)
		}
		out = append(out, text[:start]...)
		out = l.place(out, text[start:end+1], n, pairs)
		text = text[end+1:]
	}
}

// place appends the value of a place, as "{name}".
func (l *Locale) place(out []byte, place string, n int, pairs []string) []byte {
	name := place[1 : len(place)-1]
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return append(out, pairs[i+1]...)
		}
	}
	if name == "n" {
		return l.AppendNumber(out, n)
	}
	return append(out, place...)
}
