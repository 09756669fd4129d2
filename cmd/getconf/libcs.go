package main

//go:generate go run ../../musl/list

// The C libraries whose answers getconf knows. All releases of musl that it accepts
// answer alike for every name (TestMuslVersions of conformance/getconf), so which
// one is installed makes no difference and is not looked up.
var (
	musl  = libc{facts: muslFacts, newNames: true}
	glibc = libc{facts: glibcFacts, looksPath: true}
)

// findLibc is the libc that a user means: musl unless told otherwise.
func findLibc(named string) (*libc, error) {
	switch {
	case named == "" || named == "musl" || isMusl(named):
		return &musl, nil
	case named == "glibc" || named == "glibc-2.36":
		return &glibc, nil
	}
	return nil, &failure{exitUsage, "unknown libc `" + named + "' in --libc or GETCONF_LIBC: " +
		"use musl, " + muslReleases + ", or glibc"}
}

// notOnMusl answers the variables that name glibc's version: programs that ask
// for it decide by the error that they are not on glibc.
func notOnMusl(*query) (string, error) { return "", errUnrecognized }
