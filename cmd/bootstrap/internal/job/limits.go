package job

import (
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// leastMemory is what the first process and a compiler need to start, in bytes.
const leastMemory limit.Size = 256 << 20

// addLimits adds the options that bound each build.
func (o *Options) addLimits(cmd *cobra.Command) {
	o.Limits = limit.Default()
	l, flags := &o.Limits, cmd.Flags()
	flags.DurationVar(&l.Time, limit.TimeOption, l.Time, "stop a build that takes longer than this `duration`; 0 is no limit, here and below")
	flags.DurationVar(&l.Silence, limit.SilenceOption, l.Silence, "stop a build that prints nothing for this `duration`")
	flags.Var(&l.Memory, limit.MemoryOption, "stop a build whose processes take more than `SIZE` of memory together (default: 90 % of what there is)")
	flags.IntVar(&l.Processes, limit.ProcessOption, l.Processes, "let a build have `N` processes and threads")
	flags.Var(&l.Disk, limit.DiskOption, "stop a build that takes more than `SIZE` of the disk (default: 90 % of what is free)")
	flags.Var(&l.Log, limit.LogOption, "stop a build that prints more than `SIZE`")
	flags.Var(&l.Package, limit.PackageOption, "refuse a package whose files have more than `SIZE`, holes included")
	flags.IntVar(&l.Files, limit.FileOption, l.Files, "let a process have `N` files open")
	flags.Var(&l.FileSize, limit.FileSizeOption, "let no file that a build writes become larger than `SIZE`, with its holes")
}

// AddCommandLimits adds the options that bound a command in a root. A shell may be
// silent, and open for days.
func (o *Options) AddCommandLimits(cmd *cobra.Command) {
	o.Limits = limit.Default()
	o.Limits.Time, o.Limits.Silence, o.Limits.Log = 0, 0, 0
	l, flags := &o.Limits, cmd.Flags()
	flags.DurationVar(&l.Time, limit.TimeOption, l.Time, "stop the command after this `duration`; 0 is no limit, here and below")
	flags.Var(&l.Memory, limit.MemoryOption, "stop the command when its processes take more than `SIZE` of memory together (default: 90 % of what there is)")
	flags.IntVar(&l.Processes, limit.ProcessOption, l.Processes, "let the command have `N` processes and threads")
	flags.Var(&l.Disk, limit.DiskOption, "with --writable, stop the command when the root has more than `SIZE` (default: 90 % of what is free)")
	flags.IntVar(&l.Files, limit.FileOption, l.Files, "let a process have `N` files open")
	flags.Var(&l.FileSize, limit.FileSizeOption, "let no file become larger than `SIZE`, with its holes")
}

// CheckLimits refuses limits with which nothing can be run.
func CheckLimits(l limit.Limits) error {
	switch {
	case l.Time < 0:
		return frame.Usagef("--%s %v: name a duration such as 90m, or 0 for no limit", limit.TimeOption, l.Time)
	case l.Silence < 0:
		return frame.Usagef("--%s %v: name a duration such as 90m, or 0 for no limit", limit.SilenceOption, l.Silence)
	case l.Processes < 0:
		return frame.Usagef("--%s %d: name a number, or 0 for no limit", limit.ProcessOption, l.Processes)
	case l.Files < 0:
		return frame.Usagef("--%s %d: name a number, or 0 for no limit", limit.FileOption, l.Files)
	case l.Memory > 0 && l.Memory < leastMemory:
		return frame.Usagef("--%s %v: the least is %v", limit.MemoryOption, l.Memory, leastMemory)
	}
	return nil
}
