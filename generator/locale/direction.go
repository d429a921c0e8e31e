package locale

import "golang.org/x/text/language"

// rightToLeft are the scripts that are written so (ISO 15924).
var rightToLeft = map[string]bool{
	"Adlm": true, "Arab": true, "Aran": true, "Hebr": true, "Mand": true, "Nkoo": true,
	"Rohg": true, "Samr": true, "Syrc": true, "Thaa": true, "Yezi": true,
}

// Direction is "rtl" for a language (BCP 47) whose usual script, or the one it
// names, is written from right to left, else "ltr".
func Direction(lang string) string {
	switch lang {
	case "", "en", "de", "es", "fr", "ru", "zh": // most statements; parsing a tag takes longer
		return "ltr"
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return "ltr"
	}
	if script, _ := tag.Script(); rightToLeft[script.String()] {
		return "rtl"
	}
	return "ltr"
}
