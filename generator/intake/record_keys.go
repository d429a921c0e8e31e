package intake

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// derived are fields of the data that are made of others, or that a site counts anew, in lower case.
var derived = []string{"url", "datefrom", "dateto", "side", "plover", "cameo", "checked", "published", "hash", "said", "addressed", "spokenabout", "named"}

// tellUnknown tells of fields in a list of records, and in lists within them, that none of ours has: another program's, or of a later
// Demarche. like is a record.
func (s *shelf) tellUnknown(list string, text []byte, like any) {
	var records []json.RawMessage
	_ = json.Unmarshal(text, &records) // what is wrong was told
	met, known := map[string]int{}, fieldsOf{}
	for _, r := range records {
		found := map[string]bool{}
		known.findUnknown(found, "", r, reflect.TypeOf(like))
		for key := range found {
			met[key]++
		}
	}
	for _, key := range sortedKeys(met) {
		s.note(list, "write what it says into the files by hand, if it matters", "“%s” is no field of Demarche’s data and is left out; records that have it: %d", oneLine(key), met[key])
	}
}

// fieldsOf are the types of the fields of each type of record, by their names in lower case.
type fieldsOf map[reflect.Type]map[string]reflect.Type

func (known fieldsOf) of(like reflect.Type) map[string]reflect.Type {
	if known[like] == nil {
		known[like] = map[string]reflect.Type{}
		for field := range like.Fields() {
			known[like][strings.ToLower(field.Name)] = field.Type
		}
	}
	return known[like]
}

// findUnknown finds those of a value, with within before them: “sources.mood”.
func (known fieldsOf) findUnknown(found map[string]bool, within string, value json.RawMessage, like reflect.Type) {
	switch {
	case like.Kind() == reflect.Slice && like.Elem().Kind() == reflect.Struct:
		var all []json.RawMessage
		_ = json.Unmarshal(value, &all)
		for _, one := range all {
			known.findUnknown(found, within, one, like.Elem())
		}
	case like.Kind() == reflect.Struct:
		var fields map[string]json.RawMessage
		_ = json.Unmarshal(value, &fields)
		for key, field := range fields {
			name := strings.ToLower(key)
			if kind, ok := known.of(like)[name]; ok {
				known.findUnknown(found, within+key+".", field, kind)
			} else if within != "" || !slices.Contains(derived, name) {
				found[within+key] = true
			}
		}
	}
}
