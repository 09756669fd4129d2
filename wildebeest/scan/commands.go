package scan

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// Compiled is how a tree is compiled.
type Compiled struct {
	Defines []string        // macros that all commands define
	Include []string        // directories of #include in the tree, relative to it
	Std     string          // the -std= of all commands; "" where they differ or have none
	Units   map[string]Unit // by the source, relative to the tree
	Files   int             // commands that name what they compile, in the tree or not
}

// Unit is what the command of one source says beyond that.
type Unit struct {
	Asks []string // feature macros, as NAME or NAME=VALUE
	Std  string   // its -std=, "" is none
}

// asks are the unit's demands on the library.
func (u Unit) asks() preproc.Features {
	a := preproc.NewConfiguration(u.Asks).Features()
	var std preproc.Features
	std.Language(u.Std)
	a.Add(std)
	return a
}

// Commands reads a compile_commands.json (the JSON Compilation Database of
// clang) of a tree.
func Commands(file, tree string) (Compiled, error) {
	out := Compiled{Units: map[string]Unit{}}
	text, err := regular.Read(file, maxCommands)
	if err != nil {
		return out, err
	}
	if tree, err = filepath.Abs(tree); err != nil {
		return out, err
	}
	at, err := filepath.Abs(filepath.Dir(file))
	if err != nil {
		return out, err
	}
	entries := 0
	stds := map[string]int{}
	count := map[string]int{}
	included := map[string]bool{}
	each := func(e entry) {
		entries++
		if !filepath.IsAbs(e.Directory) {
			e.Directory = filepath.Join(at, e.Directory)
		}
		args := e.Arguments
		if len(args) == 0 {
			args = splitCommand(e.Command)
		}
		mine := map[string]bool{}
		std := ""
		for i, a := range args {
			if value, ok := strings.CutPrefix(a, "-std="); ok {
				std = value
			}
			for _, flag := range []string{"-D", "-I", "-iquote", "-isystem"} {
				value, ok := strings.CutPrefix(a, flag)
				if !ok {
					continue
				}
				if value == "" && i+1 < len(args) {
					value = args[i+1]
				}
				if flag == "-D" {
					mine[value] = true
					continue
				}
				if rel, ok := local(tree, e.Directory, value); ok && !included[rel] {
					included[rel] = true
					out.Include = append(out.Include, rel)
				}
			}
		}
		stds[std]++
		if e.File != "" {
			out.Files++
		}
		if rel, ok := local(tree, e.Directory, e.File); ok && e.File != "" {
			unit := Unit{Std: std}
			for d := range mine {
				if name, _, _ := strings.Cut(d, "="); preproc.IsFeature([]byte(name)) {
					unit.Asks = append(unit.Asks, d)
				}
			}
			slices.Sort(unit.Asks)
			out.Units[rel] = unit
		}
		for d := range mine {
			count[d]++
		}
	}
	if err := eachEntry(text, each); err != nil {
		return out, fmt.Errorf("read %s: %w", file, err)
	}
	for d, n := range count {
		if n == entries {
			out.Defines = append(out.Defines, d)
		}
	}
	slices.Sort(out.Defines)
	if len(stds) == 1 {
		for std := range stds {
			out.Std = std
		}
	}
	return out, nil
}

// local is the path in the tree of what a command names in its directory, and false of
// what is elsewhere.
func local(tree, dir, name string) (string, bool) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(dir, name)
	}
	rel, err := filepath.Rel(tree, name)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// Bounds of a database, in bytes; no system takes a longer command line.
const (
	maxCommands = 256 << 20
	maxCommand  = 4 << 20
)

// entry is a command of the database.
type entry struct {
	Directory string   `json:"directory"`
	File      string   `json:"file"`
	Command   string   `json:"command"`
	Arguments []string `json:"arguments"`
}

// eachEntry calls f for the entries of a database, one at a time.
func eachEntry(text []byte, f func(entry)) error {
	in := json.NewDecoder(bytes.NewReader(text))
	if start, err := in.Token(); err != nil || start != json.Delim('[') {
		return cmp.Or(err, errors.New("want a list of commands"))
	}
	for in.More() {
		var raw json.RawMessage
		var e entry
		if err := in.Decode(&raw); err != nil {
			return err
		}
		if len(raw) > maxCommand {
			return fmt.Errorf("a command has %d bytes: more than %d are not read", len(raw), maxCommand)
		}
		if err := json.Unmarshal(raw, &e); err != nil {
			return err
		}
		f(e)
	}
	_, err := in.Token()
	return err
}

// splitCommand splits a shell command at spaces, with quotes and backslashes
// as the database's specification describes.
func splitCommand(s string) []string {
	var out []string
	var word []byte
	inside, quote := false, byte(0)
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '\\' && quote != '\'' && i+1 < len(s):
			i++
			word, inside = append(word, s[i]), true
		case quote != 0 && b == quote:
			quote = 0
		case quote == 0 && (b == '"' || b == '\''):
			quote, inside = b, true
		case quote == 0 && (b == ' ' || b == '\t' || b == '\n'):
			if inside {
				out = append(out, string(word))
			}
			word, inside = word[:0], false
		default:
			word, inside = append(word, b), true
		}
	}
	if inside {
		out = append(out, string(word))
	}
	return out
}
