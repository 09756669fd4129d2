package getent

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// writeLarge writes a passwd of a million lines (79 MB) and a group of 200,000,
// one of them with 100,000 members.
func writeLarge(b *testing.B) {
	b.Helper()
	tree{"nsswitch.conf": "passwd: files\ngroup: files\n"}.write(b)
	create := func(name string, write func(out *bufio.Writer)) {
		file, err := os.Create("/etc/" + name)
		if err != nil {
			b.Fatal(err)
		}
		defer file.Close()
		out := bufio.NewWriter(file)
		write(out)
		if err := out.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	create("passwd", func(out *bufio.Writer) {
		out.WriteString("root:x:0:0:root:/root:/bin/sh\n")
		for i := 1; i < 1000000; i++ {
			fmt.Fprintf(out, "user%06d:x:%d:%d:User Number %06d,,,:/home/users/user%06d:/bin/bash\n", i, i+1000, i%1000, i, i)
		}
	})
	create("group", func(out *bufio.Writer) {
		for i := range 200000 {
			if i != 150000 {
				fmt.Fprintf(out, "group%06d:x:%d:user%06d,user%06d\n", i, i, i, i+7)
				continue
			}
			out.WriteString("big:x:150000:user000000")
			for j := 1; j < 100000; j++ {
				fmt.Fprintf(out, ",user%06d", j)
			}
			out.WriteString("\n")
		}
	})
}

// cost is what a command takes: time on the clock, and of all processors.
type cost struct{ wall, cpu time.Duration }

// once is what a command costs whose output is dropped.
func once(b *testing.B, path string, args ...string) cost {
	b.Helper()
	cmd := exec.Command(path, args...)
	cmd.Env = []string{}
	start := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatalf("%s %q: %v", path, args, err)
	}
	return cost{time.Since(start), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
}

// beside runs two commands in turn and reports how many times faster ours is, and
// how many times less work; the best runs count, since others are those that
// something disturbed.
func beside(b *testing.B, ours, reference []string) {
	b.Helper()
	mine, theirs := cost{time.Hour, time.Hour}, cost{time.Hour, time.Hour}
	for b.Loop() {
		mine.least(once(b, ours[0], ours[1:]...))
		theirs.least(once(b, reference[0], reference[1:]...))
	}
	b.ReportMetric(float64(mine.wall.Microseconds())/1000, "ms-ours")
	b.ReportMetric(float64(theirs.wall.Microseconds())/1000, "ms-reference")
	b.ReportMetric(float64(theirs.wall)/float64(mine.wall), "times-faster")
	b.ReportMetric(float64(theirs.cpu)/float64(mine.cpu), "times-less-CPU")
	b.ReportMetric(0, "ns/op") // two processes: says nothing
}

func (c *cost) least(other cost) {
	c.wall, c.cpu = min(c.wall, other.wall), min(c.cpu, other.cpu)
}

// BenchmarkLarge is getent beside glibc's in one run.
func BenchmarkLarge(b *testing.B) {
	writeLarge(b)
	for _, args := range [][]string{
		{"passwd", "user999999"}, {"passwd", "1000999"}, {"passwd"}, {"group", "big"}, {"group", "150000"}, {"group"},
		{"initgroups", "user099999"}, {"initgroups", "user199999"},
	} {
		for _, libc := range []string{"musl", "glibc"} {
			b.Run(strings.Join(args, "-")+"/"+libc, func(b *testing.B) {
				beside(b, append([]string{toolPath, "--libc=" + libc}, args...), append([]string{glibcPath}, args...))
			})
		}
	}
}

// BenchmarkStart is the shortest lookup beside a Go program that does nothing, and
// beside glibc's: as ratios of lower quartiles, since each is so short that the
// fastest run is luck.
func BenchmarkStart(b *testing.B) {
	tree{"passwd": "root:x:0:0:root:/root:/bin/sh\n"}.write(b)
	programs := []string{toolPath, filepath.Join(os.Getenv(inside), "empty"), glibcPath}
	times := make([][]time.Duration, len(programs))
	for turn := 0; b.Loop(); turn++ {
		for n := range programs {
			i := (turn + n) % len(programs)
			times[i] = append(times[i], once(b, programs[i], "passwd", "root").wall)
		}
	}
	for i := range times {
		slices.Sort(times[i])
	}
	quartile := func(i int) float64 { return float64(times[i][len(times[i])/4]) }
	b.ReportMetric(quartile(0)/quartile(1), "×empty-Go")
	b.ReportMetric(quartile(0)/quartile(2), "×glibc")
	b.ReportMetric(0, "ns/op") // three processes: says nothing
}
