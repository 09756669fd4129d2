package inet

import (
	"net/netip"
	"strings"
	"testing"
)

// FuzzParse holds Parse and Text against net/netip, which has no form of its own
// for IPv4-compatible addresses.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"10.0.0.1", "::", "::1", "1::", "::ffff:1.2.3.4", "::1.2.3.4", "1:2:3:4:5:6:7:8", "1:0:0:4:0:0:0:8", "01.2.3.4", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "a:b", "1::2::3", "1:2:3:4:5:6:1.2.3.4"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, whole := AtonWhole(text); whole {
			if _, ok := Aton(text); !ok {
				t.Fatalf("Aton refuses %q", text)
			}
		}
		if strings.Contains(text, "%") {
			return
		}
		got, ok := Parse(text)
		want, err := netip.ParseAddr(text)
		if ok != (err == nil) {
			t.Fatalf("Parse(%q) = %v, netip: %v", text, ok, err)
		}
		if !ok {
			return
		}
		if b := want.As16(); got.Is6 && b != got.IP || got.Is6 != want.Is6() || !got.Is6 && [4]byte(got.IP[12:]) != want.As4() {
			t.Fatalf("Parse(%q) = %v, netip: %v", text, got, want)
		}
		if text := got.Text(false); text != want.String() {
			t.Fatalf("Text = %q, netip: %q", text, want)
		}
		if again, ok := Parse(got.Text(true)); !ok || again != got {
			t.Fatalf("%q reads back as %v, want %v", got.Text(true), again, got)
		}
	})
}

func TestAton(t *testing.T) {
	for text, want := range map[string]uint32{"127.1": 0x7f000001, "0x7f000001": 0x7f000001, "010.1.2.3": 0x08010203, "1.2.3": 0x01020003, "1.2.65535": 0x0102ffff, "4294967295": 0xffffffff, "0": 0} {
		if got, ok := AtonWhole(text); !ok || got != want {
			t.Errorf("AtonWhole(%q) = %#x, %v, want %#x", text, got, ok, want)
		}
	}
	for _, text := range []string{"", ".", "1.", "256.1", "1.2.65536", "1.2.3.4.5", "08", "4294967296", "1.2.3.256", "0x", "1 ", "a"} {
		if got, ok := AtonWhole(text); ok {
			t.Errorf("AtonWhole(%q) = %#x", text, got)
		}
	}
	if _, ok := Aton("1.2.3.4 x"); !ok {
		t.Error("Aton refuses what follows a blank")
	}
}
