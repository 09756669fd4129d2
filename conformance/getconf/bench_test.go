package getconf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkStart measures whole processes beside their references, in turns so
// that what else the machine does falls on all alike. It reports the lower
// quartiles as ratios: to the empty static Go program, the floor of what Go can do, and to
// glibc's getconf.
func BenchmarkStart(b *testing.B) {
	empty := emptyProgram(b)
	for _, bench := range []struct {
		name string
		env  []string
		args []string
	}{
		{"PAGE_SIZE", muslMode, []string{"PAGE_SIZE"}},
		{"NPROCESSORS", muslMode, []string{"_NPROCESSORS_ONLN"}},
		{"all", muslMode, []string{"-a"}},
		{"glibc_PAGE_SIZE", glibcMode, []string{"PAGE_SIZE"}},
		{"glibc_all", glibcMode, []string{"-a"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			programs := []string{ours, empty, hostOwn}
			times := make([][]time.Duration, len(programs))
			for turn := 0; b.Loop(); turn++ {
				for n := range programs {
					i := (turn + n) % len(programs)
					times[i] = append(times[i], startOnce(b, programs[i], bench.env, bench.args))
				}
			}
			we, floor, theirs := quartile(times[0]), quartile(times[1]), quartile(times[2])
			b.ReportMetric(float64(we)/float64(floor), "×empty-Go")
			b.ReportMetric(float64(we)/float64(theirs), "×glibc")
			b.ReportMetric(float64(we.Nanoseconds()), "ns/run")
			b.ReportMetric(0, "ns/op") // three processes: says nothing
		})
	}
}

func emptyProgram(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	source := filepath.Join(dir, "empty.go")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	output := filepath.Join(dir, "empty")
	if err := build(output, source, ""); err != nil {
		b.Fatal(err)
	}
	return output
}

// startOnce is the time from fork to exit. The output goes to /dev/null.
func startOnce(b *testing.B, program string, env, args []string) time.Duration {
	b.Helper()
	cmd := exec.Cmd{Path: program, Args: append([]string{"getconf"}, args...), Env: env}
	start := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func quartile(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/4]
}
