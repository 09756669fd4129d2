// Elfutils runs elfutils' own tests on musl with libwildebeest and on the host's
// glibc, and compares; see package suite.
//
//	go run ./conformance/elfutils [-state DIR] [-tools DIR] [-tables DIR] [-jobs N]
package main

import (
	"path/filepath"

	"github.com/serpent-os/wildebeest/conformance/suite"
)

func main() {
	suite.Suite{
		Name: "elfutils", Version: "0.188", BuildDir: "/build/elfutils-0.188",
		Libc: "usr/lib/musl-debug/libc.so",
		// No large files: one test writes 10 GB where it finds the disk fast enough. What
		// was built is not to be made again for want of the headers that it was made from.
		// A test that fails is a file of automake's, not the end.
		Check: `ulimit -f 524288
for names in tests/.deps/*.Po; do : > $names; done
touch now && find . -exec touch -h -r now {} +
make -k -j $JOBS -C tests NM=nm check-TESTS
ls tests/*.trs > /dev/null`,
		Read: func(tree string) (map[string]suite.Result, error) {
			return readResults(filepath.Join(tree, "tests"))
		},
	}.Main()
}
