package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"demarche/generator/parse"
	"demarche/generator/source"
)

// The namespaces of drawings and of HTML.
const (
	ofSVG  = "http://www.w3.org/2000/svg"
	ofHTML = "http://www.w3.org/1999/xhtml"
)

// drawn is a drawing with what stands between its tags.
func drawn(within string) string {
	return `<svg xmlns="` + ofSVG + `" xmlns:xlink="http://www.w3.org/1999/xlink">` + within + `</svg>`
}

// strangeDrawings are files of XML that try to run HIT or to ask the host EVIL: each way in which something runs or is fetched, written in
// each way in which it may not be recognised.
func strangeDrawings() []string {
	const script = "<script>HIT</script>"
	all := []string{
		drawn(script), drawn(""), `<svg xmlns="` + ofSVG + `" onload="HIT"/>`, `<a><script xmlns="` + ofHTML + `">HIT</script></a>`,
		drawn(`<title><p xmlns="` + ofHTML + `">` + script + `</p></title>`), drawn(`<script href="data:text/javascript,HIT"/>`), drawn("<SCRIPT>HIT</SCRIPT>"),
		drawn(`<image href="none.png" onerror="HIT"/>`), drawn(`<set attributeName="x" to="1" onbegin="HIT"/>`), drawn(`<set attributeName="onload" to="HIT"/>`),
		drawn(`<handler xmlns="http://www.w3.org/2001/xml-events">HIT</handler>`), drawn(`<text foo:onclick="HIT">a</text>`), drawn(`<foo:script>HIT</foo:script>`),
		drawn(`<foreignObject><iframe xmlns="` + ofHTML + `" srcdoc="&lt;script>HIT&lt;/script>"/></foreignObject>`),
		drawn(script + "<g>"), drawn("") + drawn(script), drawn("<!-- -- > " + script + " -->"), drawn("<!--> " + script + " -->"), drawn("<?x > " + script + " ?>"),
		`<?xml-stylesheet type="text/css" href="//EVIL/a.css"?><a/>`, "<?xml version='1.1'?>" + drawn(script),
		`<?xml-stylesheet type="text/xsl" href="#x"?><a><xsl:stylesheet id="x" version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><html>` + script + `</html></xsl:template></xsl:stylesheet></a>`,
		// What is declared.
		`<!DOCTYPE svg [<!ENTITY a "&#60;script xmlns='` + ofSVG + `'>HIT&#60;/script>">]>` + drawn("&a;"), `<!DOCTYPE svg [<!ENTITY a "HIT">]>` + drawn(`<text onclick="&a;">a</text>`),
		`<!DOCTYPE svg [<!ATTLIST svg onload CDATA "HIT">]>` + drawn(""), `<!DOCTYPE svg SYSTEM "http://EVIL/a.dtd">` + drawn(""), `<!DOCTYPE svg [<!ENTITY a SYSTEM "http://EVIL/a">]>` + drawn("&a;"),
		`<!DOCTYPE svg [<!ENTITY n "` + ofSVG + `">]><svg xmlns="&n;">` + script + `</svg>`, `<!DOCTYPE svg [<?x ' ?>]>` + drawn(script) + `<?y ' >?>`, `<!DOCTYPE svg [<?x << ?>]>` + drawn(script) + `<?y >>> ?>`,
		`<!DOCTYPE svg [<!-- ' -->]>` + drawn(script) + `<!-- ' -->`, `<!DOCTYPE svg [<?x <!ENTITY a "b"> ?><!ENTITY a "javascript:">]>` + drawn(`<a href="&a;HIT"><text>a</text></a>`),
		`<!DOCTYPE svg SYSTEM '<!ENTITY a "b">' [<!ENTITY a "javascript:">]>` + drawn(`<a href="&a;HIT"><text>a</text></a>`),
		`<g xmlns="` + ofSVG + `" xmlns="urn:x">` + script + `</g>`, `<g xmlns="urn:x" xmlns="` + ofSVG + `">` + script + `</g>`,
		// What a style fetches in pieces.
		drawn(`<style>@imp<!-- -->ort "//EVIL/a";</style>`), drawn(`<style>@imp<![CDATA[ort "//EVIL/a";]]></style>`), drawn(`<style>@imp<b>c</b>ort "//EVIL/a";</style>`),
		drawn(`<h:style xmlns:h="` + ofHTML + `">@imp<?x?>ort "//EVIL/a";</h:style>`),
	}
	for _, odd := range []string{"", "http://www.w3.org/2000/xmlns/", "http://www.w3.org/XML/1998/namespace", "urn:x"} {
		all = append(all, `<s:svg xmlns:s="`+ofSVG+`"><s:script xmlns:s="`+odd+`">HIT</s:script></s:svg>`, `<svg xmlns="`+ofSVG+`"><script xmlns="`+odd+`">HIT</script></svg>`)
	}
	for _, encoding := range []string{"gbk", "big5", "shift_jis", "gb18030", "euc-kr", "iso-2022-jp", "utf-7", "utf-16", "windows-1252"} {
		for _, within := range []string{"<![CDATA[\u4e2d]]><!-- ]]>" + script + "-->", "<?a \x1b$B?><!--\x1b(B?>" + script + "<?b -->?>", "+ADw-script+AD4-HIT+ADw-/script+AD4-"} {
			all = append(all, `<?xml version="1.0" encoding = '`+encoding+`'?>`+drawn(within))
		}
	}
	for _, order := range []string{"\xff\xfe", "\xfe\xff"} { // UTF-16, behind a mark of the order of bytes and without
		wide := ""
		for _, c := range []byte(`<?xml version="1.0" encoding="utf-16"?>` + drawn("<script>top.hit(document.baseURI)</script>")) {
			wide += strings.ReplaceAll(strings.ReplaceAll(order, "\xff", string(c)), "\xfe", "\x00")
		}
		all = append(all, wide, order+wide)
	}
	for _, address := range []string{"javascript:HIT", " JavaScript:HIT", "java&#10;script:HIT", "&#1;javascript:HIT", "\u2028javascript:HIT", "javascript%3aHIT", "data:text/html,HIT"} {
		for _, way := range []string{`<a href="%s"><text>a</text></a>`, `<a xlink:href="%s"><text>a</text></a>`, `<a foo:href="%s"><text>a</text></a>`, `<a><set attributeName="href" to="%s"/><text>a</text></a>`,
			`<a><animate attributeName="href" xlink:attributeName="fill" values="%[1]s;%[1]s" dur="1s" fill="freeze"/><text>a</text></a>`, `<a xmlns="` + ofHTML + `" href="%s">a</a>`} {
			all = append(all, drawn(fmt.Sprintf(way, address)))
		}
	}
	for _, address := range []string{"//EVIL/a", "http://EVIL/a", `/\EVIL/a`, "/&#9;/EVIL/a", "http:EVIL/a"} {
		for _, way := range []string{`<image href="%s"/>`, `<use href="%s#a"/>`, `<filter id="f"><feImage href="%s"/></filter><rect filter="url(#f)"/>`, `<g xml:base="%s"><image href="a.png"/></g>`,
			`<image><set attributeName="href" to="%s"/></image>`, `<text><textPath href="%s#a">a</textPath></text>`, `<rect fill="url(%s#a)"/>`, `<rect fill="u\72l(%s#a)"/>`, `<rect style="mask-image:image-set('%s' 1x)"/>`,
			`<rect><set attributeName="mask" to="url(%s#a)"/></rect>`, `<style>@\69mport "%s";</style>`, `<style>@font-face{font-family:a;src:url('%s')}text{font-family:a}</style><text>a</text>`,
			`<style>svg{background:url(data:image/svg+xml,<![CDATA[<svg%%20xmlns='` + ofSVG + `'><image%%20href='%s'/></svg>]]>)}</style>`} {
			all = append(all, drawn(fmt.Sprintf(way, address)))
		}
		for _, way := range []string{`<img src="%s"/>`, `<img srcset="a.png 1w, %s 9999w" sizes="9999px"/>`, `<a ping="%s" href="#">a</a>`, `<input type="image" src="%s"/>`, `<table background="%s"><tr/></table>`, `<video poster="%s"/>`, `<object data="%s"/>`} {
			all = append(all, drawn(`<foreignObject width="9" height="9"><div xmlns="`+ofHTML+`">`+fmt.Sprintf(way, address)+`</div></foreignObject>`))
		}
	}
	return all
}

// TestNoDrawingThatIsTakenRuns opens drawings of all sorts in a browser, by their own address and as pictures: those that are taken run
// nothing and ask nobody. Many others do, or the test would see nothing.
func TestNoDrawingThatIsTakenRuns(t *testing.T) {
	t.Parallel()
	wantsBrowser(t)
	files, names, taken := map[string][]byte{}, []string{}, map[string]bool{}
	for i, text := range strangeDrawings() {
		id := fmt.Sprintf("d%d", i)
		text = strings.NewReplacer("HIT", "top.hit(document.baseURI)", "EVIL", id+"."+evil).Replace(text)
		name := id + ".svg"
		names = append(names, name)
		files[name] = []byte(text)
		taken[id] = len(parse.ActiveIn(source.New("content/static/"+name, []byte(text)))) == 0
	}
	b := open(t, files)
	list, err := json.Marshal(names)
	if err != nil {
		t.Fatal(err)
	}
	acted, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](openDrawings+fmt.Sprintf("openAll(%s)", list), chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	b.mu.Lock()
	for _, host := range b.asked {
		if id, _, ofEvil := strings.Cut(host, "."+evil); ofEvil {
			acted = append(acted, id)
		}
	}
	b.mu.Unlock()
	slices.Sort(acted)
	refused := 0
	for _, id := range slices.Compact(acted) {
		if taken[id] {
			t.Errorf("ran or asked another host: %q", files[id+".svg"])
		} else {
			refused++
		}
	}
	if refused < 50 {
		t.Errorf("only %d of %d drawings do anything", refused, len(names))
	}
}

// openDrawings opens files in frames and as pictures, and presses on all that a reader may press on but links elsewhere.
const openDrawings = `
const acted = new Set();
window.hit = (address) => acted.add(address.replace(/^.*\/|\.svg.*$/g, ""));
function openOne(name) {
	return new Promise((done) => {
		const frame = document.createElement("iframe"), picture = new Image();
		const end = () => { frame.remove(); picture.remove(); done(); };
		const late = setTimeout(end, 5000);
		frame.onload = () => {
			frame.onload = null;
			clearTimeout(late);
			setTimeout(() => {
				for (const element of frame.contentDocument?.querySelectorAll("*") ?? []) {
					const to = element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "";
					if (!/^(https?:|[\\/])/.test(to.trim())) element.dispatchEvent(new frame.contentWindow.MouseEvent("click", { bubbles: true, cancelable: true }));
				}
				setTimeout(end, 20);
			}, 50);
		};
		picture.src = frame.src = location.origin + "/repo/" + name;
		document.body.append(frame, picture);
	});
}
async function openAll(names) {
	const rest = [...names];
	await Promise.all(Array.from({ length: 16 }, async () => { while (rest.length > 0) await openOne(rest.shift()); }));
	return [...acted];
}
`
