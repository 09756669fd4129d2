// Sbom writes a software bill of materials, CycloneDX in JSON, of Go programs: the
// modules that each of them was linked from, as the linker wrote them into it. Equal
// programs give equal bytes.
package main

import (
	"bytes"
	"cmp"
	"debug/buildinfo"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/serpent-os/wildebeest/internal/version"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: sbom PROGRAM... > sbom.cdx.json")
		os.Exit(2)
	}
	var out bytes.Buffer
	err := write(&out, os.Args[1:])
	if err == nil {
		_, err = os.Stdout.Write(out.Bytes())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}

// write writes the bill of the programs at these paths.
func write(w io.Writer, programs []string) error {
	bill := cdx.NewBOM()
	modules, uses := make(map[string]*debug.Module), make(map[string][]string)
	compiler := ""
	for _, program := range programs {
		info, err := buildinfo.ReadFile(program)
		if err != nil {
			return fmt.Errorf("%s: %w", program, err)
		}
		name := filepath.Base(program)
		compiler = info.GoVersion
		for _, module := range append(info.Deps, &debug.Module{Path: "std", Version: info.GoVersion}) {
			if module.Replace != nil {
				module = module.Replace
			}
			modules[reference(module)] = module
			uses[name] = append(uses[name], reference(module))
		}
		uses["wildebeest-tools"] = append(uses["wildebeest-tools"], name)
	}
	bill.Metadata = &cdx.Metadata{
		Component:  &cdx.Component{BOMRef: "wildebeest-tools", Type: cdx.ComponentTypeApplication, Name: "wildebeest", Version: version.String(), Licenses: mit()},
		Properties: &[]cdx.Property{{Name: "go:version", Value: compiler}},
	}
	bill.Components, bill.Dependencies = components(uses["wildebeest-tools"], modules), dependencies(uses)
	return cdx.NewBOMEncoder(w, cdx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false).Encode(bill)
}

func mit() *cdx.Licenses { return &cdx.Licenses{{License: &cdx.License{ID: "MIT"}}} }

// reference is a module's package URL.
func reference(m *debug.Module) string { return "pkg:golang/" + m.Path + "@" + m.Version }

// components are the programs and then the modules, each sorted.
func components(programs []string, modules map[string]*debug.Module) *[]cdx.Component {
	var all []cdx.Component
	for _, name := range slices.Sorted(slices.Values(programs)) {
		all = append(all, cdx.Component{BOMRef: name, Type: cdx.ComponentTypeApplication, Name: name, Version: version.String(), Licenses: mit()})
	}
	first := len(all)
	for ref, module := range modules {
		component := cdx.Component{BOMRef: ref, Type: cdx.ComponentTypeLibrary, Name: module.Path, Version: module.Version, PackageURL: ref}
		if module.Sum != "" {
			component.Properties = &[]cdx.Property{{Name: "go:sum", Value: module.Sum}}
		}
		all = append(all, component)
	}
	slices.SortFunc(all[first:], func(a, b cdx.Component) int { return cmp.Compare(a.BOMRef, b.BOMRef) })
	return &all
}

// dependencies say what each thing is made of, sorted.
func dependencies(uses map[string][]string) *[]cdx.Dependency {
	var all []cdx.Dependency
	for name, parts := range uses {
		slices.Sort(parts)
		parts = slices.Compact(parts)
		all = append(all, cdx.Dependency{Ref: name, Dependencies: &parts})
	}
	slices.SortFunc(all, func(a, b cdx.Dependency) int { return cmp.Compare(a.Ref, b.Ref) })
	return &all
}
