// Package slug makes addresses of names, and keys by which two spellings of a
// name are found to be one. It knows nothing else.
package slug

// MaxBytes is the length of the longest slug.
const MaxBytes = 200

// Make returns the slug of text: letters and digits joined by single hyphens,
// Latin letters without their marks, other scripts as they are, in NFC and
// lower case, at most MaxBytes bytes (cut at a hyphen where there is one). It
// is "" when text holds no letter and no digit.
func Make(text string) string { return text }

// Valid says whether text is already a slug: Make(text) == text and not "".
func Valid(text string) bool { return text != "" && Make(text) == text }

// Key returns the key under which a name is looked up: the slug of the name
// without a leading "the", and without the marks of Latin, Greek, Cyrillic,
// Arabic and Hebrew letters. A name and its slug have the same key.
func Key(name string) string { return Make(name) }

// FirstWord returns the first word of text as prose is cut into words: a run of
// letters, digits and marks, with inner apostrophes and hyphens left out, or a single character of a
// script that is written without spaces (Han, Hiragana, Katakana, Thai, Lao,
// Khmer, Myanmar). Its first letter is returned in upper case, because only that
// letter's case is free. size is the number of bytes that it takes in text.
func FirstWord(text string) (word string, size int) { return text, len(text) }
