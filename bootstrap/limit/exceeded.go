package limit

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Options of the limits, without hyphens.
const (
	TimeOption     = "time-limit"
	SilenceOption  = "silence-limit"
	MemoryOption   = "memory-limit"
	ProcessOption  = "process-limit"
	DiskOption     = "disk-limit"
	LogOption      = "log-limit"
	FileOption     = "file-limit"
	FileSizeOption = "file-size-limit"
	PackageOption  = "package-limit"
)

// names are what a reader calls the limits, by option.
var names = map[string]string{
	TimeOption:     "time limit",
	SilenceOption:  "limit of silence",
	MemoryOption:   "memory limit",
	ProcessOption:  "limit of processes",
	DiskOption:     "disk limit",
	LogOption:      "log limit",
	FileSizeOption: "limit of a file's size",
}

// value is a limit as its option takes it.
func (l Limits) value(option string) string {
	switch option {
	case TimeOption:
		return plain(l.Time)
	case SilenceOption:
		return plain(l.Silence)
	case ProcessOption:
		return strconv.Itoa(l.Processes)
	}
	return map[string]Size{
		MemoryOption: l.Memory, DiskOption: l.Disk, LogOption: l.Log, FileSizeOption: l.FileSize,
	}[option].String()
}

// Exceeded is the error of a build that was stopped at a limit.
type Exceeded struct {
	Option string // one of the constants
	Value  string // of the option
	After  time.Duration
	Detail string // what the reader should know beside that, or nothing
}

// Error is one line, such as "stopped after 3 s: its time limit (--time-limit 3s)".
func (e *Exceeded) Error() string {
	text := fmt.Sprintf("stopped after %s: its %s (--%s %s)", rounded(e.After), names[e.Option], e.Option, e.Value)
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	return text
}

// rounded is a duration for a reader.
func rounded(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("%d s", int(d.Round(time.Second).Seconds()))
	}
	return plain(d.Round(time.Second))
}

// plain is a duration as an option takes it, without units that are 0.
func plain(d time.Duration) string {
	text := d.String()
	if strings.HasSuffix(text, "m0s") {
		text = strings.TrimSuffix(text, "0s")
	}
	if strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}
