// Package ledger keeps the history of which packages depend on libwildebeest, with
// three kinds of evidence: what the recipe declares, what the scan finds in the
// source, and what the notes in the installed binaries show. The report is there
// for the differences between them.
package ledger

import (
	"slices"
	"time"
)

// Record is one line of the ledger: a package at a key.
type Record struct {
	Time    time.Time `json:"time,omitzero"` // when it was recorded, UTC, to the second
	Name    string    `json:"name"`          // of the package
	Version string    `json:"version"`       // of its upstream
	Release int       `json:"release"`       // of its recipe
	Key     string    `json:"key"`           // hash of all that went into the build, in hexadecimal
	// Outcome is Built, or Failed for a probe that did not build.
	Outcome string `json:"outcome"`
	// Without says that libwildebeest was left out: the record is a probe's.
	Without bool `json:"without,omitempty"`
	// Broke is the first error of a failed probe's log.
	Broke string `json:"broke,omitempty"`

	Cost

	// Patches are the recipe's patches of the sources.
	Patches []string `json:"patches,omitempty"`
	// Declared are the modules in the recipe's builddeps; "" is all of them.
	Declared []string `json:"declared,omitempty"`
	// Found are the GNUisms in the source that libwildebeest has a module for.
	Found []Finding `json:"found,omitempty"`
	// Linked are the modules in each installed file, by its path as
	// printable.Percent has it.
	Linked map[string][]string `json:"linked,omitempty"`
}

// Cost is what a build took, and how large its package is.
type Cost struct {
	Took     float64 `json:"seconds,omitempty"`          // wall clock, extraction to store
	Sections float64 `json:"sections_seconds,omitempty"` // of that, of the recipe's own sections
	CPU      float64 `json:"cpu_seconds,omitempty"`      // of the build's processes
	MaxRSS   int64   `json:"max_rss,omitempty"`          // bytes: peak of the build's largest process, as getrusage(2) has it
	Size     int64   `json:"size,omitempty"`             // bytes of the installed files
	Files    int     `json:"files,omitempty"`            // installed files
}

// Outcomes of a build.
const (
	Built  = "built"
	Failed = "failed"
)

// A Finding is a source position where a GNUism is used.
type Finding struct {
	Name   string `json:"name"`   // as it stands in the source
	Module string `json:"module"` // of libwildebeest, that has it
	File   string `json:"file"`   // relative to the source tree, as printable.Percent has it
	Line   int    `json:"line"`   // from 1
	// Behaves marks what builds without the module, and does something else
	// than on glibc.
	Behaves bool `json:"behaves,omitempty"`
}

// Needed are the modules without which the package does not build, as its
// source says, sorted.
func (r Record) Needed() []string {
	var modules []string
	for _, f := range r.Found {
		if !f.Behaves {
			modules = append(modules, f.Module)
		}
	}
	return sortedSet(modules)
}

// Used are the modules that the installed files contain, sorted.
func (r Record) Used() []string {
	var modules []string
	for _, linked := range r.Linked {
		modules = append(modules, linked...)
	}
	return sortedSet(modules)
}

func sortedSet(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
