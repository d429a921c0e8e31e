package page

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"demarche/generator/dossier"
)

// What parts the fields of a version, the entries of a list and the parts of a source. No text holds one
// of these: parse refuses control characters, and drops those of entities.
const (
	partField  = "\x1f"
	partEntry  = "\x1e"
	partSource = "\x1d"
)

// versionLength is how many letters a version has: 60 bits, enough to tell the versions of one statement apart.
const versionLength = 12

const versionLetters = "abcdefghijklmnopqrstuvwxyz234567" // those of Base32, each for five bits

// VersionFields are what a version is made of, in records of statements.json, VersionMore what more of a record that has one of
// these, and VersionParts what of each source.
const (
	VersionFields = "`text`, `original.text`, `form`, `speakers`, `unnamed`, `for`, `to`, `about`, `act`, `act2`, `date`, `dateBasis`, `sources`"
	VersionMore   = "`question`, `accordingTo`"
	VersionParts  = "`title`, `publisher`, `url`, `date`, `credit`"
)

// VersionProgram makes the hash of a version of such a record, for whoever checks it.
const VersionProgram = "```python\n" +
	"import base64, hashlib\n\n" +
	"def version(s):\n" +
	"    entries = \"\\x1e\".join\n" +
	"    sources = entries(\"\\x1d\".join(a[k] for k in (\"title\", \"publisher\", \"url\", \"date\", \"credit\")) for a in s[\"sources\"])\n" +
	"    fields = [s[\"text\"], s[\"original\"][\"text\"], s[\"form\"], entries(s[\"speakers\"]), s[\"unnamed\"], entries(s[\"for\"]), entries(s[\"to\"]),\n" +
	"              entries(s[\"about\"]), s[\"act\"], s[\"act2\"], s[\"date\"], s[\"dateBasis\"], sources]\n" +
	"    more = [s.get(\"question\", \"\"), s[\"accordingTo\"]]\n" +
	"    fields += more if any(more) else []\n" +
	"    return base64.b32encode(hashlib.sha256(\"\\x1f\".join(fields).encode()).digest()).decode().lower()[:12]\n" +
	"```\n"

// AppendVersion appends the hash of what a statement says and how it is coded, as VersionProgram has it; nothing for one that
// was withdrawn, which says nothing. It is made once, for all pages and data.
func AppendVersion(out []byte, s *dossier.Statement) []byte {
	if s.Withdrawn != "" {
		return out
	}
	bits := s.Version.Load()
	if bits == 0 {
		bits = versionBits(s, nil)
		s.Version.Store(bits)
	}
	return appendVersionBits(out, bits)
}

// versionBits is the beginning of a hash, where actors are called otherwise than by their slugs.
func versionBits(s *dossier.Statement, called map[*dossier.Actor]string) uint64 {
	var room [2 << 10]byte
	sum := sha256.Sum256(appendSaid(room[:0], s, called))
	return binary.BigEndian.Uint64(sum[:]) | 1 // no letter is made of the last four bits
}

func appendVersionBits(out []byte, bits uint64) []byte {
	for range versionLength {
		out = append(out, versionLetters[bits>>59])
		bits <<= 5
	}
	return out
}

// versionHref leads to the element that stands for a version: "#v=" and the hash; "" of one that was withdrawn.
func versionHref(s *dossier.Statement) string {
	if s.Withdrawn != "" {
		return ""
	}
	var room [len("#v=") + versionLength]byte
	return string(AppendVersion(append(room[:0], "#v="...), s))
}

// mostRenamed is how many versions of one statement are known by former slugs of its actors.
const mostRenamed = 16

// renamedVersions are the ids of the versions that a statement had when its actors had the slugs of their old addresses: who spoke is
// the same, so a link that was made then leads to what it names.
func renamedVersions(s *dossier.Statement) []string {
	if s.Withdrawn != "" {
		return nil
	}
	var renamed []*dossier.Actor
	for _, list := range [...][]*dossier.Actor{s.Speakers, s.Parties, s.To, s.About, {s.According}} {
		for _, a := range list {
			if a != nil && len(a.Former) > 0 && !slices.Contains(renamed, a) {
				renamed = append(renamed, a)
			}
		}
	}
	var ids []string
	for n := 1; len(renamed) > 0 && n <= mostRenamed; n++ {
		called, rest := map[*dossier.Actor]string{}, n // a digit of n for each actor: 0 for its slug of now
		for _, a := range renamed {
			if digit := rest % (len(a.Former) + 1); digit > 0 {
				called[a] = a.Former[digit-1]
			}
			rest /= len(a.Former) + 1
		}
		if rest > 0 {
			break
		}
		ids = append(ids, string(appendVersionBits([]byte("v="), versionBits(s, called))))
	}
	return ids
}

// appendSaid appends what is hashed, with actors by their slugs or as they are called here.
func appendSaid(out []byte, s *dossier.Statement, called map[*dossier.Actor]string) []byte {
	out = append(append(append(out, s.Text...), partField...), s.Original.Text...)
	out = append(append(out, partField...), s.Form.String()...)
	out = appendSlugs(out, s.Speakers, called)
	out = append(append(out, partField...), s.Unnamed...)
	out = appendSlugs(out, s.Parties, called)
	out = appendSlugs(out, s.To, called)
	out = appendSlugs(out, s.About, called)
	out = append(append(append(out, partField...), s.Act.Name...), partField...)
	if s.Act2 != nil {
		out = append(out, s.Act2.Name...)
	}
	out = append(append(out, partField...), s.When.String()...)
	out = append(append(append(out, partField...), s.Basis.String()...), partField...)
	if src := s.Source; src != nil {
		out = append(append(out, src.Title...), partSource...)
		out = append(append(out, src.Publisher...), partSource...)
		out = append(append(out, src.URL...), partSource...)
		out = append(append(out, src.Date.String()...), partSource...)
		out = append(out, src.Credit...)
	}
	if according := accordingSlug(s, called); s.Question != "" || according != "" { // those without keep the version that they had
		out = append(append(append(append(out, partField...), s.Question...), partField...), according...)
	}
	return out
}

// accordingSlug is on whose word a statement is reported, as the data name them: by their slug, or by what they are in words.
func accordingSlug(s *dossier.Statement, called map[*dossier.Actor]string) string {
	if s.According != nil {
		return slugOf(s.According, called)
	}
	return s.AccordingText
}

func appendSlugs(out []byte, actors []*dossier.Actor, called map[*dossier.Actor]string) []byte {
	out = append(out, partField...)
	for i, a := range actors {
		if i > 0 {
			out = append(out, partEntry...)
		}
		out = append(out, slugOf(a, called)...)
	}
	return out
}

func slugOf(a *dossier.Actor, called map[*dossier.Actor]string) string {
	if name, found := called[a]; found {
		return name
	}
	return a.Slug
}

// versionID is that of the element.
func versionID(s *dossier.Statement) string { return strings.TrimPrefix(versionHref(s), "#") }

// addressAt is the whole address of a statement as it is in the version to which href leads, "" when the site does not know its host.
func (p *Plan) addressAt(s *dossier.Statement, href string) string {
	if p.site.Host == "" {
		return ""
	}
	route := s.Digest.Route()
	if p.site.StatementPages {
		route = s.OwnRoute()
	}
	return p.absolute(route) + href
}

func (p *Plan) versionLink(s *dossier.Statement) VersionLink {
	link := VersionLink{Ledger: p.href("/corrections/"), Href: versionHref(s)}
	if link.Href != "" {
		link.ID, link.Hash, link.Renamed = link.Href[len("#"):], link.Href[len("#v="):], renamedVersions(s)
	}
	return link
}
