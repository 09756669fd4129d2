package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/serpent-os/wildebeest/cmd/internal/frame/frametest"
)

// TestHelp renders help, manual pages and completion of every verb.
func TestHelp(t *testing.T) { frametest.Check(t, tool) }

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata"})
}
