package near

import (
	"testing"

	"demarche/generator/slug"
)

func TestFormsOfStatesAreLeftOut(t *testing.T) {
	for name, want := range map[string]string{
		"Kingdom of Syldavia": "syldavia", "Syldavia, Kingdom of": "syldavia", "Syldavia (Kingdom of the)": "syldavia", "Syldavia": "syldavia",
		"The People's Democratic Republic of North Syldavia": "north-syldavia", "Islamic Republic of the Marsh": "marsh",
		"Royaume de Syldavie": "syldavie", "République d’Ostrie": "ostrie", "Königreich Syldavien": "syldavien", "جمهوری اسلامی سیلداویا": "سیلداویا",
		"مملكة سيلدافيا": "سیلدافیا", "جمهورية سيلدافيا": "سیلدافیا",
		// What is no form, or no state.
		"Bank of Syldavia": "bank-of-syldavia", "State Department": "state-department", "Zenda State": "zenda-state", "Islamic State": "islamic-state",
		"Republic": "republic", "Kingdom of": "kingdom-of", "Königreich": "konigreich", "President of the Republic": "president-of-the-republic",
		"Of the Kingdom": "of-the-kingdom", "Syldavia, Bank of": "syldavia-bank-of", "Democratic Party of Syldavia": "democratic-party-of-syldavia", "": "",
	} {
		if got := State(slug.Key(name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
