package page

import (
	"slices"
	"strconv"
)

// pageSize is how many entries of a long list stand on one page.
const pageSize = 100

// numbered is how many numbered pages a list of n entries has. They are counted
// from the oldest and always full: the newest entries, which are on the page without
// a number, are on a numbered page too once they fill it and a newer one has come.
func numbered(n int) int { return max(0, n-1) / pageSize }

// window is which entries, counted from the oldest, stand on a page of a list of n.
func window(n, number int) (from, to int) {
	if number == 0 {
		return max(0, n-pageSize), n
	}
	return (number - 1) * pageSize, number * pageSize
}

// pageRoute is the route of a page of the list at route.
func pageRoute(route string, number int) string {
	if number == 0 {
		return route
	}
	return route + "p/" + strconv.Itoa(number) + "/"
}

// titled is the title of a page of a list: where it is numbered, with what time is on it, and with which entries,
// because more than a page may be of one day.
func (p *Plan) titled(title string, pager Pager) string {
	if pager.Number == 0 {
		return title
	}
	if pager.Covers != "" {
		title += p.phrases.comma + pager.Covers
	}
	return title + p.put(" ({}) [a remark]", p.locale.Range(pager.From, pager.To))
}

// titledBy is that of a page of an index, with which of all stand on it.
func (p *Plan) titledBy(title string, pages []Tally) string {
	if at := slices.IndexFunc(pages, func(page Tally) bool { return page.Current }); at >= 0 {
		title += p.phrases.comma + pages[at].Label
	}
	return title
}

// pager leads through the list of n entries at route.
func (p *Plan) pager(route string, number, n int) Pager {
	count := numbered(n)
	from, to := window(n, number)
	pager := Pager{Number: number, Count: count, Total: n, From: from + 1, To: to}
	if n == 0 {
		pager.From = 0
	}
	switch {
	case number == 0 && count > 0:
		pager.Older = p.href(pageRoute(route, count))
	case number > 1:
		pager.Older = p.href(pageRoute(route, number-1))
	}
	switch {
	case number == 0:
	case number < count:
		pager.Newer = p.href(pageRoute(route, number+1))
	default:
		pager.Newer = p.href(route)
	}
	return pager
}
