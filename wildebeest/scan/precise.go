package scan

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/serpent-os/wildebeest/wildebeest/cparse"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// Precision says when the parser is asked.
type Precision string

// The values of --precise.
const (
	Auto   Precision = "auto"   // for findings that the lexer leaves unsure
	Always Precision = "always" // for every finding that a parser can judge
	Never  Precision = "never"
)

// parseTime bounds the parsing of one file.
const parseTime = 8 * time.Second

// verdict is what the parser says of a name at a line of a file.
type verdict int8

const (
	unseen verdict = iota
	ofSystem
	ofTree
)

type spotted struct {
	name, file string
	line       int
}

// refine asks the parser about findings, unit by unit, and returns those that
// stand. Where it can't tell, the lexer's answer stays.
func (t *tree) refine(ctx context.Context, src source, when Precision, findings []found) ([]report.Finding, []report.Note) {
	byUnit := map[int32][]int{}
	for i := range findings {
		if f := &findings[i]; when != Never && (when == Always || f.Confidence == report.Lexical) && parseable(gnuism.Kind(f.Kind)) && !t.files[f.unit].cpp {
			byUnit[f.unit] = append(byUnit[f.unit], i)
		}
	}
	var notes []report.Note
	dirs, err := systemDirs()
	if err != nil && len(byUnit) > 0 {
		notes = append(notes, report.Note{File: ".", Text: fmt.Sprintf("not parsed: %v", err)})
		byUnit = nil
	}
	var mu sync.Mutex
	dropped := make([]bool, len(findings))
	units := make([]int32, 0, len(byUnit))
	for u := range byUnit {
		units = append(units, u)
	}
	t.s.parallel(ctx, len(units), func(k int) {
		unit := units[k]
		seen, whole, err := t.parse(ctx, src, unit, dirs)
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			notes = append(notes, report.Note{File: t.files[unit].path, Text: "not parsed: " + err.Error()})
		}
		for _, i := range byUnit[unit] {
			f := &findings[i]
			switch seen[spotted{f.Name, f.File, f.Line}] {
			case ofSystem:
				f.Confidence = report.Parsed
			case ofTree:
				dropped[i] = true
			case unseen:
				// A name in a macro that the unit never expands does no harm.
				if f.inMacro && seen[spotted{name: f.Name}] == ofSystem {
					f.Confidence = report.Parsed
				} else if f.inMacro && whole && !t.files[t.at(f.File)].header {
					dropped[i] = true
				}
			}
		}
	})
	var out []report.Finding
	for i := range findings {
		if !dropped[i] {
			out = append(out, findings[i].Finding)
		}
	}
	return out, notes
}

// parseable reports whether a parser sees names of the kind: macros are gone
// before it starts.
func parseable(k gnuism.Kind) bool {
	switch k {
	case gnuism.Function, gnuism.Type, gnuism.Variable, gnuism.EnumConst, gnuism.Tag:
		return true
	}
	return false
}

// parse parses a unit with glibc's headers, within a time limit. whole says
// that the tree has no holes.
func (t *tree) parse(ctx context.Context, src source, unit int32, dirs []string) (seen map[spotted]verdict, whole bool, err error) {
	text, err := src.read(t.files[unit].path)
	if err != nil {
		return nil, false, err
	}
	ctx, cancel := context.WithTimeout(ctx, parseTime)
	defer cancel()
	fsys := &unitFS{ctx: ctx, tree: t, src: src, unit: unit, once: map[string]int{}, holes: map[string][]int{}}
	type answer struct {
		seen  map[spotted]verdict
		whole bool
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		ast, err := fsys.parse(text, dirs)
		if ast == nil {
			done <- answer{err: cause(err)}
			return
		}
		seen := map[spotted]verdict{}
		for _, u := range cparse.Uses(ast, func(file string) bool { return strings.HasPrefix(file, treeDir) || strings.HasPrefix(file, findDir) }) {
			v := ofSystem
			if u.DeclaredIn == "" {
				continue
			} else if strings.HasPrefix(u.DeclaredIn, treeDir) || strings.HasPrefix(u.DeclaredIn, findDir) {
				v = ofTree
			}
			file := fsys.inTree(u.File)
			seen[spotted{u.Name, file, fsys.lineOf(file, u.Line)}] = v
			if v == ofSystem {
				seen[spotted{name: u.Name}] = v
			}
		}
		done <- answer{seen, err == nil && len(fsys.holes) == 0, nil}
	}()
	select {
	case a := <-done:
		return a.seen, a.whole, a.err
	case <-ctx.Done():
		// The parser can't be stopped; it ends at the next file it opens.
		return nil, false, fmt.Errorf("%w after %v", ctx.Err(), parseTime)
	}
}

// cause shortens a parser's error to its first line.
func cause(err error) error {
	if err == nil {
		return errors.New("the parser gave no tree")
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	line = strings.ReplaceAll(strings.ReplaceAll(line, treeDir, ""), findDir, "")
	return errors.New(line)
}

// systemDirs lists the directories of the machine's glibc headers.
func systemDirs() ([]string, error) {
	own, err := cparse.CompilerHeaders()
	if err != nil {
		return nil, err
	}
	var dirs []string
	for _, dir := range []string{own, "/usr/include/x86_64-linux-gnu", "/usr/include/aarch64-linux-gnu", "/usr/include/riscv64-linux-gnu", "/usr/include"} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			dirs = append(dirs, dir)
		}
	}
	if _, err := os.Stat("/usr/include/argp.h"); err != nil {
		return nil, errors.New("no headers of glibc below /usr/include (install libc6-dev, or say --precise=never)")
	}
	return dirs, nil
}

// at returns the file of a path.
func (t *tree) at(p string) int32 {
	for _, i := range t.bySuffix[path.Base(p)] {
		if t.files[i].path == p {
			return i
		}
	}
	return 0
}
