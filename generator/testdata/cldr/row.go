package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// columns are those of a row. Names stand in order with | between them; of the
// weekdays Sunday's is first. Patterns of dates are CLDR's. What is empty is as the
// parent has it; solarMonths are - where the calendar is the Gregorian one.
var columns = []string{
	"tag", "zero", "minus", "group", "groups", "firstDay", "months", "monthsAlone", "weekdays", "year", "month", "dayOfMonth", "day", "weekday",
	"near", "far", "dayAndTime", "time", "seconds", "beforeChrist", "listTwo", "listMiddle", "listEnd", "solarMonths",
}

type names map[string]map[string]string // wide and others, by key

type dates struct {
	Main map[string]struct {
		Dates struct {
			Calendars map[string]struct {
				Months struct {
					Format names
					Alone  names `json:"stand-alone"`
				}
				Days  struct{ Format names }
				Eras  struct{ EraAbbr map[string]string }
				Dates map[string]string `json:"dateFormats"`
				Times struct {
					Long      string
					Available map[string]string `json:"availableFormats"`
					Intervals map[string]any    `json:"intervalFormats"`
				} `json:"dateTimeFormats"`
			}
		}
	}
}

// row is all but the first column.
func (c *cldr) row(id string) ([]string, error) {
	var d dates
	if err := c.read(&d, "cldr-dates-full", "main", id, "ca-gregorian.json"); err != nil {
		return nil, err
	}
	numbers, err := c.numbers(id)
	if err != nil {
		return nil, err
	}
	first, calendar, err := c.habits(id)
	if err != nil {
		return nil, err
	}
	lists, err := c.lists(id)
	if err != nil {
		return nil, err
	}
	g := d.Main[id].Dates.Calendars["gregorian"]
	available := g.Times.Available
	noEra := strings.NewReplacer(" G ", " ") // which Thai names always
	// A thin space is written as a common one, which readers can type.
	far := strings.ReplaceAll(between(g.Times.Intervals["intervalFormatFallback"].(string), "{0}", "{1}"), "\u2009", " ")
	row := append(numbers, fmt.Sprint(first),
		months(g.Months.Format["wide"]), months(g.Months.Alone["wide"]), weekdays(g.Days.Format["wide"]),
		available["y"], available["yMMMM"], available["MMMMd"], noEra.Replace(g.Dates["long"]), noEra.Replace(g.Dates["full"]),
		near(g.Times.Intervals, far), far, g.Times.Long, available["Hm"], available["Hms"],
		era(available["Gy"], g.Eras.EraAbbr["0"]))
	row = append(row, lists...)
	solar := "-"
	if calendar == "persian" {
		var p dates
		if err := c.read(&p, "cldr-cal-persian-full", "main", id, "ca-persian.json"); err != nil {
			return nil, err
		}
		solar = months(p.Main[id].Dates.Calendars["persian"].Months.Format["wide"])
	}
	return append(row, solar), nil
}

func months(of map[string]string) string {
	var list []string
	for i := range 12 {
		list = append(list, of[fmt.Sprint(i+1)])
	}
	return strings.Join(list, "|")
}

func weekdays(of map[string]string) string {
	var list []string
	for _, day := range []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"} {
		list = append(list, of[day])
	}
	return strings.Join(list, "|")
}

// between is what stands between two things in a text.
func between(text, a, b string) string {
	_, rest, _ := strings.Cut(text, a)
	middle, _, _ := strings.Cut(rest, b)
	return middle
}

// near is what stands between the two days of one month.
func near(intervals map[string]any, far string) string {
	days, _ := intervals["yMMMd"].(map[string]any)
	pattern, _ := days["d"].(string)
	middle := between(pattern, "d", "d")
	// What follows a day, as the dot of German does, follows both.
	if at := strings.LastIndex(pattern, "d"); at >= 0 {
		after, _, _ := strings.Cut(pattern[at+1:], " ")
		middle = strings.TrimPrefix(middle, after)
	}
	if strings.TrimSpace(middle) == "" || strings.Contains(middle, "M") {
		return far
	}
	return strings.NewReplacer("'", "", "\u2009", " ").Replace(middle)
}

// era is what stands around a date before Christ: {0} BC.
func era(pattern, name string) string {
	if strings.HasPrefix(pattern, "G y") {
		return name + " {0}"
	}
	if strings.HasPrefix(pattern, "G") {
		return name + "{0}"
	}
	return "{0} " + name
}

type numbers struct {
	Main map[string]struct {
		Numbers map[string]any
	}
}

// numbers are the first columns after the tag.
func (c *cldr) numbers(id string) ([]string, error) {
	var n numbers
	if err := c.read(&n, "cldr-numbers-full", "main", id, "numbers.json"); err != nil {
		return nil, err
	}
	var systems struct {
		Supplemental struct {
			Systems map[string]struct {
				Digits string `json:"_digits"`
			} `json:"numberingSystems"`
		}
	}
	if err := c.read(&systems, "cldr-core", "supplemental", "numberingSystems.json"); err != nil {
		return nil, err
	}
	of := n.Main[id].Numbers
	system := of["defaultNumberingSystem"].(string)
	symbols := of["symbols-numberSystem-"+system].(map[string]any)
	pattern := of["decimalFormats-numberSystem-"+system].(map[string]any)["standard"].(string)
	whole, _, _ := strings.Cut(pattern, ".")
	groups := strings.Split(whole, ",")
	last := len(groups[len(groups)-1])
	others := last
	if len(groups) > 2 {
		others = len(groups[1])
	}
	zero := string([]rune(systems.Supplemental.Systems[system].Digits)[0])
	return []string{zero, symbols["minusSign"].(string), symbols["group"].(string), fmt.Sprintf("%d|%d|%s", last, others, of["minimumGroupingDigits"])}, nil
}

// habits are the first day of the week, of which 0 is Sunday, and the calendar in
// the region where a language is at home.
func (c *cldr) habits(id string) (first int, calendar string, err error) {
	tag := language.Make(id)
	region, _ := tag.Region()
	var weeks struct {
		Supplemental struct {
			WeekData struct{ FirstDay map[string]string }
		}
	}
	var calendars struct {
		Supplemental struct {
			Of map[string][]string `json:"calendarPreferenceData"`
		}
	}
	if err := c.read(&weeks, "cldr-core", "supplemental", "weekData.json"); err != nil {
		return 0, "", err
	}
	if err := c.read(&calendars, "cldr-core", "supplemental", "calendarPreferenceData.json"); err != nil {
		return 0, "", err
	}
	days := weeks.Supplemental.WeekData.FirstDay
	day := days[region.String()]
	if day == "" {
		day = days["001"]
	}
	if liked := calendars.Supplemental.Of[region.String()]; len(liked) > 0 {
		calendar = liked[0]
	}
	return slices.Index([]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}, day), calendar, nil
}

func (c *cldr) lists(id string) ([]string, error) {
	var l struct {
		Main map[string]struct {
			Patterns map[string]map[string]string `json:"listPatterns"`
		}
	}
	if err := c.read(&l, "cldr-misc-full", "main", id, "listPatterns.json"); err != nil {
		return nil, err
	}
	of := l.Main[id].Patterns["listPattern-type-standard"]
	return []string{of["2"], of["middle"], of["end"]}, nil
}
