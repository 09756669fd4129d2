// Package removedcall: a call that newer releases of glibc have dropped too.
package removedcall

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "removed-call",
	Class:   rules.Removed,
	Summary: "a call that newer releases of glibc have dropped too",
	Doc:     doc,
	Words:   []string{"stime", "ftime", "ustat", "uselib", "bdflush", "create_module", "query_module", "get_kernel_syms", "nfsservctl", "_sysctl", "pthread_mutex_consistent_np", "pthread_getattr_default_np"},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "call clock_settime, clock_gettime or statfs, or read /proc/sys; see the manual page of the call"},
}

func match(s rules.Site) bool { return s.Called() && !s.Declared() }
