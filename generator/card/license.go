package card

import _ "embed"

// License is that of the fonts that come along, as their makers have it. Every copy of them has to come with it.
//
//go:embed LICENSE-DejaVu
var License string
