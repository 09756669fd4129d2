package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// listMissing prints the names of glibc that the newest musl lacks and no module of
// libwildebeest provides, by header, each with what to do instead or why nothing
// stands in. Members are left out: they come with their struct.
func listMissing(out io.Writer) error {
	db, err := gnuism.Load()
	if err != nil {
		return err
	}
	names := make([]*gnuism.Name, 0, len(db.Names))
	for i := range db.Names {
		names = append(names, &db.Names[i])
	}
	slices.SortFunc(names, func(a, b *gnuism.Name) int {
		return cmp.Or(cmp.Compare(a.Home, b.Home), cmp.Compare(a.Name, b.Name))
	})
	table := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(table, "HEADER\tNAME\tKIND\tREMEDY")
	for _, n := range names {
		if n.Kind == gnuism.Member || n.Usable(gnuism.Newest()) {
			continue
		}
		remedy, ok := db.Remedy(n, gnuism.Newest())
		if !ok {
			return fmt.Errorf("list what is missing: %s of <%s> has no remedy", n.Name, n.Home)
		}
		if remedy.Kind != gnuism.Shim {
			fmt.Fprintf(table, "<%s>\t%s\t%s\t%s\n", n.Home, n.Name, n.Kind, remedyLine(remedy))
		}
	}
	return frame.Output(0, table.Flush())
}
