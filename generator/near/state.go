package near

import (
	"slices"
	"strings"
)

// State is the key of a state's name without its form: "syldavia" of "kingdom-of-syldavia" and of
// "syldavia-kingdom-of". A key is small letters without marks, its words joined by hyphens. Of any other it is the key
// itself: "state-department" says no form, nor does "bank-of-syldavia".
func State(key string) string {
	words := strings.Split(key, "-")
	joint := slices.IndexFunc(words, isJoint)
	switch {
	case joint < 0 && slices.Contains(unjoined, words[0]) && name(words, 1) != "":
		return name(words, 1)
	case joint > 0 && name(words, joint) == "": // "syldavia-kingdom-of-the"
		for form := 1; form < joint; form++ {
			if isForm(words[form:joint]) {
				return strings.Join(words[:form], "-")
			}
		}
	case joint > 0 && isForm(words[:joint]):
		return name(words, joint)
	}
	return key
}

// name is what stands behind a form, without what joins the two and what describes the form.
func name(words []string, at int) string {
	for at < len(words) && (isJoint(words[at]) || slices.Contains(kinds, words[at])) {
		at++
	}
	return strings.Join(words[at:], "-")
}

func isJoint(word string) bool { return slices.Contains(joints, word) }

// isForm says whether words are the form of a state: "islamic-republic".
func isForm(words []string) bool {
	isName := func(word string) bool { return slices.Contains(forms, word) || slices.Contains(unjoined, word) }
	return slices.ContainsFunc(words, isName) &&
		!slices.ContainsFunc(words, func(word string) bool { return !isName(word) && !slices.Contains(kinds, word) })
}

// The words of forms in the languages of the house: those that a joint follows, those that need none, what describes one, and joints.
var (
	forms = strings.Fields("kingdom republic federation confederation commonwealth union state states empire principality duchy emirate emirates sultanate" +
		" royaume republique etat principaute emirat sultanat duche reino republica estado principado imperio emirato")
	unjoined = strings.Fields("konigreich republik bundesrepublik furstentum королевство республика королівство республіка پادشاهی جمهوری مملکة جمهوریة ממלכת רפובליקת")
	kinds    = strings.Fields("people peoples s democratic federal federative islamic socialist arab grand independent plurinational bolivarian hashemite" +
		" populaire democratique federale islamique arabe popular democratica islamica plurinacional bolivariana اسلامی")
	joints = strings.Fields("of the de des del du d la von")
)
