package main

// findLibc is the libc that a user means: musl unless told otherwise.
func findLibc(named string) (*libc, error) {
	switch named {
	case "", "musl":
		return &musl, nil
	case "glibc":
		return &glibc, nil
	}
	return nil, &failure{exitUsage, "--libc=" + named + ": unknown libc (known: musl, glibc)"}
}

var musl = libc{facts: muslFacts, newNames: true}

var glibc = libc{facts: glibcFacts, looksPath: true}

// notOnMusl answers the variables that name glibc's version: programs that ask
// for it decide by the error that they are not on glibc.
func notOnMusl(*query) (string, error) { return "", errUnrecognized }
