package databases

import (
	"bufio"
	"io"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

// Printer prints entries in glibc's form.
type Printer struct {
	out    *bufio.Writer
	stderr io.Writer
	glibc  bool // what glibc's getent has and musl's programs don't see, too
}

// NewPrinter returns a printer to out; it reports on stderr what can't be printed.
func NewPrinter(out *bufio.Writer, stderr io.Writer, glibc bool) *Printer {
	return &Printer{out, stderr, glibc}
}

// appendPadded appends text and blanks up to width.
func appendPadded[T []byte | string](b []byte, text T, width int) []byte {
	b = append(b, text...)
	for n := len(text); n < width; n++ {
		b = append(b, ' ')
	}
	return b
}

// row writes the start of a row and the aliases after it.
func (p *Printer) row(b []byte, aliases entry.Words) {
	p.out.Write(b)
	for alias := range aliases.All() {
		p.out.WriteByte(' ')
		p.out.Write(alias)
	}
	p.out.WriteByte('\n')
}

// refuse says that an entry isn't printed since it would read back differently,
// as glibc's getent does.
func (p *Printer) refuse(database string) {
	io.WriteString(p.stderr, "error writing "+database+" entry: Invalid argument\n")
}
