package system

import "testing"

func TestCountList(t *testing.T) {
	for text, want := range map[string]uint64{
		"0\n": 1, "0-3\n": 4, "0,2\n": 2, "0-1,4-5,9": 5, "": 0, "\n": 0, "x\n": 0, "3-1\n": 0, "0-\n": 1, "-1\n": 0,
	} {
		if got := countList(text); got != want {
			t.Errorf("countList(%q) = %d, want %d", text, got, want)
		}
	}
}

// TestCountHugeList: no kernel prints such a number; it must not overflow.
func TestCountHugeList(t *testing.T) {
	if got := countList("0-99999999999999999999\n"); got == 0 || got > 1<<31 {
		t.Errorf("countList of a huge range = %d", got)
	}
}

func TestCountStat(t *testing.T) {
	const stat = "cpu  1 2 3\ncpu0 1 2 3\ncpu11 1 2 3\nintr 5\ncpux\n"
	if got := countStat(stat); got != 2 {
		t.Errorf("countStat = %d, want 2", got)
	}
}

func TestUnescape(t *testing.T) {
	for field, want := range map[string]string{
		"/mnt": "/mnt", `/a\040b`: "/a b", `\134`: `\`, `/a\04`: `/a\04`, `/a\999`: `/a\999`, `\400`: `\400`,
	} {
		if got := unescape(field); got != want {
			t.Errorf("unescape(%q) = %q, want %q", field, got, want)
		}
	}
}

func TestDevNumber(t *testing.T) {
	for device, want := range map[uint64]string{
		0xfe00: "254:0", 0x1b: "0:27", 0x801: "8:1", 0x0010_0301: "3:257", 0x0000_1000_0000_0001: "4096:1",
	} {
		if got := devNumber(device); got != want {
			t.Errorf("devNumber(%#x) = %s, want %s", device, got, want)
		}
	}
}
