package page

import "testing"

func TestLanguagesHaveEnglishNames(t *testing.T) {
	for tag, want := range map[string]string{"de": "German", "fa": "Persian", "zh-Hant": "Traditional Chinese", "": "", "qqq": "", "no tag": ""} {
		if got := english.languageName(tag); got != want {
			t.Errorf("%q is called %q, want %q", tag, got, want)
		}
	}
}
