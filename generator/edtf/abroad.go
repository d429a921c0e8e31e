package edtf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// monthsAbroad are the months of the Gregorian calendar as they stand in a date, in the languages of the pages but English and Chinese.
var monthsAbroad = [...][]string{
	strings.Fields("januar februar märz april mai juni juli august september oktober november dezember"),
	strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
	strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
	strings.Fields("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
	strings.Fields("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
	strings.Fields("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
	strings.Fields("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
	strings.Fields("בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
}

var (
	// beside are words that may stand beside day, month and year.
	beside  = strings.Fields("de del le el der den г р года року")
	chinese = strings.NewReplacer("年", " ", "月", " ", "日", "", "\u0654", "", ".", " ", ",", " ", "1er", "1")
)

// abroad is a day or a month in words of another language than English, "9. März 2031" or "2031年3月9日", as EDTF writes it; or "".
func abroad(text string) string {
	parts := strings.Fields(chinese.Replace(strings.ToLower(text)))
	parts = slices.DeleteFunc(parts, func(word string) bool { return slices.Contains(beside, word) })
	if strings.Contains(text, "年") {
		slices.Reverse(parts)
	}
	n := len(parts)
	if n < 2 || n > 3 || len(parts[n-1]) != len("2031") {
		return ""
	}
	month := 0
	for _, names := range monthsAbroad {
		month = max(month, slices.Index(names, parts[n-2])+1)
	}
	if strings.Contains(text, "年") {
		month, _ = strconv.Atoi(parts[n-2])
	}
	date := fmt.Sprintf("%s-%02d", parts[n-1], month)
	if n == 3 {
		day, _ := strconv.Atoi(parts[0])
		date += fmt.Sprintf("-%02d", day)
	}
	if _, ok := Try(date); ok {
		return date
	}
	return ""
}
