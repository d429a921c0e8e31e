package render

import "testing"

func TestScriptsAndStylesArePublishedWithoutComments(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"assets/a.css", "/* why */\na {\n  color: red;\n}\n", "a{color:red}"},
		{"assets/a.js", "// why\nconst a = 1;\nshow(a);\n", "const a=1;show(a)"},
		{"assets/broken.js", "const = ; // {", "const = ; // {"},
		{"assets/a.svg", "<svg> <!-- why --> </svg>", "<svg> <!-- why --> </svg>"},
	} {
		if got := string(smaller(c.file, []byte(c.text))); got != c.want {
			t.Errorf("%s: %q, want %q", c.file, got, c.want)
		}
	}
}
