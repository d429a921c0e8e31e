package render

import (
	"reflect"

	"demarche/generator/page"
)

// method compiles a call of a method without arguments. Those of views that templates call on many pages are
// called as they are; others by reflection.
func method(of expression, called reflect.Method, name string) expression {
	switch f := called.Func.Interface().(type) {
	case func(page.Bar) int:
		return counted(of, f)
	case func(page.Pager) int:
		return counted(of, f)
	case func(page.Pager) bool:
		return asked(of, f)
	case func(page.Timeline) bool:
		return asked(of, f)
	case func(page.Look) bool:
		return asked(of, f)
	case func(page.Prose) bool:
		return asked(of, f)
	}
	found := lookUp(of, name)
	found.typ = static(called.Type.Out(0))
	return found
}

func counted[T any](of expression, count func(T) int) expression {
	return expression{typ: intType, of: func(r *run, dot reflect.Value) reflect.Value {
		return reflect.ValueOf(count(*view[T](of.value(r, dot))))
	}}
}

func asked[T any](of expression, holds func(T) bool) expression {
	return decided(func(r *run, dot reflect.Value) bool { return holds(*view[T](of.value(r, dot))) })
}
