package ledger

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/printable"
)

// A Ledger is a file of records, one JSON object per line, that only grows. It may
// be used from several goroutines.
type Ledger struct {
	path    string
	mu      sync.Mutex // of what follows
	records []Record
	torn    bool // the last line is not whole: a run was cut off while writing
}

// Open reads a ledger; a file that does not exist is an empty one. A last line
// that was cut off is passed over, any other that can't be read is an error.
func Open(path string) (*Ledger, error) {
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l := &Ledger{path: path, torn: len(text) > 0 && text[len(text)-1] != '\n'}
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, len(text)+1)
	for n := 1; lines.Scan(); n++ {
		var r Record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			if l.torn && !lines.Scan() {
				break
			}
			return nil, fmt.Errorf("%s:%d: %w; remove that line", path, n, err)
		}
		l.records = append(l.records, r)
	}
	return l, lines.Err()
}

// Records are all records, oldest first.
func (l *Ledger) Records() []Record {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.records
}

// Names are the packages that have records, sorted.
func (l *Ledger) Names() []string {
	var names []string
	for _, r := range l.Records() {
		names = append(names, r.Name)
	}
	return sortedSet(names)
}

// Has reports whether a build with this key is recorded.
func (l *Ledger) Has(key string) bool { return l.Find(key) != nil }

// Find returns the last record of a build with this key, or nil.
func (l *Ledger) Find(key string) *Record {
	records := l.Records()
	for i := range slices.Backward(records) {
		if records[i].Key == key {
			return &records[i]
		}
	}
	return nil
}

// Latest returns the last record of each package, probes aside, in the order of
// names.
func (l *Ledger) Latest(names []string) []Record {
	var latest []Record
	for _, name := range names {
		if r := l.last(name, false); r != nil {
			latest = append(latest, *r)
		}
	}
	return latest
}

// Probe returns the last probe of a package, or nil.
func (l *Ledger) Probe(name string) *Record { return l.last(name, true) }

func (l *Ledger) last(name string, without bool) *Record {
	records := l.Records()
	for i := len(records) - 1; i >= 0; i-- {
		if r := &records[i]; r.Name == name && r.Without == without {
			return r
		}
	}
	return nil
}

// Encode is a record as a ledger's file has it: a line.
func Encode(r Record) ([]byte, error) {
	line, err := json.Marshal(r)
	return append(printable.EscapeJSON(line), '\n'), err
}

// Add appends a record and puts it on the disk.
func (l *Ledger) Add(r Record) error {
	line, err := Encode(r)
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.torn {
		if err := l.dropTorn(); err != nil {
			return err
		}
	}
	file, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(line)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil && len(l.records) == 0 { // the file may be new
		err = durable.SyncDir(filepath.Dir(l.path))
	}
	if err == nil {
		l.records = append(l.records, r)
	}
	return err
}

// dropTorn cuts the last, unfinished line off the file.
func (l *Ledger) dropTorn() error {
	text, err := os.ReadFile(l.path)
	if err != nil {
		return err
	}
	whole := bytes.LastIndexByte(text, '\n') + 1
	if err := os.Truncate(l.path, int64(whole)); err != nil {
		return err
	}
	l.torn = false
	return nil
}
