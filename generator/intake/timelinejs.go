package intake

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	htmltomarkdown "github.com/JohannesKaufmann/html-to-markdown/v2"

	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// TimelineJS makes a digest of each slide of a timeline in the JSON of TimelineJS 3, and a page of its
// title slide. What a digest has no place for, such as colours, is kept under
// "timelinejs" in its front matter.
func TimelineJS(text []byte) (Draft, error) {
	var read struct {
		Title  *slide           `json:"title"`
		Events slides           `json:"events"`
		Eras   slides           `json:"eras"`
		Scale  string           `json:"scale"`
		All    *json.RawMessage `json:"timeline"` // of version 2, which has other names for all of it
	}
	text, err := inUTF8(text, "the timeline")
	if err != nil {
		return Draft{}, err
	}
	text = legibleJSON(text)
	if err := json.Unmarshal(text, &read); err != nil {
		return Draft{}, fmt.Errorf("this is no timeline in JSON: %w", wrongJSON(text, err))
	}
	if read.All != nil && read.Events == nil {
		return Draft{}, errors.New("this timeline is of TimelineJS 2: open and save it with version 3")
	}
	if read.Events == nil {
		return Draft{}, errors.New(`there are no "events": this is no timeline of TimelineJS`)
	}
	s := newShelf()
	if read.Scale != "" && read.Scale != "human" {
		s.note("scale", "", "a scale of %q is not kept: dates are of the Gregorian calendar", read.Scale)
	}
	s.tellLeft(text)
	if read.Title != nil {
		s.titleSlide(read.Title, s.markdownOf(read.Title.Text.Text, "title"))
	}
	s.slides(read.Events, "events", "")
	s.slides(read.Eras, "eras", "era")
	return s.draft(), nil
}

// slides makes digests of a list, but for the slides that hold nothing, of which there may be any number.
func (s *shelf) slides(list slides, key, tag string) {
	first, empty := "", 0
	for i := range list {
		where := key + "[" + strconv.Itoa(i) + "]"
		if list[i].isEmpty() {
			first = cmp.Or(first, where)
			empty++
		} else {
			s.slide(&list[i], where, tag)
		}
	}
	if empty > 0 {
		s.note(first, "", "slides that hold nothing are left out: this one, and %d more of its list", empty-1)
	}
}

// slide is a slide, an era or the title; rest are the keys that are not named here.
type slide struct {
	ID    string     `json:"unique_id"`
	Start *slideDate `json:"start_date"`
	End   *slideDate `json:"end_date"`
	Shown string     `json:"display_date"`
	EDTF  string     `json:"edtf"` // the date, as Demarche writes it beside one that is shown
	Group string     `json:"group"`
	Text  struct {
		Headline string `json:"headline"`
		Text     string `json:"text"`
	} `json:"text"`
	Media map[string]any `json:"media"`
	rest  map[string]any
}

// isEmpty says whether nothing is told, but for a name perhaps.
func (s *slide) isEmpty() bool {
	return s.Start == nil && s.End == nil && s.Text.Headline == "" && s.Text.Text == "" && s.Group == "" && len(s.Media)+len(s.rest) == 0
}

// slides are those of a list. Which of them cannot be read is told.
type slides []slide

// UnmarshalJSON reads one after the other.
func (all *slides) UnmarshalJSON(text []byte) error {
	var each []json.RawMessage
	if err := json.Unmarshal(text, &each); err != nil {
		return &pieceError{"the slides: ", text, err}
	}
	if each == nil {
		return nil
	}
	*all = make(slides, len(each))
	for i, one := range each {
		err := errLargePiece
		if len(one) <= largestPiece {
			err = json.Unmarshal(one, &(*all)[i])
		}
		if err != nil {
			return &pieceError{fmt.Sprintf("slide %d of its list, counted from 0: ", i), one, err}
		}
	}
	return nil
}

// UnmarshalJSON keeps the keys that have no field.
func (s *slide) UnmarshalJSON(text []byte) error {
	type fields slide
	if len(text) > largestPiece {
		return &pieceError{"the title slide: ", text, errLargePiece}
	}
	if err := json.Unmarshal(text, (*fields)(s)); err != nil {
		return &pieceError{"the title slide: ", text, err}
	}
	if err := json.Unmarshal(text, &s.rest); err != nil {
		return err
	}
	s.keepWithin("text", "headline", "text")
	s.keepWithin("start_date", append(partsKnown(), "display_date")...)
	s.keepWithin("end_date", partsKnown()...)
	if s.Start != nil && s.Shown != "" && s.Start.Shown != s.Shown && s.Start.Shown != "" {
		s.rest["start_date display_date"] = s.Start.Shown // the other is shown
	}
	for _, known := range slideKeys {
		delete(s.rest, known)
	}
	return nil
}

// slideKeys are the keys of a slide that have a field.
var slideKeys = []string{"unique_id", "start_date", "end_date", "display_date", "edtf", "group", "text", "media"}

// keepWithin keeps what stands within a key of a slide and has no field there: "text source" of "source" within "text".
func (s *slide) keepWithin(key string, known ...string) {
	within, _ := s.rest[key].(map[string]any)
	for name, value := range within {
		isKnown := slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, name) })
		if !isKnown && value != nil && value != "" {
			s.rest[key+" "+name] = value
		}
	}
}

// tellLeft tells of keys beside the slides, which are of no digest.
func (s *shelf) tellLeft(text []byte) {
	var all map[string]json.RawMessage
	_ = json.Unmarshal(text, &all) // what is wrong was told
	for _, key := range sortedKeys(all) {
		if isKnown := slices.ContainsFunc([]string{"title", "events", "eras", "scale"}, func(k string) bool { return strings.EqualFold(k, key) }); !isKnown {
			s.note(key, "write what it says into content/index.md or a page of the site", "“%s” stands beside the slides and is not kept: %s", oneLine(key), opening(string(all[key])))
		}
	}
}

// slide puts a slide on the shelf as a digest.
func (s *shelf) slide(from *slide, where, tag string) {
	d := &digest{Title: plainText(from.Text.Headline), body: s.markdownOf(from.Text.Text, where)}
	kept := maps.Clone(from.rest)
	if kept == nil {
		kept = map[string]any{}
	}
	s.settle(from.Start, "start_date", d.Title, where, kept)
	s.settle(from.End, "end_date", d.Title, where, kept)
	date, shown := from.when()
	if _, err := edtf.Parse(date); err != nil {
		s.note(where, "write the date into the file", "%q has no date that could be read", d.Title)
		date = ""
	}
	for key, value := range from.unsaid(date) {
		kept[key] = value
	}
	d.Date = plain(date)
	if shown != "" {
		kept["display_date"] = shown
	}
	for _, group := range []string{from.Group, tag} {
		if group != "" {
			d.Tags = append(d.Tags, group)
		}
	}
	if d.Title == "" {
		d.Title = firstWords(d.body)
		s.note(where, "give it a title", "it has no headline; its first words stand for one: %s", d.Title)
	}
	if from.ID != "" {
		if d.Slug = slug.Make(from.ID); d.Slug != from.ID {
			kept["unique_id"] = from.ID
		}
	}
	if media := s.media(d, from.Media); len(media) > 0 {
		kept["media"] = media
	}
	if len(kept) > 0 {
		d.keep("timelinejs", kept)
	}
	s.digest(d)
}

// media shows what stands beside the text: a picture of the web is a link, because a reader's address
// is worth protecting. What it does not show is returned, to be kept.
func (s *shelf) media(d *digest, media map[string]any) map[string]any {
	kept := map[string]any{}
	for key, value := range media {
		if text, ok := value.(string); ok && text != "" || !ok && value != nil {
			kept[key] = value
		}
	}
	address, _ := kept["url"].(string)
	if address == "" {
		return kept
	}
	if strings.HasPrefix(strings.TrimSpace(address), "<") { // a frame or a quotation as HTML
		d.more = append(d.more, s.markdownOf(address, d.Title))
		return kept
	}
	shown := func(key string) string { text, _ := kept[key].(string); return plainText(text) }
	words := cmp.Or(shown("caption"), shown("title"), shown("alt"), "Media")
	line := "[" + markdown(words) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(address) + ">)"
	if credit := shown("credit"); credit != "" {
		line += " (" + markdown(credit) + ")"
	}
	d.more = append(d.more, line)
	return kept
}

// titleSlide becomes a page about the timeline, with a body in Markdown.
func (s *shelf) titleSlide(from *slide, body string) {
	title := plainText(from.Text.Headline)
	if title == "" {
		title = "About this timeline"
	}
	d := &digest{Title: title, body: body}
	kept := map[string]any{}
	maps.Copy(kept, from.rest)
	s.settle(from.Start, "start_date", title, "title", kept)
	s.settle(from.End, "end_date", title, "title", kept)
	for key, value := range from.unsaid("") {
		kept[key] = value
	}
	for key, value := range map[string]string{"display_date": from.Shown, "edtf": from.EDTF, "group": from.Group, "unique_id": from.ID} {
		if value != "" {
			kept[key] = value
		}
	}
	if media := s.media(d, from.Media); len(media) > 0 {
		kept["media"] = media
	}
	matter := frontMatter(struct {
		Title string         `yaml:"title"`
		Rest  map[string]any `yaml:"timelinejs,omitempty"`
	}{title, kept})
	name := slug.Make(title)
	if name == "" {
		name = "timeline"
	}
	file := s.put("pages", name, append(matter, "\n"+d.prose()+"\n"...))
	s.note("title", "move what it says into content/index.md, if it speaks for the whole site", "the title slide became %s", file)
}

// markdownOf makes Markdown of HTML.
func (s *shelf) markdownOf(html, where string) string {
	text, err := htmltomarkdown.ConvertString(html)
	if err != nil {
		s.note(where, "look at its text", "its HTML could not be read: %v", err)
		return markdown(plainText(html))
	}
	return strings.TrimSpace(text)
}
