package nscd

import (
	"bytes"
	"testing"
)

// FuzzTexts reads strings of any sizes from anything.
func FuzzTexts(f *testing.F) {
	f.Add([]byte("a\x00b\x00"), uint32(2), uint32(2))
	f.Add([]byte("a\x00"), uint32(1<<31), uint32(1<<31))
	f.Fuzz(func(t *testing.T, data []byte, a, b uint32) {
		list, err := texts(bytes.NewReader(data), a, b)
		if err != nil {
			return
		}
		for _, text := range list {
			if !printable(text) {
				t.Fatalf("%q", text)
			}
		}
		readNumbers(bytes.NewReader(data), make([]uint32, 3))
	})
}
