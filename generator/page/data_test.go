package page_test

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/export"
	"demarche/generator/locale"
	"demarche/generator/page"
)

func TestDataPageExplainsEveryColumnThatIsWritten(t *testing.T) {
	written := written(t, sample(t, ""))
	for _, file := range page.DataFiles {
		var names []string
		for _, column := range file.Columns {
			if column.Says == "" || column.Type == "" {
				t.Errorf("%s: %s is not explained", file.Label, column.Name)
			}
			names = append(names, column.Name)
		}
		if written[file.Href] == nil {
			t.Errorf("there is no %s", file.Href)
		}
		if file.Columns == nil { // a format of others, which explain it
			continue
		}
		if path.Ext(file.Label) == ".csv" {
			continue // its head is made of these columns
		}
		if want := firstKeys(t, written[file.Href]); !slices.Equal(names, want) {
			t.Errorf("%s has %q\nthe page explains %q", file.Label, want, names)
		}
	}
}

// written are the files of an export by route.
func written(t *testing.T, a *dossier.Archive) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, e := range export.All(a, locale.English(), func(func(string) bool) {}) {
		var text bytes.Buffer
		if err := e.Write(&text); err != nil {
			t.Fatal(err)
		}
		files[e.Route] = text.Bytes()
	}
	return files
}

// firstKeys are the keys of the first object of an array, in their order.
func firstKeys(t *testing.T, array []byte) []string {
	t.Helper()
	var records []json.RawMessage
	if err := json.Unmarshal(array, &records); err != nil || len(records) == 0 {
		t.Fatalf("%d records: %v", len(records), err)
	}
	decoder := json.NewDecoder(bytes.NewReader(records[0]))
	if _, err := decoder.Token(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}
