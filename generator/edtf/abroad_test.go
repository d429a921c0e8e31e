package edtf

import "testing"

func TestADayInWordsOfAnotherLanguageIsAdvisedInFigures(t *testing.T) {
	for text, want := range map[string]string{
		"9. März 2031": "2031-03-09", "1er mars 2031": "2031-03-01", "9 de marzo de 2031": "2031-03-09", "9 марта 2031 г.": "2031-03-09",
		"9 березня 2031 року": "2031-03-09", "۹ مارس ۲۰۳۱": "2031-03-09", "ژوئیهٔ ۲۰۳۱": "2031-07", "9 مارس 2031": "2031-03-09", "9 במרץ 2031": "2031-03-09",
		"2031年3月9日": "2031-03-09", "2031年12月": "2031-12", "mars 2031": "2031-03",
	} {
		_, err := Parse(text)
		if e, ok := err.(*Error); !ok || e.Hint != "write "+want {
			t.Errorf("Parse(%q): %v, %q", text, err, err.(*Error).Hint)
		}
	}
	for _, text := range []string{"9. März 2031/2032", "32. März 2031", "März", "9. Brumaire 2031", "2031年13月", "年", "de", "9 mars 31"} {
		_, err := Parse(text)
		if e, ok := err.(*Error); !ok || e.Hint != forms {
			t.Errorf("Parse(%q): %v, %q", text, err, err.(*Error).Hint)
		}
	}
}
