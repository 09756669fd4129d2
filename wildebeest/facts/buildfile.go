package facts

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// written are marks of build files that a tool wrote, or that every package has
// a copy of: what they say is not this package's.
var written = [][]byte{[]byte("enerated by automake"), []byte("enerated automatically by aclocal"), []byte("enerated by GNU Autoconf"), []byte("Generated from"),
	[]byte("enerated by GNU Libtool"), []byte("enerated by configure"), []byte("enerated by config.status"), []byte("CMAKE generated file"),
	[]byte("his file is free software; the Free Software Foundation"), []byte("This file is part of Autoconf")}

// maxBuildFile is the size in bytes beyond which a build file was written by a tool.
const maxBuildFile = 1 << 20

// Written reports whether a tool wrote a build file, or every package has a copy.
func Written(src []byte) bool {
	top := src[:min(len(src), 800)]
	return len(src) > maxBuildFile || slices.ContainsFunc(written, func(mark []byte) bool { return bytes.Contains(top, mark) })
}

// readBuild reads a build file line by line.
func (s *Reader) readBuild(ctx context.Context, file string, kind rules.BuildKind, src []byte) *File {
	f := &File{Path: file, Build: kind, Size: len(src)}
	text := string(src)
	s.Words.builtBy(kind)
	if Written(src) {
		s.Words.addLine(text)
		return f
	}
	around := conditionsOf(kind)
	eachLine(kind, text, func(at int, line string) {
		if f.Cut = len(f.Sites) > maxKept; f.Cut || ctx.Err() != nil {
			return
		}
		f.Features.Line(line)
		s.Words.addLine(line)
		for i, r := range s.Rules() {
			if r.Line == nil {
				continue
			}
			l := rules.Line{Kind: kind, Text: line, Before: text[:at], After: text[min(at+len(line), len(text)):]}
			for _, hit := range r.Line(l) {
				f.Sites = append(f.Sites, Site{Rule: int32(i), What: Subject{none, none}, Name: hit.Name, Perhaps: around.open > 0, Place: Place{Offset: int32(at + hit.At), Cond: -1}})
			}
		}
		around.line(line)
	})
	sortSites(f.Sites)
	f.number(src)
	return f
}

// Openings and ends of conditions, at the beginning of a line.
var (
	cmakeIf = regexp.MustCompile(`(?mi)^\s*(?:if|(endif))\s*\(`)
	shellIf = regexp.MustCompile(`(?m)^\s*(?:if\s|case\s|(fi\b|esac\b))`)
)

// conditions counts those of a build file that are open, as its lines come.
type conditions struct {
	form *regexp.Regexp // nil where a language's are not followed
	open int
}

func conditionsOf(kind rules.BuildKind) conditions {
	switch kind {
	case rules.CMake:
		return conditions{form: cmakeIf}
	case rules.Shell:
		return conditions{form: shellIf}
	}
	return conditions{}
}

// line counts those that a logical line opens and ends.
func (c *conditions) line(text string) {
	if c.form == nil {
		return
	}
	for _, m := range c.form.FindAllStringSubmatch(text, -1) {
		if m[1] == "" {
			c.open++
		} else {
			c.open = max(c.open-1, 0)
		}
	}
}

// eachLine calls f for every logical line that is not empty.
func eachLine(kind rules.BuildKind, text string, f func(at int, line string)) {
	for at := 0; at < len(text); {
		end := at
		for {
			i := strings.IndexByte(text[end:], '\n')
			if i < 0 {
				end = len(text)
				break
			}
			end += i
			if end == at || text[end-1] != '\\' {
				break
			}
			end++ // the next line goes on
		}
		if line := uncomment(kind, text[at:end]); strings.TrimSpace(line) != "" {
			f(at, line)
		}
		at = end + 1
	}
}

// uncomment cuts a comment off: from # where a word may begin, or from dnl in
// Autoconf's language. # in quotes, $# and $(#…) are none, nor is #define.
func uncomment(kind rules.BuildKind, line string) string {
	if kind == rules.Autoconf {
		for _, word := range []string{"dnl ", "dnl\t"} {
			if i := strings.Index(line, word); i == 0 || i > 0 && strings.IndexByte(" \t)]", line[i-1]) >= 0 {
				line = line[:i]
			}
		}
	}
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		switch b := line[i]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '\'' || b == '"' || b == '`':
			if strings.IndexByte(line[i+1:], b) >= 0 { // don't
				quote = b
			}
		case b == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			rest := strings.TrimLeft(line[i+1:], " \t")
			if kind != rules.Make && (strings.HasPrefix(rest, "define") || strings.HasPrefix(rest, "undef") || strings.HasPrefix(rest, "include") || strings.HasPrefix(rest, "if") || strings.HasPrefix(rest, "endif")) {
				continue // C within the file
			}
			return line[:i]
		}
	}
	return line
}
