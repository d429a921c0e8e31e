package search

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// files are those of an index, by name.
type files struct {
	t   *testing.T
	all map[string][]byte
}

// plainDocument is a Document before an index is there.
type plainDocument struct {
	texts, tags []string
	day, record string
}

func (p plainDocument) document(x *Index) Document {
	d := Document{Day: []byte(p.day), Record: []byte(p.record)}
	for _, text := range p.texts {
		d.Texts = append(d.Texts, []byte(text))
	}
	for _, tag := range p.tags {
		d.Tags = append(d.Tags, x.Tag(tag))
	}
	return d
}

func build(t *testing.T, docs []plainDocument) *files {
	t.Helper()
	f := &files{t, map[string][]byte{}}
	x := New(func(name string, data []byte) error {
		f.all[name] = slices.Clone(data)
		return nil
	})
	for _, d := range docs {
		if err := x.Add(d.document(x)); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Finish(); err != nil {
		t.Fatal(err)
	}
	return f
}

func (f *files) fetch(name string) []byte {
	data, ok := f.all[name]
	if !ok {
		f.t.Fatalf("no file %s", name)
	}
	return data
}

// rootFile is the root as a reader sees it.
type rootFile struct {
	Docs                         int
	Records                      []string
	Days                         string
	Tags, Words, Prefixes, Pairs [][2]string
}

func (f *files) root() (r rootFile) {
	f.json(Root, &r)
	return r
}

func (f *files) json(name string, into any) {
	if err := json.Unmarshal(f.fetch(name), into); err != nil {
		f.t.Fatalf("%s: %v", name, err)
	}
}

// entries reads a part.
func entries(t *testing.T, data []byte) map[string][]int {
	all := map[string][]int{}
	number := func() int {
		n, size := binary.Uvarint(data)
		if size <= 0 {
			t.Fatal("a part ends within a number")
		}
		data = data[size:]
		return int(n)
	}
	before := ""
	for len(data) > 0 {
		shared, rest := number(), number()
		key := before[:shared] + string(data[:rest])
		data = data[rest:]
		before = key
		count, form := number(), number()
		body := data[:form/2]
		data = data[form/2:]
		var docs []int
		if form%2 == 1 {
			for i := range len(body) * 8 {
				if body[i/8]>>(i%8)&1 == 1 {
					docs = append(docs, i)
				}
			}
		} else {
			for next := 0; len(body) > 0; {
				more, size := binary.Uvarint(body)
				body = body[size:]
				docs = append(docs, next+int(more))
				next += int(more) + 1
			}
		}
		if len(docs) != count {
			t.Fatalf("%q: %d documents, and %d are announced", key, len(docs), count)
		}
		all[key] = docs
	}
	return all
}

// find returns what a key occurs in.
func (f *files) find(table [][2]string, key string) []int {
	i := slices.IndexFunc(table, func(p [2]string) bool { return p[0] > key })
	if i < 0 {
		i = len(table)
	}
	if i == 0 {
		return nil
	}
	return entries(f.t, f.fetch(table[i-1][1]))[key]
}

// prefix returns what words with a prefix occur in.
func (f *files) prefix(r rootFile, prefix string) []int {
	wide := 0
	for _, p := range r.Words {
		if strings.HasPrefix(p[0], prefix) {
			wide++
		}
	}
	if wide >= 2 {
		return f.find(r.Prefixes, prefix)
	}
	var docs []int
	for i, p := range r.Words {
		last := i+1 == len(r.Words) || r.Words[i+1][0] > prefix
		if !last || p[0] > prefix && !strings.HasPrefix(p[0], prefix) {
			continue
		}
		for key, of := range entries(f.t, f.fetch(p[1])) {
			if strings.HasPrefix(key, prefix) {
				docs = append(docs, of...)
			}
		}
	}
	slices.Sort(docs)
	return slices.Compact(docs)
}

func (f *files) pair(r rootFile, first, second string) []int {
	table := slices.Clone(r.Pairs)
	for i := range table {
		key, err := hex.DecodeString(table[i][0])
		if err != nil {
			f.t.Fatal(err)
		}
		table[i][0] = string(key)
	}
	key := binary.BigEndian.AppendUint64(nil, uint64(pairOf(noHash.withText(first).with(' '), second, 0)>>docBits))
	return f.find(table, string(key[8-pairBytes:]))
}
