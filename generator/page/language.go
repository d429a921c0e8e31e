package page

import (
	"strings"

	"golang.org/x/text/language"
)

// rightToLeft are the scripts that are written so (ISO 15924).
var rightToLeft = map[string]bool{
	"Adlm": true, "Arab": true, "Aran": true, "Hebr": true, "Mand": true, "Nkoo": true,
	"Rohg": true, "Samr": true, "Syrc": true, "Thaa": true, "Yezi": true,
}

// direction is "rtl" for a language (BCP 47) whose usual script, or the one it
// names, is written from right to left, else "ltr".
func direction(lang string) string {
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

// languageName is a language in that of the site: "German" for "de"; "" where it has no name.
func (p *Plan) languageName(lang string) string { return p.locale.LanguageName(lang) }

// openGraphLocale is a language in Open Graph's spelling: "ru_RU" for "ru", which names
// no country, "en_GB" for "en-GB". "en" is "", because Open Graph takes "en_US"
// for granted.
func openGraphLocale(lang string) string {
	if lang == "en" {
		return ""
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	region, confidence := tag.Region()
	if confidence == language.No || strings.HasPrefix(region.String(), "ZZ") {
		return base.String()
	}
	return base.String() + "_" + region.String()
}
