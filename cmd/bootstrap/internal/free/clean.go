package free

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/job"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/internal/suggest"
	"github.com/spf13/cobra"
)

// parts are what clean can remove. Those that are built are removed where none is
// named; the others would have to be fetched again.
var parts = []struct {
	name, kind string
	fetched    bool
}{
	{"store", store.KindPackage, false},
	{"root", store.KindRoot, false},
	{"logs", store.KindLog, false},
	{"trials", store.KindTrial, false},
	{"sources", store.KindSource, true},
	{"stage2", store.KindStage2, true},
	{"apt", store.KindApt, true},
}

// Clean is the verb clean.
func Clean() *cobra.Command {
	var o job.Options
	var how removal
	cmd := &cobra.Command{
		Use:   "clean [OPTION...] [PART...]",
		Short: "remove what was built, or fetched",
		Long: `Remove parts of the state directory: store (the packages), root, logs, trials
(what try found out), sources, stage2, apt (package lists). Without a PART, what
was built: store, root, logs, trials.
What interrupted runs left goes in any case; the ledger, sysroots and roots
elsewhere stay. No other bootstrap may use the state or its root.`,
		Example:   "bootstrap clean --dry-run\nbootstrap clean store root logs sources stage2 apt",
		ValidArgs: names(),
		Args:      checkParts,
		RunE:      func(cmd *cobra.Command, args []string) error { return runClean(cmd, &o, how, args) },
	}
	how.add(cmd)
	o.AddState(cmd)
	return cmd
}

func names() []cobra.Completion {
	var all []cobra.Completion
	for _, part := range parts {
		all = append(all, part.name)
	}
	return all
}

func checkParts(_ *cobra.Command, args []string) error {
	for _, arg := range args {
		if !slices.Contains(names(), arg) {
			return frame.Usagef("no part %q: known are %s%s", arg, strings.Join(names(), ", "), suggest.DidYouMean(arg, names()))
		}
	}
	return nil
}

func runClean(cmd *cobra.Command, o *job.Options, how removal, args []string) error {
	state, err := o.OpenState()
	if err != nil {
		return err
	}
	if _, err := os.Stat(o.State); errors.Is(err, fs.ErrNotExist) {
		return how.report(cmd.OutOrStdout(), nil)
	}
	kinds := []string{store.KindLeftover}
	for _, part := range parts {
		if slices.Contains(args, part.name) || len(args) == 0 && !part.fetched {
			kinds = append(kinds, part.kind)
		}
	}
	return how.run(cmd, state, func() ([]store.Removable, error) { return state.Made(kinds...) })
}
