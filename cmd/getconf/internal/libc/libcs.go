package libc

import (
	"github.com/serpent-os/wildebeest/cmd/getconf/internal/system"
	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

//go:generate go run ../../../../musl/list

// The C libraries whose answers getconf knows. All releases of musl that it accepts
// answer alike for every name (TestMuslVersions of conformance/getconf), so which
// one is installed makes no difference and is not looked up.
var (
	musl  = Libc{facts: muslFacts, newNames: true}
	glibc = Libc{facts: glibcFacts, looksPath: true}
)

// Find is the libc that a user means: musl unless told otherwise.
func Find(named string) (*Libc, error) {
	switch {
	case named == "" || named == "musl" || isMusl(named):
		return &musl, nil
	case named == "glibc" || named == "glibc-2.36":
		return &glibc, nil
	}
	return nil, unknown("unknown libc `" + named + "' in --libc or GETCONF_LIBC: " +
		"use musl, " + muslReleases + ", or glibc")
}

// unknown is the error for a libc that getconf does not know.
type unknown string

func (u unknown) Error() string { return string(u) }

// notOnMusl answers the variables that name glibc's version: programs that ask
// for it decide by the error that they are not on glibc.
func notOnMusl(*system.Query) (string, error) { return "", value.Unrecognized }
