package nscd

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// most is how many KiB of memory the daemon may ever have had.
const most = 20 << 10

// memory fails when the daemon's peak was too high.
func memory(t testing.TB, d *daemon) {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", d.Process.Pid))
	check(t, err)
	_, rest, ok := strings.Cut(string(text), "VmHWM:")
	var peak int
	if _, err := fmt.Sscan(rest, &peak); !ok || err != nil {
		t.Fatalf("no VmHWM in %s", text)
	}
	t.Logf("peak of the memory: %d KiB", peak)
	if peak == 0 || peak > most {
		t.Errorf("the daemon had %d KiB of memory; %d are the most", peak, most)
	}
}
