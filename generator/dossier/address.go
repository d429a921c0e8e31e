package dossier

import "strings"

// OnWeb says whether an address is of a page elsewhere on the web, and not of this site: it begins with http:// or https://.
func OnWeb[T string | []byte](address T) bool {
	for _, start := range [...]string{"http://", "https://"} {
		if len(address) >= len(start) && strings.EqualFold(string(address[:len(start)]), start) {
			return true
		}
	}
	return false
}

// IsYear says whether a name at the site's root is that of a year, as every number is.
func IsYear(name string) bool {
	name = strings.TrimPrefix(name, "-")
	return name != "" && strings.Trim(name, "0123456789") == ""
}

// Article is what two sources have in common that are one article: the address, or where one has none its title,
// publisher, credit and date.
type Article struct{ url, title, publisher, credit, date string }

// Article tells the article of a source from others.
func (s *Source) Article() Article {
	if s.URL != "" {
		return Article{url: s.URL}
	}
	return Article{"", s.Title, s.Publisher, s.Credit, s.Date.String()}
}
