package collate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/collate"
)

// The texts are of countries that do not exist.
const (
	gazette = `ZENDA, Ruritania (Gazette) - "You have ten days to leave the marsh," Ambassador Trentino told reporters.Firefly replied that he "would not
leave a single reed," and added: "Did he say 'ten days'? We will not attack Sylvania. We will not be moved!"
"We are ready – and willing – to talk," he said. "But not un` + "\u00ad" + `der threat. The League’s twenty-two members won't help us; they can't."

"Is the marsh ours?" asked Chicolini. "I … I do not know." The treaty of 1,204 cost $5.30 (£ 4), and half - perhaps more - of the café was naïve.
Trentino said: "Sylvania [the kingdom] wants peace. It is able to wait." He is unable to swim.`
	kurier    = `Посол Трентино заявил: «Мы не покинем болото. Ещё десять дней — и „всё“ кончится», — передаёт «Вестник Руритании». Её подъезд объявлен закрытым.`
	sahifa    = `قال السفير ترنتينو: «لن نغادر المستنقع أبداً، ولن نـتـراجع». وأضافَ: «أمامكم عشرة أيام؛ هل ستغادرون؟» ﻻ جواب. او گفت: «نمی` + "\u200c" + `رویم».`
	itonut    = "השגריר טרנטינו אמר: \"לא נעזוב את הביצה. צה\"ל של סילבניה ממתין\". הוא הוסיף: \"שָׁלוֹם יבוא – בעוד עשרה ימים\"."
	bao       = "大使特伦蒂诺说：“我们不会离开沼泽。还有１０天，‘和平’就会到来！”记者问：“你们会离开吗？”他回答：“不会……绝不会。”"
	shinbun   = "トレンティーノ大使は「沼地から離れない。あと十日だ」と述べた。"
	freiheit  = `Botschafter Trentino sagte: „Wir verlassen den Sumpf nicht, ‚niemals‘.“ Das Büro erklärte: »Es bleiben zehn Tage – höchstens.«`
	lignes    = "Trentino a déclaré : « Nous ne quitterons pas le marais ! » Il a ajouté : « L’été viendra ; nous attendrons. »"
	paragraph = "“We have waited long. The marsh is ours.\n\n“It was ours in 1933, and it is ours now. We shall keep it.”\n\nHe left."
)

var rules = []struct {
	name, text, quotation, want string
}{
	// What is alike.
	{"as it stands", gazette, "You have ten days to leave the marsh", "found"},
	{"a comma before the closing mark is a full stop", gazette, "You have ten days to leave the marsh.", "found"},
	{"a full stop is left out", gazette, "We will not attack Sylvania", "found"},
	{"a dash before the closing mark", gazette, "We are ready –", "found"},
	{"across a line of the text", gazette, "would not leave a single reed", "found"},
	{"nested marks of another level", gazette, "Did he say “ten days”?", "found"},
	{"nested marks of another kind", gazette, "Did he say «ten days»?", "found"},
	{"dashes of another kind", gazette, "We are ready—and willing—to talk.", "found"},
	{"a hyphen for a dash", gazette, "half — perhaps more — of the café", "found"},
	{"a soft hyphen in the text", gazette, "But not under threat.", "found"},
	{"a soft hyphen in the quotation", gazette, "You have ten days to leave the mar\u00adsh", "found"},
	{"apostrophes", gazette, "The League's twenty-two members won’t help us; they can’t.", "found"},
	{"no-break spaces", gazette, "You\u00a0have\u2009ten days", "found"},
	{"letters with combining marks", gazette, "of the cafe\u0301 was nai\u0308ve", "found"},
	{"wide letters", gazette, "Ｙｏｕ have ten days", "found"},
	{"a missing space after a full stop", gazette, "“You have ten days to leave the marsh,” Ambassador Trentino told reporters. Firefly replied", "found"},
	{"an ellipsis that the text has", gazette, "I … I do not know.", "found"},
	{"an ellipsis of three dots", gazette, "I ... I do not know.", "found"},
	{"brackets that the text has", gazette, "Sylvania [the kingdom] wants peace.", "found; leaves out “[the kingdom]”"},
	{"figures", gazette, "The treaty of 1,204 cost $5.30 (£4)", "found"},
	{"marks within a paragraph that opens again", paragraph, "We have waited long. The marsh is ours.\n\nIt was ours in 1933", "found"},
	{"paragraphs in one", paragraph, "The marsh is ours. It was ours in 1933, and it is ours now.", "“” for ““”"},

	// What is left out, put in or changed.
	{"an ellipsis", gazette, "You have […] to leave the marsh.", "found; leaves out “ten days”"},
	{"an ellipsis without brackets", gazette, "You have … to leave the marsh.", "found; leaves out “ten days”"},
	{"an ellipsis in round brackets", gazette, "You have (...) to leave the marsh.", "found; leaves out “ten days”"},
	{"ellipses around", gazette, "… ten days to leave …", "found"},
	{"a full stop before an ellipsis", gazette, "We will not attack Sylvania. […] We are ready", "found; leaves out “. We will not be moved!\" \"”; no: not; joins"},
	{"put in", gazette, "You have ten [more] days to leave the marsh.", "found"},
	{"in place of words", gazette, "You have ten days to leave [it].", "found"},
	{"a word in place of another", gazette, "[They] have ten days to leave the marsh.", "found"},
	{"a small letter for a capital", gazette, "[y]ou have ten days", "found"},
	{"a capital for a small letter", gazette, "[T]en days to leave the marsh.", "found"},
	{"an end put on a word", gazette, "attack[ed] Sylvania", "found"},
	{"an end in place of another", gazette, "repl[ies] that he “would not leave", "found; leaves out “replied”"},
	{"a part of a word in brackets", gazette, "told [the] report[ing press]", "found"},
	{"sic", gazette, "You have [sic] ten days", "found"},

	// What is not alike.
	{"a word changed", gazette, "You have two days to leave the marsh.", "“two” for “ten”"},
	{"a word left out", gazette, "You have days to leave the marsh.", "“” for “ten”"},
	{"a word put in", gazette, "You have only ten days to leave the marsh.", "“only” for “”"},
	{"a negation left out", gazette, "We will attack Sylvania.", "“” for “not”"},
	{"a negation put in", gazette, "The treaty has not cost $5.30", "“has not” for “of 1,204”"},
	{"a negation within a word", gazette, "they can.", "“can” for “can't”"},
	{"the end of a word", gazette, "able to swim", "“swim” for “wait”"},
	{"the beginning of a word", gazette, "leave the mar", "“mar” for “marsh”"},
	{"a letter changed", gazette, "You have ten days to leave the march.", "“march” for “marsh”"},
	{"a look-alike letter", gazette, "You have ten d\u0430ys to leave the marsh.", "“d\u0430ys” for “days”"},
	{"the case of the first letter", gazette, "you have ten days", "“you” for “You”, in case"},
	{"the case of a letter within", gazette, "You have Ten days", "“Ten” for “ten”, in case"},
	{"an accent", gazette, "of the cafe was naïve", "“cafe” for “café”"},
	{"a question that is no question", gazette, "Is the marsh ours.", "“.” for “?”"},
	{"a question out of a statement", gazette, "You have ten days to leave the marsh?", "“?” for “”"},
	{"a cry that is none", gazette, "We will not be moved.", "“.” for “!”"},
	{"scare quotes taken off", gazette, "Did he say ten days?", "“ten days” for “'ten days'”"},
	{"scare quotes put on", gazette, "You have “ten” days", "““ten”” for “ten”"},
	{"a comma within", gazette, "You have ten, days to leave", "“,” for “”"},
	{"a figure changed", gazette, "The treaty of 1,240", "“1,240” for “1,204”"},
	{"a figure with a point", gazette, "The treaty of 1.204", "“1.204” for “1,204”"},
	{"a superscript", "The marsh has 102 acres.", "The marsh has 10² acres.", "“10²” for “102”"},
	{"nothing like it", gazette, "Klopstokia rejoices", "nothing like it"},
	{"nothing", gazette, "…", "nothing like it"},
	{"parts in another order", gazette, "We are ready […] You have ten days", "apart"},
	{"words of two speakers, far from each other", gazette, "You have ten days […] I do not know", "apart"},
	{"short parts, far from each other", gazette, "You … attack", "apart"},
	{"one word after another", gazette, "You … not … able", "apart"},
	{"an ellipsis that reverses the meaning", gazette, "We will […] attack Sylvania.", "found; leaves out “not”; no: not"},
	{"an insertion that reverses the meaning", gazette, "We [shall] attack Sylvania.", "found; leaves out “will not”; no: not"},
	{"words of two speakers joined by an ellipsis", gazette, "leave the marsh […] would not leave", "found; leaves out “\" Ambassador Trentino told reporters.Firefly replied that he \"”; joins"},
	{"a letter in brackets that is another", gazette, "[H]ou have ten days", "“Hou” for “You”"},

	// Cyrillic.
	{"Cyrillic", kurier, "Мы не покинем болото.", "found"},
	{"Cyrillic, nested marks", kurier, "Ещё десять дней – и «всё» кончится", "found"},
	{"Cyrillic, a letter with its mark apart", kurier, "Еще\u0308 десять дней", "found"},
	{"Cyrillic, ё is not е", kurier, "Еще десять дней", "“Еще” for “Ещё”"},
	{"Cyrillic, a negation left out", kurier, "Мы покинем болото.", "“” for “не”"},
	{"Cyrillic, an ellipsis over a negation", kurier, "Мы […] покинем болото.", "found; leaves out “не”; no: не"},
	{"Cyrillic, a case in brackets", kurier, "[м]ы не покинем болото", "found"},
	{"Cyrillic, a Latin letter", kurier, "Мы не покинeм болото", "“покинeм” for “покинем”"},

	// Arabic and Persian.
	{"Arabic", sahifa, "لن نغادر المستنقع أبداً", "found"},
	{"Arabic, stretched letters", sahifa, "ولن نتراجع", "found"},
	{"Arabic, forms of letters", sahifa, "لا جواب", "found"},
	{"Arabic, marks of direction", sahifa, "\u200fلن نغادر المستنقع\u200f", "found"},
	{"Arabic, a semicolon before the mark", sahifa, "أمامكم عشرة أيام", "found"},
	{"Arabic, a question", sahifa, "هل ستغادرون.", "“.” for “؟”"},
	{"Arabic, a word left out", sahifa, "لن المستنقع أبداً", "“” for “نغادر”"},
	{"Arabic, an ellipsis", sahifa, "لن نغادر […] ولن نتراجع", "found; leaves out “المستنقع أبداً،”"},
	{"Persian, without the joiner", sahifa, "نمیرویم", "found"},

	// Hebrew.
	{"Hebrew", itonut, "לא נעזוב את הביצה", "found"},
	{"Hebrew, an acronym with its own mark", itonut, "צה״ל של סילבניה ממתין", "found"},
	{"Hebrew, a negation left out", itonut, "נעזוב את הביצה", "found"}, // a quotation may begin anywhere
	{"Hebrew, a hyphen for a dash", itonut, "שָׁלוֹם יבוא - בעוד עשרה ימים", "found"},
	{"Hebrew, points are compared", itonut, "שלום יבוא", "“שלום” for “שָׁלוֹם”"},
	{"Hebrew, one word changed", itonut, "לא נעזוב את העיר", "“העיר” for “הביצה”"},

	// Chinese and Japanese.
	{"Chinese", bao, "我们不会离开沼泽。", "found"},
	{"Chinese, wide figures and other marks", bao, "还有10天，「和平」就会到来！", "found"},
	{"Chinese, over a line", bao, "我们不会\n离开沼泽", "found"},
	{"Chinese, a negation left out", bao, "我们会离开沼泽", "“” for “不”"},
	{"Chinese, an ellipsis over a negation", bao, "我们[…]会离开沼泽", "found; leaves out “不”; no: 不"},
	{"Chinese, a character changed", bao, "我们不会离开沼地", "“地” for “泽”"},
	{"Chinese, a question", bao, "你们会离开吗。", "“。” for “?”"},
	{"Chinese, an ellipsis of its own", bao, "不会……绝不会。", "found"},
	{"Japanese", shinbun, "沼地から離れない。あと十日だ", "found"},
	{"Japanese, a negation turned", shinbun, "沼地から離れた。", "“た” for “な”"},

	// German and French.
	{"German", freiheit, "Wir verlassen den Sumpf nicht, ‘niemals’.", "found"},
	{"German, marks turned round", freiheit, "Es bleiben zehn Tage - höchstens.", "found"},
	{"French, spaces before marks", lignes, "Nous ne quitterons pas le marais!", "found"},
	{"French, an apostrophe", lignes, "L'été viendra; nous attendrons.", "found"},
	{"French, a negation left out", lignes, "Nous quitterons le marais !", "“quitterons” for “ne quitterons pas”"},
}

func TestQuotationsAgainstTexts(t *testing.T) {
	for _, r := range rules {
		got := collate.New(r.text).Find(r.quotation)
		if said := says(got); said != r.want {
			t.Errorf("%s: %q\n\t%s, want %s\n\tnearest: %s", r.name, r.quotation, said, r.want, got.Nearest)
		}
	}
}

// says is a result in words.
func says(r collate.Result) string {
	switch {
	case r.Found:
		var no []string
		said := "found"
		if len(r.Left) > 0 {
			said += "; leaves out “" + strings.Join(r.Left, "”, “") + "”"
		}
		for _, left := range r.Left {
			if word := collate.Negation(left); word != "" {
				no = append(no, word)
			}
		}
		if len(no) > 0 {
			said += "; no: " + strings.Join(no, ", ")
		}
		if slices.ContainsFunc(r.Left, collate.Joins) {
			said += "; joins"
		}
		return said
	case r.Costly:
		return "costly"
	case r.Apart:
		return "apart"
	case r.Nearest == "":
		return "nothing like it"
	}
	said := fmt.Sprintf("“%s” for “%s”", r.Wrote, r.Has)
	if r.Case {
		said += ", in case"
	}
	return said
}
