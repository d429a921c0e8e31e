package search

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// mostDocs is how many documents a pair leaves room for.
const mostDocs = 1 << docBits

// Document is something that can be found.
type Document struct {
	Texts  [][]byte // no pair of words goes across two of them
	Tags   []Tag
	Day    []byte // "2025-06-19"; "" where it is not known
	Record []byte // what is shown, as JSON
	Apart  bool   // shown apart from the results; all such come behind the others
}

// Tag marks documents of an Index, which gives it.
type Tag struct{ of *word }

// Index is an index in the making.
type Index struct {
	write   func(name string, data []byte) error
	docs    uint32
	apart   uint32 // how many of them are shown apart
	folder  folder
	words   dictionary
	tags    dictionary
	lists   lists
	pairs   pairs
	days    []day
	records records
}

// day is the first document that is not of an earlier day.
type day struct {
	date string
	doc  uint32
}

// New makes an index without documents. Each of its files is given to put once, as soon
// as it is whole; put must not keep the data. The same documents give the same files in
// the same order.
func New(put func(name string, data []byte) error) *Index {
	written := map[string]bool{}
	write := func(name string, data []byte) error {
		if written[name] { // of the same content
			return nil
		}
		written[name] = true
		return put(name, data)
	}
	return &Index{write: write, words: dictionary{all: map[string]*word{}}, tags: dictionary{all: map[string]*word{}}, records: records{write: write}}
}

// Tag returns the tag of a name, such as "act=warn".
func (x *Index) Tag(name string) Tag { return Tag{x.tags.find([]byte(name), noHash.withText(name))} }

// Add adds a document, whose day is not before that of one already added. It keeps nothing of it.
// To mark a document twice with a tag is to do it once.
func (x *Index) Add(d Document) error {
	if x.docs == mostDocs {
		return fmt.Errorf("more than %d documents to search", mostDocs)
	}
	for _, text := range d.Texts {
		x.addText(text)
	}
	for _, tag := range d.Tags {
		x.lists.add(&tag.of.chain, x.docs)
	}
	if n := len(x.days); len(d.Day) > 0 && (n == 0 || earlier(x.days[n-1].date, string(d.Day))) {
		x.days = append(x.days, day{string(d.Day), x.docs})
	}
	x.docs++
	if d.Apart {
		x.apart++
	}
	return x.records.add(d.Record)
}

// earlier says whether a day comes before another. Of years before 1, "-0043", the one with the higher number does.
func earlier(a, b string) bool {
	const year = len("-0043")
	if a[0] == '-' && b[0] == '-' && a[:year] != b[:year] {
		return a[:year] > b[:year]
	}
	return a < b
}

func (x *Index) addText(text []byte) {
	var before *word
	for folded, h := range x.folder.words(text) {
		w := x.words.find(folded, h)
		x.lists.add(&w.chain, x.docs)
		if before != nil {
			x.pairs.add(pairOf(before.after, w.text, x.docs))
		}
		before = w
	}
}

// root is index.json.
type root struct {
	Docs     uint32   `json:"docs"`
	Apart    uint32   `json:"apart"`
	Records  []string `json:"records"`
	Days     string   `json:"days"`
	Tags     []part   `json:"tags"`
	Words    []part   `json:"words"`
	Prefixes []part   `json:"prefixes"`
	Pairs    []part   `json:"pairs"`
}

// MarshalJSON writes a day as a pair.
func (d day) MarshalJSON() ([]byte, error) { return json.Marshal([]any{d.date, d.doc}) }

// MarshalJSON writes a part as a pair.
func (p part) MarshalJSON() ([]byte, error) { return json.Marshal([]string{p.first, p.name}) }

// Finish writes the files that are left, the root last. Nothing can be added after.
func (x *Index) Finish() error {
	r := root{Docs: x.docs, Apart: x.apart}
	days, err := json.Marshal(append([]day{}, x.days...))
	if err != nil {
		return err
	}
	r.Days = nameOf(days) + ".json"
	if err := x.write(r.Days, days); err != nil {
		return err
	}
	if r.Records, err = x.records.finish(); err != nil {
		return err
	}
	if r.Pairs, err = tableOf(x.pairs.rows(), x.write); err != nil {
		return err
	}
	for i, p := range r.Pairs {
		r.Pairs[i].first = hex.EncodeToString([]byte(p.first))
	}
	if r.Tags, err = tableOf(x.lists.rows(x.tags.sorted()), x.write); err != nil {
		return err
	}
	words := x.words.sorted()
	if r.Words, err = tableOf(x.lists.rows(words), x.write); err != nil {
		return err
	}
	if r.Prefixes, err = tableOf(x.lists.prefixRows(words, x.docs, r.Words), x.write); err != nil {
		return err
	}
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return x.write(Root, text)
}

// Root is the name of the file that names all others.
const Root = "index.json"
