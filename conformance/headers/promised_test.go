package headers_test

import (
	"fmt"
	"maps"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// TestPromisedNames compiles each name that a module provides, behind each header in
// which glibc shows it, with this module alone and each release of musl. glibc of
// this machine is asked first which of them compile.
func TestPromisedNames(t *testing.T) {
	targets := releaseTargets(t)
	for _, m := range allModules(t) {
		overlays, err := headers.Overlays(allModules(t), []string{m.Name})
		if err != nil {
			t.Fatal(err)
		}
		t.Run(m.Name, func(t *testing.T) {
			t.Parallel()
			promised := promisedNames(t, m, overlays)
			for _, header := range slices.Sorted(maps.Keys(promised)) {
				text := useNames(header, promised[header])
				refused := refusedNames(exec.Command("gcc", "-w", "-std=gnu17", "-fsyntax-only", "-xc", "-"), text)
				for _, to := range targets {
					options := append(to.options(overlays), "-w", "-std=gnu17", "-fsyntax-only", "-ferror-limit=0", "-xc", "-")
					for i, why := range refusedNames(exec.Command("clang", options...), text) {
						if _, glibcToo := refused[i]; !glibcToo && refused[whole] == "" {
							t.Errorf("%s: <%s> gives no %s: %s", to.release, header, nameAt(promised[header], i), why)
						}
					}
				}
			}
		})
	}
}

// promisedNames are the names that a module provides, by each header of glibc that
// shows them. A header that musl lacks and another module has is that module's.
func promisedNames(t *testing.T, m headers.Module, overlays []headers.Module) map[string][]*gnuism.Name {
	t.Helper()
	db, err := gnuism.Load()
	if err != nil {
		t.Fatal(err)
	}
	has := func(header string) bool {
		return slices.ContainsFunc(overlays, func(o headers.Module) bool { return slices.Contains(o.Headers, header) })
	}
	found := make(map[string][]*gnuism.Name)
	for _, provided := range m.Provides {
		for _, spelled := range []string{provided, "struct " + provided, "union " + provided} {
			name, ok := db.Lookup(spelled)
			if !ok {
				continue
			}
			for i := range db.Headers {
				header := &db.Headers[i]
				shown := name.Glibc.Has(header.ID) && (header.In(gnuism.Newest()) || has(header.Name))
				if shown && (!everywhere(db, name) || header.Name == name.Home) {
					found[header.Name] = append(found[header.Name], name)
				}
			}
		}
	}
	return found
}

// everywhere reports whether glibc shows a name in so many headers that none of them
// is where it comes from, as with __pid_t and off64_t: it is tried in the plainest.
func everywhere(db *gnuism.DB, name *gnuism.Name) bool {
	const many = 30
	count := 0
	for i := range db.Headers {
		if name.Glibc.Has(db.Headers[i].ID) {
			count++
		}
	}
	return count > many
}

// whole is the place of an error that is of no name.
const whole = -1

// spread keeps the lines of names apart: name i is at spread * (i + 1).
const spread = 10

// useNames is a source that uses each name behind a header.
func useNames(header string, names []*gnuism.Name) string {
	var text strings.Builder
	fmt.Fprintf(&text, "#define _GNU_SOURCE 1\n#include <%s>\n", header)
	for i, name := range names {
		fmt.Fprintf(&text, "#line %d \"names\"\n", spread*(i+1))
		switch name.Kind {
		case gnuism.Macro:
			fmt.Fprintf(&text, "#ifndef %s\n#error not defined\n#endif\n", name.Name)
		case gnuism.Type:
			fmt.Fprintf(&text, "typedef %s use_%d;\n", name.Name, i)
		case gnuism.Tag:
			fmt.Fprintf(&text, "int use_%d[sizeof(%s)];\n", i, name.Name)
		case gnuism.EnumConst:
			fmt.Fprintf(&text, "enum { use_%d = %s };\n", i, name.Name)
		default:
			fmt.Fprintf(&text, "void use_%d(void) { (void)&%s; }\n", i, name.Name)
		}
	}
	return text.String()
}

var errorLine = regexp.MustCompile(`(?m)^(\S+?):(\d+):(?:\d+:)? (?:fatal )?error: (.*)$`)

// refusedNames compiles a source of useNames and returns what the compiler says of
// the names that it refuses, by their place.
func refusedNames(compiler *exec.Cmd, text string) map[int]string {
	compiler.Stdin = strings.NewReader(text)
	out, err := compiler.CombinedOutput()
	refused := make(map[int]string)
	for _, match := range errorLine.FindAllStringSubmatch(string(out), -1) {
		line, _ := strconv.Atoi(match[2])
		if match[1] != "names" {
			line = 0
		}
		refused[line/spread-1] = match[3]
	}
	if err != nil && len(refused) == 0 {
		refused[whole] = err.Error()
	}
	return refused
}

func nameAt(names []*gnuism.Name, i int) string {
	if i == whole {
		return "names"
	}
	return names[i].Name
}
