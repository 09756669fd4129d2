package nscd

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkLookup looks up a user of a drop-in record of systemd-userdbd's, over and
// over in one process: through nscd by a program linked to musl, and through systemd's
// module by one linked to glibc, in turn. The medians are compared.
func BenchmarkLookup(b *testing.B) {
	system.write(b)
	userdbd(b)
	const turns = 2000
	median := func(name, kind, key string) float64 {
		out, err := exec.Command(program(name), strconv.Itoa(turns), kind, key).Output()
		check(b, err)
		us, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		check(b, err)
		return us
	}
	for _, question := range [][2]string{{"n", "drop"}, {"u", "61500"}, {"g", "people"}, {"l", "drop"}, {"n", "nx"}} {
		b.Run(question[0]+"-"+question[1], func(b *testing.B) {
			ours, multiplexed, theirs := 1e9, 1e9, 1e9
			for b.Loop() {
				// glibc's program would ask nscd first: it runs without one.
				theirs = min(theirs, median("repeat-glibc", question[0], question[1]))
				d := nscd(b)
				ours = min(ours, median("repeat", question[0], question[1]))
				d.stop(b, os.Interrupt)
				d = nscd(b, "--multiplexer")
				multiplexed = min(multiplexed, median("repeat", question[0], question[1]))
				d.stop(b, os.Interrupt)
			}
			b.ReportMetric(ours, "us-ours")
			b.ReportMetric(multiplexed, "us-multiplexer")
			b.ReportMetric(theirs, "us-glibc")
			b.ReportMetric(0, "ns/op") // processes with many lookups each: says nothing
		})
	}
}
