package render

import (
	"cmp"
	"reflect"
)

// condition says whether a part of a template is shown.
type condition func(r *run, dot reflect.Value) bool

// truthOf compiles what {{if}} makes of an expression.
func truthOf(e expression) condition {
	if e.holds != nil {
		return e.holds
	}
	kind := reflect.Invalid
	if e.typ != nil {
		kind = e.typ.Kind()
	}
	switch kind {
	case reflect.String:
		return func(r *run, dot reflect.Value) bool { return e.value(r, dot).String() != "" }
	case reflect.Slice:
		return func(r *run, dot reflect.Value) bool { return e.value(r, dot).Len() > 0 }
	case reflect.Bool:
		return func(r *run, dot reflect.Value) bool { return e.value(r, dot).Bool() }
	case reflect.Int:
		return func(r *run, dot reflect.Value) bool { return e.value(r, dot).Int() != 0 }
	case reflect.Pointer, reflect.Func:
		return func(r *run, dot reflect.Value) bool { return !e.value(r, dot).IsNil() }
	}
	return func(r *run, dot reflect.Value) bool { return truth(e.value(r, dot)) }
}

// truth says what {{if}} makes of a value.
func truth(value reflect.Value) bool {
	value = concrete(value)
	switch value.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map:
		return value.Len() > 0
	case reflect.Bool:
		return value.Bool()
	case reflect.Int:
		return value.Int() != 0
	case reflect.Pointer, reflect.Func:
		return !value.IsNil()
	case reflect.Struct:
		return true
	}
	giveUp()
	return false
}

var boolType = reflect.TypeFor[bool]()

// decided is the value of a condition.
func decided(holds condition) expression {
	return expression{typ: boolType, holds: holds, of: func(r *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(holds(r, dot)) }}
}

// choice compiles and, or, which do not need all their arguments: the first whose truth is
// wanted, or the last.
func choice(wanted bool, arguments []expression) expression {
	conditions := make([]condition, len(arguments))
	e := expression{typ: arguments[0].typ}
	for i, argument := range arguments {
		conditions[i] = truthOf(argument)
		if argument.typ != e.typ {
			e.typ = nil
		}
	}
	e.holds = func(r *run, dot reflect.Value) bool {
		for _, holds := range conditions {
			if holds(r, dot) == wanted {
				return wanted
			}
		}
		return !wanted
	}
	e.of = func(r *run, dot reflect.Value) (value reflect.Value) {
		for i := range arguments {
			if value = arguments[i].value(r, dot); truth(value) == wanted {
				return value
			}
		}
		return value
	}
	return e
}

// comparisons are Go's own functions that compare, by what cmp.Compare says.
var comparisons = map[string]func(order int) bool{
	"eq": func(order int) bool { return order == 0 },
	"ne": func(order int) bool { return order != 0 },
	"lt": func(order int) bool { return order < 0 },
	"le": func(order int) bool { return order <= 0 },
	"gt": func(order int) bool { return order > 0 },
	"ge": func(order int) bool { return order >= 0 },
}

// decision compiles functions that say yes or no.
func decision(name string, arguments []expression) (expression, bool) {
	compared, isComparison := comparisons[name]
	switch {
	case name == "not" && len(arguments) == 1:
		holds := truthOf(arguments[0])
		return decided(func(r *run, dot reflect.Value) bool { return !holds(r, dot) }), true
	case isComparison && len(arguments) == 2:
		a, b := arguments[0], arguments[1]
		return decided(func(r *run, dot reflect.Value) bool { return compared(compare(a.value(r, dot), b.value(r, dot))) }), true
	}
	return expression{}, false
}

// compare compares two strings or two whole numbers.
func compare(a, b reflect.Value) int {
	a, b = concrete(a), concrete(b)
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return cmp.Compare(a.String(), b.String())
	case a.CanInt() && b.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	}
	giveUp()
	return 0
}
