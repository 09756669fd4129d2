package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"github.com/spf13/cobra"
)

func diffVerb() *cobra.Command {
	var opt scan.Options
	var fail bool
	cmd := &cobra.Command{
		Use:   "diff [OPTION...] OLD NEW",
		Short: "which findings a newer tree adds and resolves",
		Long: `Say which findings of scan the newer of two trees adds, and which it resolves,
wherever their lines are. OLD and NEW are trees as for scan, or reports that
"scan --format json" wrote (FILE.json).`,
		Example: `wildebeest diff elfutils-0.188.tar.bz2 elfutils-0.192.tar.bz2
wildebeest diff --fail-on-added main.json .`,
		Annotations: frame.ExitStatus("0 done, 1 --fail-on-added found something, 2 failed or a wrong command line"),
		Args:        frame.Exactly(2, "tree"),
	}
	format := frame.Choice(cmd, "format", "text", []string{"text", "json"}, "the `FORMAT`: text or json")
	cmd.Flags().StringVar(&opt.Target, "target", "", "the `RELEASE` of musl to build for, such as musl-1.2.3 (default: the newest known)")
	cmd.Flags().BoolVar(&fail, "fail-on-added", false, "exit 1 where NEW adds something that is needed to build or to behave")
	cmd.RegisterFlagCompletionFunc("target", completeReleases)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		older, err := reportOf(cmd.Context(), args[0], opt)
		if err != nil {
			return err
		}
		newer, err := reportOf(cmd.Context(), args[1], opt)
		if err != nil {
			return err
		}
		d := report.Compare(older, newer)
		write := map[string]func(*report.Difference, io.Writer) error{"text": (*report.Difference).Text, "json": (*report.Difference).JSON}[*format]
		if err := frame.Output(0, write(d, cmd.OutOrStdout())); err != nil {
			return err
		}
		for i := range d.Added {
			if fail && d.Added[i].Needed() {
				return frame.Exit(exitFound)
			}
		}
		return nil
	}
	return cmd
}

// maxReport bounds a report that is read, in bytes.
const maxReport = 256 << 20

// reportOf scans a tree, or reads a report.
func reportOf(ctx context.Context, name string, opt scan.Options) (*report.Report, error) {
	if !strings.HasSuffix(name, ".json") {
		if dir, err := os.UserCacheDir(); err == nil {
			opt.Cache = filepath.Join(dir, "wildebeest", "scan")
		}
		return scan.Tree(ctx, name, opt)
	}
	text, err := regular.Read(name, maxReport)
	if err != nil {
		return nil, err
	}
	r := new(report.Report)
	if err := json.Unmarshal(text, r); err != nil || r.Tool != "wildebeest" {
		return nil, fmt.Errorf("read %s: no report of wildebeest scan --format json", printable.Name(name))
	}
	return r, nil
}
