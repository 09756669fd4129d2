package recipe

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Context is what a build's shell sections are told about it.
type Context struct {
	WorkDir     string // the first upstream's directory
	PatchDir    string // where the patches are
	InstallRoot string // what make install's DESTDIR is
	Jobs        int    // parallel jobs of the build
	MakeFlags   string // MAKEFLAGS of the sections whose makes may run in parallel
	Prelude     string // shell text in place of macros.yaml's, for another libc
	// FailureFile is where the script writes which command failed; see
	// Script.Failed. Where it is empty, the script does not.
	FailureFile string
}

// parallel are the sections that a Context's MakeFlags are for: installing in
// parallel is safe with few packages.
var parallel = []string{"build", "check"}

// A Script is the shell text of a whole build.
type Script struct {
	Text string // for bash

	lines []int // the recipe's line for each line of Text; 0 where it has none
}

// Script is the shell text of the build: prelude, then setup, build, check and
// install, each announced on stdout as "==> SECTION", and the epilogue.
func (r *Recipe) Script(in Context) (Script, error) {
	w := new(scriptWriter)
	if err := w.begin(in); err != nil {
		return Script{}, err
	}
	if err := w.patches(r, in); err != nil {
		return Script{}, err
	}
	w.enter(in, "macros.yaml", 0)
	if err := w.section(r, in, section{"", cmp.Or(in.Prelude, macros().Environment)}); err != nil {
		return Script{}, err
	}
	for _, s := range r.sections() {
		if s.text == "" {
			continue
		}
		w.enter(in, s.name, r.lines.of(s.name))
		if s.name != "environment" { // which the sections share
			if err := w.announce(in, s.name); err != nil {
				return Script{}, err
			}
		}
		if err := w.section(r, in, s); err != nil {
			return Script{}, err
		}
	}
	w.enter(in, "macros.yaml", 0)
	err := w.section(r, in, section{"", macros().Epilogue})
	return Script{w.text.String(), w.lines}, err
}

// Section is the shell text of one section, its macros expanded.
func (r *Recipe) Section(name string, in Context) (Script, error) {
	w := new(scriptWriter)
	for _, s := range r.sections() {
		if s.name == name && s.text != "" {
			err := w.section(r, in, s)
			return Script{w.text.String(), w.lines}, err
		}
	}
	return Script{}, nil
}

// RecipeLine is the recipe's line for a line of the script, both from 1, or 0.
func (s Script) RecipeLine(line int) int {
	if line < 1 || line > len(s.lines) {
		return 0
	}
	return s.lines[line-1]
}

// begin adds what precedes all sections.
func (w *scriptWriter) begin(in Context) error {
	w.add("set -e\n", 0)
	if in.FailureFile != "" {
		traps, err := failureTraps(in.FailureFile)
		if err != nil {
			return err
		}
		w.add(traps, 0)
	}
	for _, word := range in.words() {
		line, err := word.assignment()
		if err != nil {
			return err
		}
		w.add(line, 0)
	}
	return nil
}

// patches adds the application of each patch.
func (w *scriptWriter) patches(r *Recipe, in Context) error {
	for i, patch := range r.Patches {
		at := r.lines.item("patches", i)
		w.enter(in, "patches", at)
		text, err := quoted("echo %s\ncd %s\npatch -p1 < %s\n", "==> patch "+patch.Name, in.WorkDir, path.Join(in.PatchDir, patch.Name))
		if err != nil {
			return err
		}
		w.add(text, at)
	}
	return nil
}

// quoted is Sprintf with each text as one word of the shell.
func quoted(format string, texts ...string) (string, error) {
	var words []any
	for _, text := range texts {
		word, err := quote(text)
		if err != nil {
			return "", err
		}
		words = append(words, word)
	}
	return fmt.Sprintf(format, words...), nil
}

// A scriptWriter writes a script and notes which line of the recipe each of its
// lines comes from.
type scriptWriter struct {
	text  strings.Builder
	lines []int
}

// add adds whole lines, which come from one line of the recipe.
func (w *scriptWriter) add(text string, line int) {
	w.text.WriteString(text)
	for range strings.Count(text, "\n") {
		w.lines = append(w.lines, line)
	}
}

// enter tells the traps which section begins.
func (w *scriptWriter) enter(in Context, name string, line int) {
	if in.FailureFile != "" {
		w.add(fmt.Sprintf("%s='%s %d'\n", sectionVariable, name, line), line)
	}
}

// announce shows that a section begins, in the directory of the sources.
func (w *scriptWriter) announce(in Context, name string) error {
	makeFlags, err := "unset MAKEFLAGS\n", error(nil)
	if slices.Contains(parallel, name) && in.MakeFlags != "" {
		makeFlags, err = quoted("export MAKEFLAGS=%s\n", in.MakeFlags)
	}
	if err != nil {
		return err
	}
	text, err := quoted("echo %s\ncd %s\n", "==> "+name, in.WorkDir)
	w.add(text+makeFlags, 0)
	return err
}

// section adds a section's text, line by line: no use of a macro spans two.
func (w *scriptWriter) section(r *Recipe, in Context, s section) error {
	for i, line := range strings.Split(s.text, "\n") {
		text, err := r.expand(line, in, maxDepth)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", r.File, s.name, err)
		}
		w.add(text+"\n", r.lines.within(s.name, i))
	}
	return nil
}
