package parse

import (
	"encoding/gob"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/wildebeest/cparse"
	"golang.org/x/sys/unix"
)

// workerName is the name under which this program is a parser process.
const workerName = "wildebeest-parser"

// Limits of a parser process. The largest unit of systemd 252 takes 1 s and
// 100 MB.
const (
	maxTime   = 8         // seconds of processor time for one unit
	maxMemory = 192 << 20 // bytes
	maxStack  = 64 << 20  // bytes
)

// exitTime is the exit status of a parser process that took too long.
const exitTime = 3

// A program that imports this package is a parser process where it is started as
// one: its tests are, too.
func init() {
	if len(os.Args) == 1 && os.Args[0] == workerName {
		work()
		os.Exit(0)
	}
}

// work parses units until the scan closes the standard input.
func work() {
	limit()
	jobs, in := io.Pipe()
	go func() { // also while the parser works: a scan that was killed leaves none behind
		io.Copy(in, os.Stdin)
		os.Exit(0)
	}()
	tree := asked{gob.NewDecoder(jobs), gob.NewEncoder(os.Stdout)}
	for {
		var j job
		if tree.in.Decode(&j) != nil || moreTime() != nil || tree.out.Encode(question{Answer: parseUnit(tree, j)}) != nil {
			return
		}
	}
}

// limit bounds the memory of this process. What the program has mapped before
// does not count.
func limit() {
	debug.SetMaxStack(maxStack)
	debug.SetMemoryLimit(maxMemory * 3 / 4)
	data := uint64(maxMemory) + mapped()
	_ = unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: data, Max: data})
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
	over := make(chan os.Signal, 1)
	signal.Notify(over, unix.SIGXCPU)
	go func() {
		<-over
		os.Exit(exitTime)
	}()
}

// mapped returns the bytes that RLIMIT_DATA counts.
func mapped() uint64 {
	var pages uint64
	status, _ := os.ReadFile("/proc/self/statm")
	if fields := strings.Fields(string(status)); len(fields) > 5 {
		for _, digit := range fields[5] {
			pages = pages*10 + uint64(digit-'0')
		}
	}
	return pages * uint64(os.Getpagesize())
}

// moreTime gives this process the processor time of another unit.
func moreTime() error {
	var used unix.Rusage
	var limit unix.Rlimit
	err := errors.Join(unix.Getrusage(unix.RUSAGE_SELF, &used), unix.Getrlimit(unix.RLIMIT_CPU, &limit))
	limit.Cur = min(limit.Max, uint64(used.Utime.Sec+used.Stime.Sec+maxTime+1))
	return errors.Join(err, unix.Setrlimit(unix.RLIMIT_CPU, &limit))
}

// parseUnit parses a unit and tells of the names that the scan wants to know about.
func parseUnit(tree asked, j job) answer {
	fsys := &unitFS{tree: tree, headers: headers(j.Dirs), unit: j.Unit, once: map[string]int{}, leftOut: map[string][]int{}, texts: map[string][]byte{}, files: map[string]string{}}
	ast, err := fsys.parse(j.Text)
	if ast == nil {
		return answer{Err: cause(err)}
	}
	seen := map[Spot]Verdict{}
	ours := func(file string) bool { return strings.HasPrefix(file, treeDir) || strings.HasPrefix(file, findDir) }
	slices.Sort(j.Names)
	for _, u := range cparse.Uses(ast, ours) {
		if _, wanted := slices.BinarySearch(j.Names, u.Name); !wanted || u.DeclaredIn == "" {
			continue
		}
		v := OfSystem
		if ours(u.DeclaredIn) {
			v = OfTree
		}
		file := fsys.inTree(u.File)
		seen[Spot{u.Name, file, fsys.lineOf(file, u.Line)}] = v
		if v == OfSystem {
			seen[Spot{Name: u.Name}] = v
		}
	}
	return answer{Seen: seen, Whole: err == nil && len(fsys.leftOut) == 0}
}

// cause shortens a parser's error to its first line.
func cause(err error) string {
	if err == nil {
		return "the parser gave no tree"
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return strings.ReplaceAll(strings.ReplaceAll(line, treeDir, ""), findDir, "")
}

// timeLimit is maxTime for messages.
const timeLimit = maxTime * time.Second
