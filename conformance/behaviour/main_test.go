// Package behaviour_test holds the scanner's verdict "to behave" against what programs
// do. testdata/RULE has programs for each rule of that level, and testdata/replaced/MODULE
// for each module that says what musl does otherwise (differs in module.yaml):
//
//   - differs-*.c prints something else with musl than with glibc. The scan finds it, and
//     where it names a module, the program does with that what it does with glibc. A line
//     "until RELEASE" in its comments says that newer releases do as glibc does.
//     A line "std NAME" is the language that it is compiled and scanned as, and "builds
//     until RELEASE" says that newer releases stop the build.
//   - alike-*.c uses the same functions where it does not matter: it prints the same, and
//     the scan is silent.
//
// They run where testdata/etc is /etc, in an empty directory; a plugin.c beside them is
// plugin.so there. reasons.tsv says of which behaviour no program can tell.
package behaviour_test

import (
	"flag"
	"os"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/private"
)

// inside is set in the namespaces.
const inside = "WILDEBEEST_BEHAVIOUR_INSIDE"

var write = flag.Bool("write", false, "write "+tableFile)

func TestMain(m *testing.M) {
	flag.Parse()
	if os.Getenv(inside) == "" {
		os.Exit(private.Run(inside + "=1"))
	}
	os.Exit(m.Run())
}
