package resolve

import (
	"fmt"

	"demarche/generator/slug"
	"demarche/generator/source"
)

// checkDevices reports addresses that Windows takes for devices, because a site
// that has one can be built on other systems and not be copied there.
func (r *resolution) checkDevices() {
	device := func(at source.Span, name, hint string) {
		if slug.Device(name) {
			r.report.error("device-name", at, fmt.Sprintf("a folder called %q cannot exist on Windows, where that is a device", name), hint)
		}
	}
	for _, doc := range r.files.all() {
		device(placed(doc), doc.Slug, "write another slug: in its front matter")
	}
	for _, a := range r.archive.Actors {
		if a.Doc == nil {
			device(a.Named, a.Slug, "write the name in full, or a file in content/actors/ with this name and a slug")
		}
	}
	for _, d := range r.archive.Digests {
		for _, topic := range d.Meta.Topics {
			device(topic.At.In(d.Path), slug.Make(topic.Value), "write another name")
		}
	}
}
