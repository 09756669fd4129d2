package main

import (
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// TestExplainProvidedNames asks for each name that a module provides: the answer
// names the module.
func TestExplainProvidedNames(t *testing.T) {
	db, err := gnuism.Load()
	if err != nil {
		t.Fatal(err)
	}
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		for _, name := range m.Provides {
			parts, err := explainEverywhere(db, modules, name)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(strings.Join(parts, ""), "module "+m.Name+" of libwildebeest") {
				t.Errorf("explain %s does not name module %s: %q", name, m.Name, parts)
			}
		}
	}
}
