package main

import (
	"context"
	"fmt"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

func stage2Verb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("stage2", "stage2 --from RELEASE [--update]")
	from := p.String("from", "", "where the tools come from: debian (this machine's release), debian-12, debian-13, …")
	update := p.Bool("update", false, "look for newer packages")
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	release, err := stage2.ParseRelease(*from)
	if err != nil {
		return 2, fmt.Errorf("--from: %w; a tree of your own needs no assembling: `bootstrap stage3 --stage2 DIR`", err)
	}
	state, err := p.openState()
	if err != nil {
		return 1, err
	}
	show := newProgress(std.out, "stage2")
	defer show.Close()
	// Nothing to write, so another run may go on meanwhile.
	if tree := stage2.Ready(state.Stage2(), release); tree != nil && !*update {
		show.Done(isThere(tree))
		return 0, nil
	}
	if err := state.Lock(); err != nil {
		return 1, err
	}
	defer state.Unlock()
	packages, err := release.Manager(state.Apt())
	if err != nil {
		return 1, fmt.Errorf("--from %s: %w", *from, err)
	}
	begin := time.Now()
	before, _ := stage2.Current(state.Stage2())
	tree, err := stage2.Assemble(ctx, release, packages, state.Stage2(), *update, show.Doing)
	if err != nil {
		return 1, err
	}
	if before != nil && before.Key == tree.Key {
		show.Done(isThere(tree))
		return 0, nil
	}
	show.Done(fmt.Sprintf("%s assembled from %d packages in %.1f s", tree.Key, len(tree.Packages), time.Since(begin).Seconds()))
	return 0, nil
}

func isThere(tree *stage2.Tree) string {
	return fmt.Sprintf("%s is there (%d packages)", tree.Key, len(tree.Packages))
}
