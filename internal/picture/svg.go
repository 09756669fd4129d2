// Package picture draws what a program wrote on a terminal as a picture, SVG, of a
// window with that text. Equal text gives equal bytes.
package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"
)

// Sizes in pixels: of a character's cell, of what is around the text, of the bar above.
const (
	cellWidth  = 8
	cellHeight = 19
	margin     = 20
	bar        = 38
)

// style has the colours; the classes are those of looks.
const style = `
text { font: 13.3px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d5dae3; white-space: pre }
.title { font-family: system-ui, sans-serif; text-anchor: middle; fill: #8b94a5 }
.bold { font-weight: 700; fill: #ffffff }
.dim { fill: #7b8596 }
.red { fill: #ff7b72 } .green { fill: #7ee787 } .yellow { fill: #f0c674 }
.blue { fill: #79c0ff } .magenta { fill: #d2a8ff } .cyan { fill: #76e3ea }
`

// SVG draws text, as it went to a terminal of so many columns, in a window with the
// title. Lines that are longer are broken at blanks.
func SVG(title, text string, columns int) []byte {
	var lines []line
	for _, each := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		lines = append(lines, runs(strings.TrimSuffix(each, "\r")).fold(columns)...)
	}
	width, height := columns*cellWidth+2*margin, len(lines)*cellHeight+bar+margin
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%d" role="img">`+"\n", width, height)
	fmt.Fprintf(&out, "<title>%s</title>\n<style>%s</style>\n", escaped(title), style)
	fmt.Fprintf(&out, `<rect width="%d" height="%d" rx="9" fill="#161b24"/>`+"\n", width, height)
	for i, colour := range []string{"#ff5f57", "#febc2e", "#28c840"} {
		fmt.Fprintf(&out, `<circle cx="%d" cy="%d" r="6" fill="%s"/>`+"\n", margin+2+20*i, bar/2, colour)
	}
	fmt.Fprintf(&out, `<text class="title" x="%d" y="%d">%s</text>`+"\n", width/2, bar/2+5, escaped(title))
	for i, each := range lines {
		each.draw(&out, bar+i*cellHeight+cellHeight*3/4)
	}
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// draw writes a line. textLength holds each run to its cells in any font.
func (l line) draw(out *bytes.Buffer, y int) {
	column := 0
	for _, r := range l {
		width := runewidth.StringWidth(r.text)
		if shown := strings.TrimSpace(r.text); shown != "" {
			before := runewidth.StringWidth(r.text[:strings.Index(r.text, shown)])
			class := ""
			if r.look != "" {
				class = fmt.Sprintf(` class="%s"`, r.look)
			}
			fmt.Fprintf(out, `<text x="%d" y="%d" textLength="%d"%s>%s</text>`+"\n",
				margin+(column+before)*cellWidth, y, runewidth.StringWidth(shown)*cellWidth, class, escaped(shown))
		}
		column += width
	}
}

func escaped(text string) string {
	var out strings.Builder
	xml.EscapeText(&out, []byte(text))
	return out.String()
}
