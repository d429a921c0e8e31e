package cite

import "strings"

// babelNames are what LaTeX's babel and biblatex call languages, by tag in small letters: of those that Unicode's CLDR
// knows well. Where the two know several names, it is one that both do. A region that is not here is called as the
// language, another script not at all: words would be hyphenated as in a language that they are not in.
var babelNames = map[string]string{
	"af": "afrikaans", "ak": "akan", "am": "amharic", "ar": "arabic", "as": "assamese", "az": "azerbaijani", "az-latn": "azerbaijani",
	"be": "belarusian", "bg": "bulgarian", "bn": "bengali", "bs": "bosnian", "ca": "catalan", "chr": "cherokee", "ckb": "centralkurdish", "cs": "czech", "cy": "welsh",
	"da": "danish", "de": "ngerman", "de-1901": "german", "de-at": "naustrian", "de-at-1901": "austrian",
	"de-ch": "nswissgerman", "de-ch-1901": "swissgerman", "dsb": "lowersorbian", "el": "greek",
	"en": "english", "en-au": "australian", "en-ca": "canadian", "en-gb": "british", "en-ie": "british", "en-in": "british", "en-nz": "newzealand", "en-us": "american", "en-za": "british",
	"es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fa-arab": "persian", "fi": "finnish", "fil": "filipino", "fr": "french",
	"ga": "irish", "gd": "scottishgaelic", "gl": "galician", "gu": "gujarati", "ha": "hausa", "he": "hebrew", "hi": "hindi", "hr": "croatian",
	"hsb": "uppersorbian", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "ig": "igbo", "is": "icelandic", "it": "italian",
	"ja": "japanese", "ka": "georgian", "kk": "kazakh", "km": "khmer", "kn": "kannada", "kmr": "northernkurdish", "ko": "korean", "kok": "konkani", "ku": "northernkurdish", "ky": "kyrgyz",
	"la": "latin", "lo": "lao", "lt": "lithuanian", "lv": "latvian", "mk": "macedonian", "ml": "malayalam", "mn": "mongolian", "mr": "marathi", "ms": "malay",
	"my": "burmese", "nb": "norsk", "ne": "nepali", "nl": "dutch", "nn": "nynorsk", "no": "norsk", "or": "odia", "pa": "punjabi", "pl": "polish",
	"ps": "pashto", "pt": "portuguese", "pt-br": "brazilian", "qu": "quechua", "rm": "romansh", "ro": "romanian", "ru": "russian",
	"si": "sinhala", "sk": "slovak", "sl": "slovene", "so": "somali", "sq": "albanian", "sr": "serbianc", "sr-cyrl": "serbianc", "sr-latn": "serbian",
	"sv": "swedish", "sw": "swahili", "ta": "tamil", "te": "telugu", "th": "thai", "ti": "tigrinya", "tk": "turkmen", "tr": "turkish",
	"ug": "uyghur", "uk": "ukrainian", "ur": "urdu", "uz": "uzbek", "uz-latn": "uzbek", "vi": "vietnamese", "yo": "yoruba", "yue": "cantonese",
	"zh": "chinese", "zh-hans": "chinese-simplified", "zh-hant": "chinese-traditional",
	"zh-hk": "chinese-traditional", "zh-mo": "chinese-traditional", "zh-tw": "chinese-traditional", "zu": "zulu",
}

// babelName is what babel and biblatex call the language of a BCP 47 tag, in whatever letters that is written, or "".
// Its extensions, such as how numbers are written in "fa-u-nu-latn", say nothing of the language.
func babelName(tag string) string {
	tag = withoutExtensions(strings.ToLower(tag))
	for {
		if name := babelNames[tag]; name != "" {
			return name
		}
		last := strings.LastIndexByte(tag, '-')
		if last < 0 || isScript(tag[last+1:]) {
			return ""
		}
		tag = tag[:last]
	}
}

// withoutExtensions is a tag up to its first part of one letter, with which extensions begin.
func withoutExtensions(tag string) string {
	for i := 1; i+1 < len(tag); i++ {
		if tag[i-1] == '-' && tag[i+1] == '-' {
			return tag[:i-1]
		}
	}
	return tag
}

// isScript says whether a part of a tag, in small letters, names a script: "latn".
func isScript(part string) bool { return len(part) == len("latn") && part[0] >= 'a' }
