package main

import (
	"testing"

	"github.com/serpent-os/wildebeest/cmd/internal/frame/frametest"
)

// TestHelp renders help, manual pages and completion of every verb.
func TestHelp(t *testing.T) { frametest.Check(t, tool) }
