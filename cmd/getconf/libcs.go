package main

// The C libraries whose answers getconf knows. musl 1.2.2, 1.2.3 and 1.2.5
// answer alike for every name (TestMuslVersions of conformance/getconf), so
// which one is installed makes no difference and is not looked up.
var (
	musl  = libc{facts: muslFacts, newNames: true}
	glibc = libc{facts: glibcFacts, looksPath: true}
)

// findLibc is the libc that a user means: musl unless told otherwise.
func findLibc(named string) (*libc, error) {
	switch named {
	case "", "musl", "musl-1.2.2", "musl-1.2.3", "musl-1.2.4", "musl-1.2.5":
		return &musl, nil
	case "glibc", "glibc-2.36":
		return &glibc, nil
	}
	return nil, &failure{exitUsage, "unknown libc `" + named + "' in --libc or GETCONF_LIBC: " +
		"use musl, musl-1.2.2 to musl-1.2.5, or glibc"}
}

// notOnMusl answers the variables that name glibc's version: programs that ask
// for it decide by the error that they are not on glibc.
func notOnMusl(*query) (string, error) { return "", errUnrecognized }
