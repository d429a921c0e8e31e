package collate_test

import (
	"slices"
	"testing"

	"demarche/generator/collate"
)

func TestSumsAreWrittenInOrderAndReadBack(t *testing.T) {
	sums := []collate.Sum{
		{Key: "talks/wait", Words: "w2", Text: "t", Outcome: collate.Missing},
		{Key: "talks/leave", Words: "w1", Text: "t", Outcome: collate.Found},
		{Key: "talks/wait", Words: "w2", Text: "t", Outcome: collate.Missing},
		{Key: "talks/reeds", Words: "w3", Text: "t", Outcome: collate.FoundOriginal},
	}
	text := collate.FormatSums(sums)
	if want := "talks/leave w1 t found\ntalks/reeds w3 t original\ntalks/wait w2 t missing\n"; string(text) != want {
		t.Errorf("wrote %q", text)
	}
	slices.Reverse(sums)
	if again := collate.FormatSums(sums); string(again) != string(text) {
		t.Errorf("in another order it is %q", again)
	}
	read, wrong := collate.ParseSums(append([]byte("<<<<<<< HEAD\r\n\n"), text...))
	if len(read) != 3 || !slices.Equal(wrong, []int{0}) || read[1].At != 38 || read[1].Key != "talks/reeds" || read[1].Outcome != collate.FoundOriginal {
		t.Errorf("read %+v, wrong %v", read, wrong)
	}
}

func TestSumsTellTextsApart(t *testing.T) {
	seen := map[string][]string{}
	for _, texts := range [][]string{{}, {""}, {"", ""}, {"a", "b"}, {"ab"}, {"ab", ""}, {"", "ab"}, {"a"}, {"b", "a"}} {
		sum := collate.SumOf(texts...)
		if before, known := seen[sum]; known {
			t.Errorf("%q and %q have one sum", before, texts)
		}
		seen[sum] = texts
	}
}

func TestPartsInQuotationMarks(t *testing.T) {
	for text, want := range map[string][]string{
		"He gave “ten days” to leave.":            {"ten days"},
		"“Ten days” and 'a reed'.":                {"Ten days", "a reed"},
		"He said “the ‘ten days’ are over”.":      {"the ‘ten days’ are over"},
		"It’s the League’s “last word”":           {"last word"},
		"„Zehn Tage“ und »nichts«, « dix jours »": {"Zehn Tage", " dix jours "},
		"他说「十天」和“芦苇”":                             {"十天", "芦苇"},
		"他说，「十天」":                                 {"十天"},
		"הוא אמר ״לא״ לארה״ב, ”אף פעם”":           {"לא", "אף פעם"},
		"never “closed":                           {},
		"“one “two” one”":                         {"one “two” one"},
		"5\" of rain and 6\" of snow":             {},
		`He said "the "ten days" are over".`:      {`the "ten days" are over`},
		`"Ten days," he said, "and a reed."`:      {"Ten days,", "and a reed."},
		`הוא אמר "נדבר עם ארה"ב" ו"לא"`:           {`נדבר עם ארה"ב`},
		`大使说"不会"离开`:                               {"不会"},
		"\xff“ten\xff days”\xff":                  {"ten\xff days"},
	} {
		if got := collate.Quoted(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
