//go:build !amd64

package main

import "github.com/serpent-os/wildebeest/conformance/isolation/host"

// foreignCalls: this machine's programs have the numbers of one machine.
func foreignCalls(host.Host) string { return "" }
