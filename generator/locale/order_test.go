package locale_test

import (
	"slices"
	"strings"
	"testing"

	"demarche/generator/locale"
)

// TestNamesAreInTheOrderOfTheLanguage has names in the order in which their readers expect them.
func TestNamesAreInTheOrderOfTheLanguage(t *testing.T) {
	for _, c := range [][2]string{
		{"en", "Ångermark, “Beta”, the Bog, Łąkowia, Lodz, Oman, Österlund, Round 2, Round 10, Zenda, 青山"},
		{"de", "Adam, Ärger, Azur, Österlund, Otto, Straße, Stratus"},
		{"sv", "Adam, Oman, Zenda, Ångermark, Ärger, Österlund"}, // there is no catalogue
		{"pl", "Lodz, Luxor, Łąkowia, Mars, Zenda, Źrebak, Żaba"},
		{"uk", "Гава, Ґава, Дава, Емма, Євген, Зенда, Ірпінь, Ївга, Йосип, Київ"},
		{"es", "luz, nz, ñandú, oso"},
		{"fa", "آب, الف, بغداد, پردیسان, تهران, جاوه, چشمه, حلب, ژاله, قم, کابل, كرمان, گلستانه, لرستان, مرداب, وزارت, هرات, یزد"},
		{"fa-u-ca-gregory", "وزارت, هرات, یزد"},
		{"ar", "أحمد, بغداد, پردیسان, تونس, گلستانه, نور, هند, وادي, يزد"},
		{"ur", "بھارت, پاک, تاج, ٹیپو, دہلی, ڈھاکہ, کابل, گل, ہند, یمن"},
		{"he", "אבן, כרמליה, תל"},
		{"zh", "安国, 北京, 青山国, 上海"},
		{"no tag", "Adam, Zenda"},
	} {
		l, err := locale.New(c[0])
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(c[1], ", ")
		got := locale.Alphabetical(l, slices.Sorted(slices.Values(want)), func(name string) string { return name })
		if !slices.Equal(got, want) {
			t.Errorf("%s: %s, want %s", c[0], strings.Join(got, ", "), c[1])
		}
	}
}
