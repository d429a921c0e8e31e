package parse

import (
	"errors"
	"io/fs"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/slug"
)

const dateForms = "write 2025, 2025-06, 2025-06-19, 2025-06-19T14:30+03:00 or an interval 2025-06-18/2025-06-19"

// date reads a date as it is written. One that is none is reported at the byte
// that is wrong.
func (r *reader) date(v *value) dossier.When {
	if v.form != formText && v.form != formNumber {
		r.wrongType(v, "a date", dateForms)
		return dossier.When{}
	}
	written := strings.TrimSpace(plainly(v.text))
	date, err := edtf.Parse(written)
	if err == nil {
		return dossier.When{Date: date, Set: true, At: r.at(v)}
	}
	bad := *v
	message, hint := err.Error(), dateForms
	if detail, ok := errors.AsType[*edtf.Error](err); ok {
		if at := strings.Index(v.text, written); v.raw >= 0 && at >= 0 {
			bad.start = min(v.raw+at+max(detail.Offset, 0), v.end)
		}
		if detail.Hint != "" {
			hint = detail.Hint
		}
	}
	if bare := strings.Trim(written, `“”„‘’‚«»`); bare != written { // marks that are none to YAML
		if _, err := edtf.Parse(bare); err == nil {
			hint = "write " + bare + ", without marks around it"
		}
	}
	r.fault(&bad, "bad-date", message, hint)
	return dossier.When{}
}

// day reads a date that is a day and no vaguer.
func (r *reader) day(v *value) dossier.When {
	when := r.date(v)
	if is, _, _ := when.Interval(); !when.Set || !is && when.Precision() == edtf.Day && !when.Marked() {
		return when
	}
	r.fault(v, "bad-date", r.key+" must be a day", "write 2025-06-19")
	return dossier.When{}
}

// address reads a URL of the web; anything else is reported and dropped.
func (r *reader) address(v *value) string {
	written := r.text(v)
	if written == "" {
		return ""
	}
	u, err := url.Parse(written)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		r.fault(v, "url-scheme", r.key+" must be a whole address of the web", "write it with https:// or http:// before it, and nothing else")
		return ""
	}
	return written
}

// language reads a BCP 47 tag.
func (r *reader) language(v *value) string {
	written := r.text(v)
	if written == "" {
		return ""
	}
	if _, err := language.Parse(written); err != nil || strings.Contains(written, "_") {
		r.fault(v, "bad-language", quoted(written)+" is no code of a language", languageHint(written))
		return ""
	}
	return written
}

// languageHint says how to write a language: by its name in other words, or with "_", where that is known.
func languageHint(written string) string {
	meant := languages[strings.ToLower(written)]
	locale, _, _ := strings.Cut(written, ".") // en_US.UTF-8
	if tag, err := language.Parse(strings.ReplaceAll(locale, "_", "-")); meant == "" && err == nil {
		meant = tag.String()
	}
	if meant != "" {
		return "write " + meant
	}
	return "write its BCP 47 code: en, fa, ru, zh-Hant"
}

// slug reads an address of the editor's own, which must be one already: a slash
// or a dot in it would leave the site.
func (r *reader) slug(v *value) string {
	written := r.text(v)
	right := slug.Make(written)
	if right != "" && right == v.text {
		return right
	}
	hint := "write letters and digits joined by single hyphens"
	if right != "" {
		hint = "write " + r.key + ": " + right
	}
	r.fault(v, "bad-slug", quoted(v.text)+" cannot be part of an address", hint)
	return ""
}

// id reads the name of a source, by which statements of the digest cite it.
func (r *reader) id(v *value) string {
	return r.idIn(v, r.text(v))
}

// statementName reads the id of a statement of the digest, with the ^ that stands before it or without.
func (r *reader) statementName(v *value) string {
	return r.idIn(v, strings.TrimPrefix(r.text(v), "^"))
}

// idIn is an id, or "" where what is written is none; that it is a list, which is no text, was reported.
func (r *reader) idIn(v *value, written string) string {
	if isID(written) || v.form != formText {
		return written
	}
	hint := "write a to z and 0 to 9, joined by single hyphens, at most 64"
	if right := slug.Make(written); isID(right) {
		hint = "write " + r.key + ": " + right
	}
	r.fault(v, "bad-id", quoted(written)+" cannot be an id", hint)
	return ""
}

// isID says whether a statement or a source can have that id.
func isID(id string) bool {
	for i := range len(id) {
		c := id[i]
		if c == '-' && i > 0 && i < len(id)-1 && id[i-1] != '-' {
			continue
		}
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return id != "" && len(id) <= maxName
}

// file reads the path of a file below content/sources.
func (r *reader) file(v *value) string {
	written := r.text(v)
	if written == "" || fs.ValidPath(written) && !strings.ContainsAny(written, `\:`) {
		return written
	}
	r.fault(v, "bad-path", r.key+" must be a file in content/sources", "write its name there, without ../ and without a leading slash")
	return ""
}

// word reads one of a few words; another is reported with the nearest.
func (r *reader) word(v *value, code string, known []string) string {
	written := r.text(v)
	if written == "" {
		return ""
	}
	for _, k := range known {
		if strings.EqualFold(k, written) {
			return k
		}
	}
	r.fault(v, code, "unknown "+r.key+" "+quoted(written), didYouMean(written, known))
	return ""
}

// plain is a value as templates and exports see it; keys are in lower case.
func plain(v *value) any {
	switch v.form {
	case formText:
		return v.text
	case formBoolean:
		return strings.EqualFold(v.text, "true")
	case formNumber:
		return figure(v.text)
	case formList:
		all := make([]any, len(v.items))
		for i := range v.items {
			all[i] = plain(&v.items[i])
		}
		return all
	case formTable:
		all := make(map[string]any, len(v.pairs))
		for i := range v.pairs {
			all[strings.ToLower(v.pairs[i].key)] = plain(&v.pairs[i].value)
		}
		return all
	}
	return nil
}

// figure is a number. One that JSON cannot write, a whole one that would lose its last digits, or one that begins with a zero that
// somebody may miss, stays text.
func figure(written string) any {
	digits := strings.ReplaceAll(written, "_", "")
	if unsigned := strings.TrimLeft(digits, "+-"); len(unsigned) > 1 && unsigned[0] == '0' && unsigned[1] >= '0' && unsigned[1] <= '9' {
		return written
	}
	switch i, err := strconv.ParseInt(digits, 0, 64); {
	case err == nil:
		return i
	case errors.Is(err, strconv.ErrRange):
		return written
	}
	if f, err := strconv.ParseFloat(digits, 64); err == nil && f-f == 0 {
		return f
	}
	return written
}
