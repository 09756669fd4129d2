package lint

import (
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"mvdan.cc/sh/v3/syntax"
)

// free are where a build may write, besides the install root and its own directory.
var free = []string{workDir, installRoot, "/dev", "/proc", "/tmp", "/var/tmp"}

// outside is a name of a file elsewhere, or "". A word that begins with a
// variable may name anything: it counts as good.
func outside(name string) string {
	if !strings.HasPrefix(name, "/") {
		return ""
	}
	for _, dir := range free {
		if clean := path.Clean(name); clean == dir || strings.HasPrefix(clean, dir+"/") {
			return ""
		}
	}
	return name
}

// redirect finds an output to a file elsewhere.
func (s *shell) redirect(r *syntax.Redirect) recipe.Problems {
	switch r.Op {
	case syntax.RdrOut, syntax.AppOut, syntax.RdrAll, syntax.AppAll, syntax.RdrClob, syntax.RdrInOut:
		if name := outside(s.text(r.Word)); name != "" {
			return recipe.Problems{s.wrote(r, name)}
		}
	}
	return nil
}

// wrote is the mistake of a write past the install root.
func (s *shell) wrote(node syntax.Node, name string) recipe.Problem {
	return s.problem(node, "writes %s, which is no part of the package; write %%(installroot)%s", name, name)
}

// A writer is a command that writes files that its arguments name.
type writer struct {
	valued string // the letters of options that take a value
	skip   int    // so many arguments come before the files
	last   bool   // only the last argument is written, or the -t directory
}

var writers = map[string]writer{
	"chgrp": {"", 1, false}, "chmod": {"", 1, false}, "chown": {"", 1, false}, "cp": {"tS", 0, true}, "install": {"mogtS", 0, true},
	"ln": {"tS", 0, true}, "mkdir": {"m", 0, false}, "mv": {"tS", 0, true}, "rm": {"", 0, false}, "rmdir": {"", 0, false},
	"tee": {"", 0, false}, "touch": {"drt", 0, false}, "truncate": {"sr", 0, false}, "unlink": {"", 0, false},
}

// call finds a command that writes elsewhere.
func (s *shell) call(call *syntax.CallExpr, exported bool) recipe.Problems {
	if len(call.Args) == 0 {
		return nil
	}
	name := path.Base(s.text(call.Args[0]))
	if w, ok := writers[name]; ok {
		return s.written(call, w, name)
	}
	if name == "sed" {
		return s.edited(call)
	}
	if text := s.installs(call, name); text != "" && !exported && !s.aims(call) {
		return recipe.Problems{s.problem(call, "`%s` installs into the build's own root; %s", text, "write %make_install or %meson_install, or give it DESTDIR=%(installroot)")}
	}
	return nil
}

// written finds the files of a writer's arguments.
func (s *shell) written(call *syntax.CallExpr, w writer, name string) recipe.Problems {
	files, target := s.operands(call, w)
	if name == "install" && s.has(call, "d", "--directory") {
		w.last = false
	}
	switch {
	case target != "":
		files = []string{target}
	case w.last && len(files) > 1:
		files = files[len(files)-1:]
	case w.last:
		files = nil
	default:
		files = files[min(w.skip, len(files)):]
	}
	var found recipe.Problems
	for _, file := range files {
		if name := outside(file); name != "" {
			found = append(found, s.wrote(call, name))
		}
	}
	return found
}

// operands are the arguments that are no options, and the directory of -t.
func (s *shell) operands(call *syntax.CallExpr, w writer) (files []string, target string) {
	var args []string
	for _, word := range call.Args[1:] {
		args = append(args, s.text(word))
	}
	for i := 0; i < len(args); i++ {
		text := args[i]
		switch {
		case text == "--":
			return append(files, args[i+1:]...), target
		case w.last && strings.HasPrefix(text, "--target-directory="):
			_, target, _ = strings.Cut(text, "=")
		case len(text) == 2 && text[0] == '-' && strings.Contains(w.valued, text[1:]) && i+1 < len(args):
			i++
			if text == "-t" && w.last {
				target = args[i]
			}
		case strings.HasPrefix(text, "-") && text != "-":
		default:
			files = append(files, text)
		}
	}
	return files, target
}

// has tells whether a call has a short option, alone or among others, or a long one.
func (s *shell) has(call *syntax.CallExpr, short, long string) bool {
	return slices.ContainsFunc(call.Args[1:], func(word *syntax.Word) bool {
		text := s.text(word)
		return text == long || (strings.HasPrefix(text, "-") && !strings.HasPrefix(text, "--") && strings.Contains(text, short))
	})
}

// edited finds the files that sed -i writes.
func (s *shell) edited(call *syntax.CallExpr) recipe.Problems {
	inPlace := slices.ContainsFunc(call.Args[1:], func(word *syntax.Word) bool {
		text := s.text(word)
		return strings.HasPrefix(text, "-i") || strings.HasPrefix(text, "--in-place")
	})
	if !inPlace {
		return nil
	}
	skip := 1 // the script
	if s.has(call, "e", "--expression") {
		skip = 0
	}
	return s.written(call, writer{valued: "ef", skip: skip}, "sed")
}

// installs is the command that copies a build's result to where it belongs, or "".
func (s *shell) installs(call *syntax.CallExpr, name string) string {
	var words []string
	for _, arg := range call.Args {
		words = append(words, s.text(arg))
	}
	switch name {
	case "make", "ninja", "meson":
		if slices.ContainsFunc(words[1:], func(w string) bool { return w == "install" || strings.HasPrefix(w, "install-") }) {
			return name + " install"
		}
	case "cmake":
		if slices.Contains(words, "--install") {
			return "cmake --install"
		}
	}
	return ""
}

// aims tells whether a call says where to install: an argument or a variable before
// it names the install root or DESTDIR.
func (s *shell) aims(call *syntax.CallExpr) bool {
	text := s.script.Text[call.Pos().Offset():call.End().Offset()]
	return strings.Contains(text, installRoot) || strings.Contains(text, "DESTDIR") || strings.Contains(text, "--destdir")
}

// exportsDestdir tells whether the recipe sets DESTDIR for later commands.
func (s *shell) exportsDestdir() bool {
	return strings.Contains(s.script.Text, "export DESTDIR") || strings.Contains(s.recipe.Environment, "DESTDIR")
}
