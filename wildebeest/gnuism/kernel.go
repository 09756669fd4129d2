package gnuism

import (
	"fmt"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// Kernel is a release of Linux whose headers for programs the database was derived
// from: its place among them, the oldest first. The oldest stands for all before it.
type Kernel int

var kernels = sync.OnceValue(func() []string {
	var list []string
	err := tables.LinuxReleases.Load(func(row *tables.LinuxRelease) error {
		list = append(list, row.Version)
		return nil
	})
	if err != nil {
		panic(err) // a test holds the embedded table to be right
	}
	return list
})

// Kernels returns the names of the known releases, such as "6.12", the oldest first.
func Kernels() []string { return kernels() }

// ParseKernel returns the release of a name such as "6.12" or "linux-6.12"; "" is the
// newest. Of another name, the error lists the known.
func ParseKernel(name string) (Kernel, error) {
	known := kernels()
	if name == "" {
		return Kernel(len(known) - 1), nil
	}
	for i, version := range known {
		if strings.TrimPrefix(name, "linux-") == version {
			return Kernel(i), nil
		}
	}
	return 0, fmt.Errorf("no headers of Linux %s are known: known are %s", name, strings.Join(known, ", "))
}

// String returns the release's number, such as "6.12".
func (k Kernel) String() string { return kernels()[k] }

// kernelSince reads a column of the tables: "" is the oldest.
func kernelSince(version string) (Kernel, error) {
	if version == "" {
		return 0, nil
	}
	k, err := ParseKernel(version)
	if err != nil {
		return 0, fmt.Errorf("%w: run \"make generate\"", err)
	}
	return k, nil
}

// OnLinux reports whether the kernel's headers have this one at release k.
func (h *Header) OnLinux(k Kernel) bool { return h.Linux && h.LinuxSince <= k }

// ByKernel reports whether a kernel header of a set shows the name at release k.
func (n *Name) ByKernel(set Set, k Kernel) bool { return n.Linux <= k && n.Kernel.Meets(set) }
