package musl

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

//go:embed machines/*.yaml
var machineFiles embed.FS

// A Machine is a processor and its conventions, with the names that different
// projects have for it. Each is one file in machines/.
type Machine struct {
	Name     string   `yaml:"-"`      // the file's: the processor in clang's triples, such as "x86_64"
	Go       string   `yaml:"go"`     // GOARCH
	Musl     string   `yaml:"musl"`   // the directory in musl's arch/
	Loader   string   `yaml:"loader"` // file name of musl's dynamic linker
	Triple   string   `yaml:"triple"` // clang's, for musl
	GNU      string   `yaml:"gnu"`    // Debian's for the directories of glibc's libraries; "" where Debian has none
	Debian   string   `yaml:"debian"` // Debian's name of the architecture; "" likewise
	Qemu     string   `yaml:"qemu"`   // the end of qemu-user's name
	Kernel   string   `yaml:"kernel"` // the directory in Linux' arch/
	GlibcLib string   `yaml:"glibc"`  // glibc's dynamic linker, from /
	Flags    []string `yaml:"flags"`  // what clang needs besides the triple
	Stage    bool     `yaml:"stage3"` // stage2 and stage3 can be built for it
}

// LoaderPath is the file in /etc that lists the directories of musl's dynamic
// linker, such as "ld-musl-x86_64.path".
func (m Machine) LoaderPath() string { return strings.TrimSuffix(m.Loader, ".so.1") + ".path" }

// Compiler is the command line of clang for the machine, without a sysroot.
func (m Machine) Compiler() []string {
	return append([]string{"clang", "--target=" + m.Triple}, m.Flags...)
}

// Machines returns the known machines, sorted by name.
func Machines() []Machine { return slices.Clone(loadMachines()) }

// Host returns the machine that this program runs on, or an error where it is
// none that the project knows.
func Host() (Machine, error) {
	return find("GOARCH", runtime.GOARCH, func(m Machine) string { return m.Go })
}

// ParseMachine returns the machine with a name such as "x86_64". Of another name,
// the error lists the known.
func ParseMachine(name string) (Machine, error) {
	return find("machine", name, func(m Machine) string { return m.Name })
}

func find(what, name string, of func(Machine) string) (Machine, error) {
	var known []string
	for _, m := range loadMachines() {
		if of(m) == name {
			return m, nil
		}
		known = append(known, of(m))
	}
	return Machine{}, fmt.Errorf("unknown %s %q: known are %s", what, name, strings.Join(known, ", "))
}

// loadMachines parses the embedded files, which a test holds to be right.
var loadMachines = sync.OnceValue(func() []Machine {
	machines, err := readMachines(machineFiles)
	if err != nil {
		panic(err)
	}
	return machines
})

func readMachines(dir fs.FS) ([]Machine, error) {
	files, err := fs.Glob(dir, "machines/*.yaml")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var machines []Machine
	for _, file := range files {
		m := Machine{Name: strings.TrimSuffix(path.Base(file), ".yaml")}
		text, err := fs.ReadFile(dir, file)
		if err != nil {
			return nil, err
		}
		if err := yaml.Load(text, &m, yaml.WithKnownFields()); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if m.Go == "" || m.Musl == "" || m.Triple == "" || m.Loader == "" || m.Qemu == "" || m.Kernel == "" {
			return nil, fmt.Errorf("%s: go, musl, triple, loader, qemu and kernel must be there", file)
		}
		machines = append(machines, m)
	}
	return machines, nil
}
