package draft

import (
	"io"
	"os"
	"regexp"
)

// makeTests stands for the target of the makefiles that runs tests, if they have one.
const makeTests = "%make check"

// makefiles are the files at the top of a tree that have the targets, or of which
// configure or automake makes those that have. Automake gives each makefile a target
// check.
var makefiles = []string{"Makefile.am", "Makefile.in", "GNUmakefile.in", "GNUmakefile", "makefile", "Makefile"}

// targets are what runs tests by custom, the one that is taken first before the others.
var targets = []string{"check", "test", "tests"}

// rules match a rule of a makefile, by its target.
var rules = func() map[string]*regexp.Regexp {
	all := make(map[string]*regexp.Regexp)
	for _, target := range targets {
		all[target] = regexp.MustCompile(`(?m)^(?:[\w.-]+ +)*` + target + `(?: +[\w.-]+)* *::?(?:[^=]|$)`)
	}
	return all
}()

// makefileBytes bounds what is read of a makefile.
const makefileBytes = 4 << 20

// testsOf is the command that runs a package's own tests, or "". The tree is not
// trusted: no link leads out of it.
func testsOf(root *os.Root, system System) string {
	if system.tests != makeTests {
		return system.tests
	}
	for _, name := range makefiles {
		text, err := readHead(root, name, makefileBytes)
		if err != nil {
			continue
		}
		if name == "Makefile.am" {
			return makeTests
		}
		for _, target := range targets {
			if rules[target].Match(text) {
				return "%make " + target
			}
		}
	}
	return ""
}

// readHead reads at most so many bytes of a regular file.
func readHead(root *os.Root, name string, most int64) ([]byte, error) {
	info, err := root.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, os.ErrInvalid
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}
