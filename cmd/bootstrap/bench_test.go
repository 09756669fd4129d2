package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// manyRecipes is a set as large as a stage3: 40 packages of some 700 files each,
// every one built with the three before it.
func manyRecipes(t testing.TB) string {
	t.Helper()
	set := make(map[string]string)
	for i := range 39 {
		deps := []string{"filesystem"}
		for j := max(0, i-3); j < i; j++ {
			deps = append(deps, fmt.Sprintf("p%02d", j))
		}
		name := fmt.Sprintf("p%02d", i)
		set[name] = "builddeps: [" + strings.Join(deps, ", ") + "]\ninstall: |\n" +
			"  mkdir -p %(installroot)/usr/share\n  cp -R /serpent/usr/include/linux %(installroot)/usr/share/" + name + "\n"
	}
	return recipeSet(t, set)
}

// BenchmarkNoChange is a run over 40 packages that are all there. What the
// builds before cost beside the recipes' own sections is reported per package.
func BenchmarkNoChange(b *testing.B) {
	recipes, dir := manyRecipes(b), b.TempDir()
	options := tools(b, recipes, dir)
	must(b, append([]string{"stage3"}, options...)...)
	var status store.Status
	if err := json.Unmarshal([]byte(must(b, append([]string{"status", "--json"}, options...)...)), &status); err != nil {
		b.Fatal(err)
	}
	driver := 0.0
	for _, p := range status.Packages {
		driver += p.Took - p.Sections
	}
	for b.Loop() {
		contains(b, "the run", must(b, append([]string{"stage3"}, options...)...), "nothing to do: 40 packages")
	}
	b.ReportMetric(1000*driver/float64(len(status.Packages)), "driver-ms/package")
}

// BenchmarkOverhead tells what part of the real packages' builds the driver
// takes, from what they recorded.
func BenchmarkOverhead(b *testing.B) {
	var status store.Status
	for b.Loop() {
		if err := json.Unmarshal([]byte(must(b, "status", "--json", "--state="+state(b))), &status); err != nil {
			b.Fatal(err)
		}
	}
	took, sections := 0.0, 0.0
	for _, p := range status.Packages {
		if p.Sections > 0 {
			took, sections = took+p.Took, sections+p.Sections
		}
	}
	if sections == 0 {
		b.Skipf("no package in %s; run `make stage3` first", filepath.Base(state(b)))
	}
	b.ReportMetric(100*(took-sections)/sections, "driver-%")
}
