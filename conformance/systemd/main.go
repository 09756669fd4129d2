// Systemd runs systemd's own unit tests on musl with libwildebeest and on the
// host's glibc, and compares; see package suite.
//
//	go run ./conformance/systemd [-state DIR] [-tools DIR] [-tables DIR] [-jobs N]
package main

import (
	"path/filepath"

	"github.com/serpent-os/wildebeest/conformance/suite"
)

func main() {
	suite.Suite{
		Name: "systemd", Version: "252.39", BuildDir: "/build/systemd-stable-252.39", Match: true,
		// A test that fails is a line of meson's log, not the end.
		Check: `meson test -C build --no-rebuild --num-processes $JOBS --timeout-multiplier 3
test -s build/meson-logs/testlog.json`,
		Read: func(tree string) (map[string]suite.Result, error) {
			return readLog(filepath.Join(tree, "build/meson-logs/testlog.json"))
		},
	}.Main()
}
