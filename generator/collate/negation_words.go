package collate

import "strings"

// What follows knows words of the languages of the interface. It is a help to the eye: who
// reads the passage decides.

// inEnglish are the negations of that language, which does not double them.
const inEnglish = `
	not no never none nobody nothing neither nor cannot nowhere unless
	refuse refuses refused refusing deny denies denied denying decline declines declined reject rejects rejected rejecting
	oppose opposes opposed opposing forbid forbids forbidden impossible unable unwilling unlikely untrue hardly scarcely seldom rarely`

// negations are words that turn the meaning of what they stand in.
var negations = set(inEnglish + `
	ne pas jamais rien aucun aucune ni guère nullement refuse refusons refusez refusent refusé
	nunca nada nadie ningún ninguno ninguna jamás tampoco imposible rechazamos rechaza rechazan rechazó
	nicht nichts kein keine keinen keinem keiner keines keins keinerlei keineswegs nie niemals niemand niemanden weder unmöglich kaum weigern weigert weigerten
	не нет ни никогда никто никого никому ничто ничего никак никакой никакая никакие никаких нельзя невозможно вряд отказываемся отказывается отказались отвергаем отвергает
	ні немає ніколи ніхто нікого нікому ніщо нічого ніякий ніякого жоден жодна жодного жодної неможливо навряд відмовляємося відмовляється
	لا لم لن ليس ليست لسنا مستحيل نرفض يرفض ترفض رفض رفضت نه نیست نیستیم هرگز هیچ هیچکس نباید نبود نشد نکرد غیرممکن
	לא אין מעולם אסור בלתי אי
	不 没 沒 無 无 非 未 勿 莫 否`)

// unclear are words that are negations too, and more often something else. They count where they are left out alone.
var unclear = set(`ما אל`)

// turning are words that turn what stands directly behind them, and in what is left out all.
var turning = set(`without sans sin ohne без غير دون بدون بلا בלי`)

// averting are words that turn what stands directly behind them.
var averting = set(`stop stops stopped stopping avoid avoids avoided avoiding cease ceases ceased prevent prevents prevented lest`)

// opposing are words that turn what they stand in where they follow one of these.
var opposing = map[string]map[string]bool{
	"against": set(`am is are was were be been being i'm we're they're you're he's she's it's vote votes voted voting decide decides decided argue argued advise advises advised warn warns warned`),
	"contre":  set(`suis est sommes êtes sont était étaient`),
	"contra":  set(`en`),
	"gegen":   set(`bin ist sind war waren`),
	"против":  set(`я мы ты вы он она они был была были выступаем выступает выступают голосовали`),
	"проти":   set(`я ми ти ви він вона вони був була були виступаємо виступає виступають голосували`),
	"对":       set(`反`),
	"對":       set(`反`),
	"绝":       set(`拒`),
	"絕":       set(`拒`),
	"以":       set(`难 難`),
}

// avertingPairs likewise, by the second of two.
var avertingPairs = map[string]map[string]bool{
	"to":   set(`fail fails failed failing`),
	"of":   set(`instead`),
	"than": set(`rather`),
	"from": set(`far`),
}

// harmless are what negations are no negations with, by the word behind.
var harmless = map[string]map[string]bool{
	"not":     set(`only just merely simply solely least surprisingly`),
	"no":      set(`doubt matter wonder secret surprise question coincidence later earlier less fewer sooner`),
	"nothing": set(`but`),
	"nicht":   set(`nur zuletzt`),
	"pas":     set(`seulement uniquement`),
	"не":      set(`только просто`),
	"ليس":     set(`فقط`),
	"نه":      set(`تنها فقط`),
	"לא":      set(`רק`),
	"אי":      set(`פעם`),
	"不":       set(`仅 僅 但 过 過 断 斷 同 少 久 管 只 论 論 得`),
	"无":       set(`论 人 线 数 疑`),
	"無":       set(`論 人 線 數 疑`),
	"非":       set(`洲 常`),
	"未":       set(`来 來`),
	"莫":       set(`斯`),
	"否":       set(`则 則`),
}

// undoubled are words, and so are averting ones, beside which another negation turns the meaning back: those of English.
var undoubled = set(inEnglish + ` without against to of than from`)

// breaks are words behind which a negation before them holds no more.
var breaks = set(`
	but because until while if when since although though whereas before after than where who which whose whom what how why
	mais parce car si quand lorsque puisque qui dont où pero sino porque cuando aunque quien cual
	aber sondern weil wenn denn но а потому если когда але бо якщо коли
	لكن ولكن لأن إذا عندما الذي التي الذين بل اما ولی بلکه زیرا اگر وقتی چون
	אבל אלא כי אם כאשר 但 而`)

// complements are words that go on, behind a comma, with what is negated.
var complements = set(`that or что чтобы или що щоб або dass daß ob oder que ou أن أو که یا או`)

// ands are words that begin a clause of its own with a subject behind them, and subjects such.
var (
	ands     = set(`and et y und и а та і و ו 而`)
	subjects = set(`i we you he she it they there je nous vous il elle ils elles yo nosotros ellos ich wir ihr er sie es я мы вы он она они ми ви він вона вони نحن أنا هو هي هم ما أنا אנחנו אני הוא היא הם 我 他 她 你`)
)

// determiners are words that begin a noun with what belongs to it.
var determiners = set(`
	a an the this that these those our their its his her my your such any
	un une des le la les notre nos votre leur leurs ce cette ces el los las una unos unas nuestro nuestra su sus este esta
	der die das den dem des ein eine einen einem einer eines unser unsere ihr ihre dieser diese dieses`)

// conditions are what goes on behind a sentence that holds under it alone.
var conditions = phrases(`
	unless; only if; only when; only after; only once; only on; only with; only in; only under; only for; only as; only provided
	provided that; on condition; on the condition; as long as; so long as; except if
	nur wenn; nur falls; nur dann; nur unter; nur nach; es sei denn; außer wenn; sofern; vorausgesetzt
	seulement si; uniquement si; à moins; à condition; sauf si; pourvu
	solo si; sólo si; solamente si; únicamente si; a menos; salvo que; salvo si; a condición; siempre y cuando
	только если; только при; только когда; только после; лишь если; лишь при; если только; при условии; разве что
	лише якщо; лише за; тільки якщо; тільки за; якщо тільки; за умови; хіба що
	فقط إذا; إلا إذا; بشرط; شريطة; ما لم; مگر; تنها اگر; فقط اگر; به شرط
	רק אם; אלא אם; בתנאי; 除非`)

// closings are negations that stand behind all that they turn.
var closingWords = set(`
	never nobody nothing none nowhere neither
	nicht nichts nie niemals niemand niemanden kein keine keinen keinem keinerlei keineswegs`)

// closingPhrases likewise.
var closingPhrases = phrases(`no longer; no one; in no way; in no case; on no account; under no circumstances; by no means; at no time; not at all; not anymore`)

// auxiliaries are words of which a “not” behind them is part.
var auxiliaries = set(`do does did will would shall should can could may might must is are was were am be have has had need dare`)

// titles are abbreviations that end no sentence.
var titles = set(`mr mrs ms dr gen sen rep gov st prof col lt sgt capt maj adm rev hon vs m mme`)

// denials are other words by which the words around a quotation take it back, and denialStems beginnings of such.
var (
	denials = set(`only if ban bans banned end ends ended ending less free lack lacks lacked against object objects objected objecting ruled ruling
	contre contra niega niegan negó negaron nie gegen lehnt lehnte lehnten против проти ضد نفى ينفي استبعد تکذیب مخالف סירב הכחיש שלל נגד דחה 拒 否`)
	denialStems = []string{
		"dismiss", "exclud", "condemn", "warn", "prohibit", "avert", "doubt", "fear", "criticis", "criticiz", "accus", "renounc", "abandon", "abstain",
		"unaccept", "unneces", "unthink", "impossib", "false", "withdr", "cancel", "refus", "reject", "oppos", "avoid", "prevent", "stop", "halt",
		"rejet", "exclu", "condamn", "rechaz", "conden", "ablehn", "verurteil", "bestreit", "bestritt",
		"отка", "отриц", "отверг", "исключ", "осуд", "відмов", "запере", "відкин", "виключ", "засуд",
	}
)

func set(words string) map[string]bool {
	list := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		list[word] = true
	}
	return list
}

// phrases are rows of words, by the first of each.
func phrases(list string) map[string][][]string {
	found := map[string][][]string{}
	for phrase := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ';' || r == '\n' }) {
		words := strings.Fields(phrase)
		if len(words) == 0 {
			continue
		}
		if !isAlone(firstRune([]byte(words[0]))) {
			found[words[0]] = append(found[words[0]], words)
			continue
		}
		letters := strings.Split(words[0], "")
		found[letters[0]] = append(found[letters[0]], letters)
	}
	return found
}
