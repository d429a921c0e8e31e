package slug

// latin spells a lower-case Latin letter that has no mark to lose with plain
// letters, where there is a usual way.
func latin(r rune) string {
	switch r {
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ß':
		return "ss"
	case 'þ':
		return "th"
	case 'ŋ':
		return "ng"
	case 'ƀ', 'ɓ':
		return "b"
	case 'ȼ', 'ƈ':
		return "c"
	case 'đ', 'ð', 'ɖ', 'ɗ':
		return "d"
	case 'ə', 'ǝ', 'ɛ', 'ɇ':
		return "e"
	case 'ǥ', 'ɠ':
		return "g"
	case 'ħ':
		return "h"
	case 'ı', 'ɨ', 'ɩ':
		return "i"
	case 'ȷ', 'ɉ':
		return "j"
	case 'ƙ':
		return "k"
	case 'ł', 'ƚ':
		return "l"
	case 'ɲ', 'ƞ':
		return "n"
	case 'ø', 'ɔ', 'ɵ':
		return "o"
	case 'ƥ':
		return "p"
	case 'ɍ':
		return "r"
	case 'ŧ', 'ƭ', 'ʈ':
		return "t"
	case 'ʉ', 'ʊ':
		return "u"
	case 'ʋ':
		return "v"
	case 'ɏ', 'ƴ':
		return "y"
	case 'ƶ', 'ȥ':
		return "z"
	}
	return string(r)
}
