package slug

import "strings"

// Device says whether Windows takes a file or folder of that name for a device,
// whatever follows a dot in it and however it is capitalized: "con", "NUL.txt",
// "com1". A site that has one cannot be copied there.
func Device(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	switch len(stem) {
	case 3:
		stem = strings.ToLower(stem)
		return stem == "con" || stem == "prn" || stem == "aux" || stem == "nul"
	case 4:
		port := strings.ToLower(stem[:3])
		return (port == "com" || port == "lpt") && stem[3] >= '0' && stem[3] <= '9'
	}
	return false
}
