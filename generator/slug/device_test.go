package slug

import "testing"

func TestDevice(t *testing.T) {
	for name, want := range map[string]bool{
		"con": true, "CON": true, "Nul.txt": true, "aux.a.b": true, "prn": true, "com1": true, "LPT9": true, "com0": true,
		"": false, "co": false, "cons": false, "con-1": false, "a.con": false, "com": false, "com10": false, "coma": false, "lpt": false,
	} {
		if got := Device(name); got != want {
			t.Errorf("Device(%q) = %v", name, got)
		}
	}
}
