package main

import (
	"io"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/databases"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/hosts"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/sources"
	"github.com/serpent-os/wildebeest/cmd/internal/accounts"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// openSystem returns the system that the options name. Close it when it is done
// with.
func openSystem(stderr io.Writer, opt *options) (*databases.System, error) {
	sys := &fsys.System{Glibc: opt.glibc, Warn: onceEach(stderr)}
	if opt.root != "" {
		fs, err := fsys.Below(opt.root)
		if err != nil {
			return nil, err
		}
		sys.FS = fs
	}
	sw := &nss.Switch{System: sys, Chosen: opt.chosen, Database: isDatabase}
	return &databases.System{
		Accounts: accounts.Accounts{Switch: sw},
		Finder: hosts.Finder{
			Sources:      sources.Sources{Switch: sw},
			NoAddrconfig: opt.noAddrconfig,
			NoIDN:        opt.noIDN,
		},
	}, nil
}

// onceEach returns a function that reports what costs an answer, each problem
// once.
func onceEach(stderr io.Writer) func(error) {
	var warned map[string]bool
	return func(err error) {
		text := err.Error()
		if warned[text] {
			return
		}
		if warned == nil {
			warned = map[string]bool{}
		}
		warned[text] = true
		io.WriteString(stderr, "getent: "+text+"\n")
	}
}
