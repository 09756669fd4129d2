package headers_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
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
			dir := t.TempDir()
			uses := make(map[string]string) // header by source
			refused := make(map[string]map[int]string)
			for header, names := range promised {
				source := filepath.Join(dir, strings.ReplaceAll(header, "/", "-")+".c")
				if err := os.WriteFile(source, []byte(useNames(source, header, names)), 0o644); err != nil {
					t.Fatal(err)
				}
				uses[source] = header
				out, err := exec.Command("gcc", "-w", "-std=gnu17", "-fsyntax-only", source).CombinedOutput()
				if err != nil {
					refused[source] = refusedNames(source, string(out))
				}
			}
			for _, to := range targets {
				if len(uses) == 0 {
					break
				}
				driver := clang.Driver{Words: append([]string{"clang", "-w", "-std=gnu17"}, to.options(overlays)...)}
				output, err := driver.Refused(t.Context(), slices.Sorted(maps.Keys(uses)))
				if err != nil {
					t.Fatal(err)
				}
				for source, out := range output {
					for i, why := range refusedNames(source, out) {
						if _, glibcToo := refused[source][i]; !glibcToo && refused[source][whole] == "" {
							t.Errorf("%s: <%s> gives no %s: %s", to.release, uses[source], nameAt(promised[uses[source]], i), why)
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

// useNames is the text of a source that uses each name behind a header.
func useNames(source, header string, names []*gnuism.Name) string {
	var text strings.Builder
	fmt.Fprintf(&text, "#define _GNU_SOURCE 1\n#include <%s>\n", header)
	for i, name := range names {
		fmt.Fprintf(&text, "#line %d \"%s\"\n", spread*(i+1), source)
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

// refusedNames tells from the messages about a source of useNames which names the
// compiler refuses, by their place, and why.
func refusedNames(source, messages string) map[int]string {
	refused := make(map[int]string)
	for _, match := range errorLine.FindAllStringSubmatch(messages, -1) {
		line, _ := strconv.Atoi(match[2])
		if match[1] != source {
			line = 0
		}
		refused[line/spread-1] = match[3]
	}
	if len(refused) == 0 {
		refused[whole] = messages
	}
	return refused
}

func nameAt(names []*gnuism.Name, i int) string {
	if i == whole {
		return "names"
	}
	return names[i].Name
}
