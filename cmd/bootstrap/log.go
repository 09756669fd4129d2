package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// followInterval is how often a log that grows is looked at.
const followInterval = 200 * time.Millisecond

func logVerb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("log", "log [OPTION...] [PACKAGE]")
	failed := p.Bool("failed", false, "of the last build that failed")
	follow := p.BoolP("follow", "f", false, "go on until the build is over")
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if p.NArg() > 1 {
		return 2, fmt.Errorf("unexpected argument %q; one log at a time", p.Arg(1))
	}
	state, err := p.openState()
	if err != nil {
		return 1, err
	}
	path, err := state.LastLog(p.Arg(0), *failed)
	if err != nil {
		return 1, fmt.Errorf("%w; `bootstrap status` lists the packages", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return 1, err
	}
	defer file.Close()
	if p.NArg() == 0 {
		fmt.Fprintln(std.err, path)
	}
	for {
		// Asked before reading: what is written until then is read.
		over, err := store.Written(file)
		if err != nil {
			return 1, err
		}
		if _, err := io.Copy(std.out, file); err != nil {
			return 1, err
		}
		if over || !*follow {
			return 0, nil
		}
		select {
		case <-ctx.Done():
			return 130, nil
		case <-time.After(followInterval):
		}
	}
}
