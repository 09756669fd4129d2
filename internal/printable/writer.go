package printable

import (
	"fmt"
	"io"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// A Writer shows what is written to it: Text, on another writer. Its methods may
// be called from several goroutines.
type Writer struct {
	to     io.Writer
	escape func([]byte, rune, string) []byte

	mu   sync.Mutex
	held []byte // the first bytes of a character whose others are still to come
	text []byte // reused
}

// NewWriter makes the writer that shows text on another one.
func NewWriter(to io.Writer) *Writer { return &Writer{to: to, escape: escape} }

// JSON makes a writer for JSON of the package encoding/json, on what w writes to
// where it is a Writer. Characters that are not shown are escaped as JSON does:
// the values stay what they are.
func JSON(w io.Writer) *Writer { return &Writer{to: Raw(w), escape: escapeJSON} }

// Raw is what a Writer writes to, for bytes that are to stay as they are, and any
// other writer itself.
func Raw(w io.Writer) io.Writer {
	if filter, ok := w.(*Writer); ok {
		return filter.to
	}
	return w
}

// Write implements io.Writer. A character that is not whole yet is kept back
// until its other bytes are written, or Flush is called.
func (w *Writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	text := p
	if len(w.held) > 0 {
		text = append(w.held, p...)
		w.held = nil
	}
	if cut := unfinished(text); cut > 0 {
		w.held = append([]byte(nil), text[len(text)-cut:]...)
		text = text[:len(text)-cut]
	}
	if err := w.show(text); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Flush writes what was kept back.
func (w *Writer) Flush() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	text := w.held
	w.held = nil
	return w.show(text)
}

func (w *Writer) show(text []byte) error {
	if len(text) == 0 {
		return nil
	}
	if !plain(string(text), true) {
		w.text = appendShown(w.text[:0], string(text), true, w.escape)
		text = w.text
	}
	_, err := w.to.Write(text)
	return err
}

// unfinished counts the last bytes that begin a character and do not end it.
func unfinished(text []byte) int {
	for back := 1; back < utf8.UTFMax && back <= len(text); back++ {
		if last := text[len(text)-back:]; utf8.RuneStart(last[0]) {
			if utf8.FullRune(last) {
				return 0
			}
			return back
		}
	}
	return 0
}

// EscapeJSON is JSON of the package encoding/json as a writer of JSON writes it.
func EscapeJSON(text []byte) []byte {
	if plain(string(text), true) {
		return text
	}
	return appendShown(nil, string(text), true, escapeJSON)
}

// escapeJSON appends a character as JSON writes it in a string. encoding/json
// writes no bytes that are no UTF-8.
func escapeJSON(to []byte, r rune, _ string) []byte {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return fmt.Appendf(to, `\u%04x\u%04x`, high, low)
	}
	return fmt.Appendf(to, `\u%04x`, r)
}
