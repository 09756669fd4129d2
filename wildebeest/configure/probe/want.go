package probe

import "github.com/serpent-os/wildebeest/wildebeest/preproc"

// A Want is what a configuration looks for that is no part of a C library: a
// package by the name of its .pc file, a library by its name behind -l, or what
// CMake's find_package names.
type Want struct {
	Kind WantKind
	Name string
	// Required says that the configuration ends where it is not there. That a script
	// decides so itself, behind the check, is not seen.
	Required bool
}

// WantKind is who knows the name.
type WantKind string

// The kinds of wants.
const (
	PkgConfig WantKind = "pkg-config"
	Linked    WantKind = "library"
	Package   WantKind = "package"
)

// maxWants bounds what is kept of them.
const maxWants = 500

// Want notes that a configuration looks for something, where that is reached. What
// is required where it is surely reached, is required.
func (l *Log) Want(kind WantKind, name string, required bool, reached preproc.Tri) {
	if name == "" || reached == preproc.No {
		return
	}
	required = required && reached == preproc.Yes
	for i, w := range l.Wants {
		if w.Kind == kind && w.Name == name {
			l.Wants[i].Required = w.Required || required
			return
		}
	}
	if len(l.Wants) < maxWants {
		l.Wants = append(l.Wants, Want{kind, name, required})
	}
}
