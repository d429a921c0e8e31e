package page

import (
	"strings"

	"golang.org/x/text/language"
)

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
