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
	speech    = "“We don’t want war.” “We will not attack the port, ever.” “Nobody wants the war.” “Neither side will fire.”\n“They do not ask, we want the port. The port is ours. We agree to this only if Sylvania leaves.”"
	column    = "“We shall not accept the con-\nditions of Sylvania, and say so in every fo- \r\n  rum. The self-\ngoverning marsh, of twenty-two reeds, stays un\u00ad\nsold. NEGO-\nTIATIONS with the Marsh-\nFreedonia League -\nnone. They re-\nsign.”"
	reflowed  = "“The vice-\npresident of the self-\ngoverning and self-governing marsh keeps the con-\nditions; con-\nditions are con-\nditions to every vice-president.”"
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

	{"words that lines break", column, "We shall not accept the conditions of Sylvania, and say so in every forum.", "found"},
	{"words that lines break, as they stand", column, "We shall not accept the con-ditions of Sylvania", "found"},
	{"a hyphen of its own at the end of a line", column, "The self-governing marsh", "found"},
	{"hyphens of both kinds", column, "say so in every forum. The self-governing marsh, of twenty-two reeds, stays unsold.", "found"},
	{"broken words left out", column, "We shall not accept the conditions […] and say so in every forum.", "found; leaves out “of Sylvania,”"},
	{"a broken word of capitals", column, "NEGOTIATIONS with the Marsh-Freedonia League – none.", "found"},
	{"a word that may be either", column, "They re-sign.", "found"},
	{"a hyphen of its own that is at the end of one line and within another", reflowed, "the self-governing and self-governing marsh keeps the conditions; conditions are conditions", "found"},

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
	{"an end put on a word", gazette, "attack[ed] Sylvania", "found; before: not"},
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
	{"a hyphen within a line", column, "of twentytwo reeds", "“twentytwo reeds” for “twenty-”"},
	{"a hyphen where a word is broken otherwise", column, "We shall not accept the condi-tions", "“condi-tions” for “conditions of Sylvania”"},
	{"no hyphen where the word has its own", reflowed, "The vice president of the self-governing", "“” for “-”"},
	{"another word beside broken ones", column, "We shall accept the conditions of Sylvania", "“” for “not”"},
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

	// What turns the meaning and stands before the first word that is quoted.
	{"a negation before, in brackets", speech, "[We do] want war.", "found; before: don’t"},
	{"a negation before, another word", speech, "[We will] attack the port, ever.", "found; before: not"},
	{"a subject that is none", speech, "[Everybody] wants the war.", "found; before: Nobody"},
	{"neither of two", speech, "[Each] side will fire.", "found; before: Neither"},
	{"from the middle of a sentence", speech, "attack the port, ever.", "found; before: not"},
	{"an ellipsis at the beginning", speech, "… want war.", "found; before: don’t"},
	{"an ellipsis in brackets at the beginning", speech, "[…] want war.", "found; before: don’t"},
	{"between, as before", speech, "We [do] want war.", "found; leaves out “don’t”; no: don’t"},
	{"the whole sentence", speech, "We don’t want war.", "found"},
	{"from the negation on", speech, "[We do] not attack the port, ever.", "found"},
	{"a negation that is put in", speech, "[We do not] want war.", "found"},
	{"a negation that is put in between", speech, "We [never] want war.", "found; leaves out “don’t”"},
	{"a sentence behind one with a negation", speech, "The port is ours.", "found"},
	{"a quotation behind one with a negation", "“We do not want war.” “[Then] leave the port now,” he said.", "leave the port now", "found"},
	{"a quotation in one sentence with a negation", "Trentino, who is no friend of talks, said: “Leave the port now.”", "Leave the port now.", "found"},
	{"a quotation behind a negation of who reports it", "Firefly said he would not “leave the port now”.", "leave the port now", "found; before: not"},
	{"a quotation within", "“We do not want ‘total’ war.”", "[We want] war.", "found; before: not"},
	{"a part in marks of its own", "“We do not want ‘total war’ with you.”", "[We want] ‘total war’ with you.", "found; before: not"},
	{"another clause behind a comma", speech, "we want the port.", "found"},
	{"another clause behind a dash", "“We do not want war – they do.”", "they do", "found"},
	{"another clause behind a semicolon", "“We do not want war; peace is dear to us.”", "peace is dear to us", "found"},
	{"another clause behind because", "“We will not leave because the port is ours.”", "the port is ours", "found"},
	{"the opposite", "“We want not war but peace with all.”", "peace with all", "found"},
	{"another subject", "“We have no ships and we want peace.”", "we want peace", "found"},
	{"the same subject", "“We will not fire and occupy the port.”", "occupy the port", "found; before: not"},
	{"one of several", "“We will not fire, land, or occupy the port.”", "occupy the port", "found; before: not"},
	{"what is not thought", "“We do not think that they want war.”", "they want war", "found; before: not"},
	{"not for that", "“We came not because we want war.”", "we want war", "found; before: not"},
	{"between two commas", "“We will not, whatever you say, attack the port.”", "attack the port", "found; before: not"},
	{"no one between two commas", "“Nobody, he knows, wants the port.”", "wants the port", "found; before: Nobody"},
	{"across a title", "“We will not let Mr. Trentino take the port.”", "take the port", "found; before: not"},
	{"across initials", "“We will not let the U.S. take the port.”", "take the port", "found; before: not"},
	{"a paragraph", "No end in sight\n\nThey take the port at noon.", "take the port", "found"},
	{"not only", "“Not only do we want the port.”", "[W]e want the port.", "found"},
	{"not only, between", "“We want not only the port.”", "We want […] the port.", "found; leaves out “not only”"},
	{"no doubt", "“There is no doubt that we will win.”", "we will win", "found"},
	{"in another place without it", "“We will not take the port.” Firefly feared they would take the port.", "take the port", "found"},
	{"beside without", "“We will win without taking the port.”", "taking the port", "found; before: without"},
	{"further from without", "“Without oil we will take the port.”", "we will take the port", "found"},
	{"beside instead of", "“We talk instead of taking the port.”", "taking the port", "found; before: of"},
	{"unable, cut", "“We are unable to wait.”", "[We are] able to wait", "“able” for “unable”"},
	{"impossible", "“It is impossible to yield.”", "[It is time] to yield.", "found; before: impossible"},
	{"impossible, between", "“It is impossible to yield.”", "It is […] to yield.", "found; leaves out “impossible”; no: impossible"},
	{"against", "“We are against opening the port.”", "We are […] opening the port.", "found; leaves out “against”; no: against"},
	{"hardly", "“We will hardly sell the port.”", "We will […] sell the port.", "found; leaves out “hardly”; no: hardly"},
	{"a war against", "“The war against Sylvania will end.”", "The war […] will end.", "found; leaves out “against Sylvania”"},
	{"failing", "“We failed to take the port.”", "take the port", "found; before: to"},

	// And what stands behind the last.
	{"a condition", speech, "We agree to this […]", "found; behind: only if"},
	{"a condition, without an ellipsis", speech, "We agree to this.", "found; behind: only if"},
	{"a condition behind a comma", "“We leave the port, unless you fire.”", "We leave the port", "found; behind: unless"},
	{"the condition too", speech, "We agree to this only if Sylvania leaves.", "found"},
	{"another sentence", "“We agree to this. Only if you fire we will.”", "We agree to this.", "found"},
	{"under no circumstances", "“We take the port under no circumstances.”", "We take the port.", "found; behind: under no circumstances"},
	{"a not of the verb", "“We will not take the port.”", "We will […]", "found; behind: not"},
	{"peace, not war", "“We want peace, not war.”", "We want peace", "found"},
	{"peace not war", "“We want peace not war.”", "We want peace", "found"},
	{"to leave it no later", "“We leave the port no later than noon.”", "We leave the port", "found"},
	{"if", "“We will answer if they fire.”", "We will answer", "found"},

	// In other languages.
	{"German, before", "„Wir werden den Hafen nicht angreifen. Wir wollen keinen Krieg.“", "[Wir wollen] Krieg", "found; before: keinen"},
	{"German, what is not believed", "„Ich glaube nicht, dass sie den Hafen wollen.“", "sie den Hafen wollen", "found; before: nicht"},
	{"German, behind", freiheit, "Wir verlassen den Sumpf.", "found; behind: nicht"},
	{"German, a condition", "„Wir gehen, es sei denn, ihr schießt.“", "Wir gehen.", "found; behind: es sei denn"},
	{"German, another clause", "„Wir gehen nicht, wir bleiben im Hafen.“", "wir bleiben im Hafen", "found"},
	{"French, before", "« Nous ne voulons pas la guerre. »", "[Nous voulons] la guerre.", "found; before: pas"},
	{"French, n’", "« Ce n’est pas la guerre. »", "[C’]est […] la guerre.", "found; leaves out “pas”; before: n’est; no: pas"},
	{"French, the other half", "« Nous ne voulons pas la guerre. »", "voulons pas la guerre", "found"},
	{"Spanish, before", "«Nadie quiere la guerra».", "[Todos quieren] la guerra", "found; before: Nadie"},
	{"Russian, before", kurier, "[Мы] покинем болото.", "found; before: не"},
	{"Russian, doubled", "«Никто не хочет войны».", "не хочет войны", "found"},
	{"Russian, what is not thought", "«Мы не думаем, что они хотят войны».", "они хотят войны", "found; before: не"},
	{"Russian, a condition", "«Мы уйдём, только если вы уйдёте».", "Мы уйдём", "found; behind: только если"},
	{"Ukrainian, before", "«Ми не хочемо війни».", "хочемо війни", "found; before: не"},
	{"Arabic, before", sahifa, "نغادر المستنقع أبداً", "found; before: لن"},
	{"Arabic, with another word in one", sahifa, "نتراجع", "found; before: ولن"},
	{"Arabic, what we want", "قال: «كل ما نريده السلام».", "نريده السلام", "found"},
	{"Persian, doubled", "او گفت: «هیچ کس جنگ نمی\u200cخواهد».", "جنگ نمی\u200cخواهد", "found"},
	{"Persian, behind", "او گفت: «ما به بندر حمله نخواهیم کرد».", "ما به بندر حمله", "found; behind: نخواهیم"},
	{"Chinese, before", bao, "离开沼泽", "found; before: 不"},
	{"Chinese, Moscow", "他说：“莫斯科会离开沼泽。”", "[他们]会离开沼泽", "found"},
	{"Chinese, drones", "他说：“无人机会来。”", "机会来", "found"},

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
	{"Hebrew, a negation left out", itonut, "נעזוב את הביצה", "found; before: לא"}, // a quotation may begin anywhere
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
		said := "found"
		if len(r.Left) > 0 {
			said += "; leaves out “" + strings.Join(r.Left, "”, “") + "”"
		}
		for _, d := range r.Dropped {
			said += "; " + [...]string{"before", "no", "behind"}[d.Where] + ": " + d.Word
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

func TestTheWordsAroundAStretchAreThoseOfItsSentence(t *testing.T) {
	for _, c := range []struct {
		words  string
		denies []bool
	}{
		{"Ruritania would not “attack the port”.", []bool{true}},
		{"Ruritania would “attack the port”.", []bool{false}},
		{"He wants no war. Ruritania would “attack the port”.", []bool{false}},
		{"Ruritania would “attack the port”. It wants no war.", []bool{false}},
		{"“Attack the port” is what it ruled out.", []bool{true}},
		{"To “attack the port” and to “sell it” he called unacceptable, said Mr. Trentino. He “smiled”.", []bool{true, true, false}},
		{"It would not, said Mr. Trentino, “attack the port”.", []bool{true}},
		{"Freedonia will negotiate on “the port” with Denmark, it endorsed.", []bool{false}},
		{"Рурітанія не буде «нападати на порт».", []bool{true}},
		{"鲁里塔尼亚不会“攻击港口”。它想要“和平”。", []bool{true, false}},
	} {
		var got []bool
		for _, around := range collate.Around(c.words) {
			got = append(got, collate.Denies(around))
		}
		if !slices.Equal(got, c.denies) {
			t.Errorf("%s: %v, want %v (%q)", c.words, got, c.denies, collate.Around(c.words))
		}
	}
}
