package process

import (
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestArgumentsAndEnvironment(t *testing.T) {
	if !slices.Equal(Arguments(), os.Args) {
		t.Errorf("arguments %q, want %q", Arguments(), os.Args)
	}
	for _, entry := range os.Environ() {
		key, _, _ := strings.Cut(entry, "=")
		if want := os.Getenv(key); Getenv(key) != want {
			t.Errorf("$%s is %q, want %q", key, Getenv(key), want)
		}
	}
	if value, set := LookupEnv("PAT"); set {
		t.Errorf("$PAT is set, to %q", value)
	}
}

func TestWrite(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer write.Close()
	to := Descriptor(write.Fd())
	if n, err := to.Write([]byte("text")); n != 4 || err != nil {
		t.Errorf("wrote %d bytes, error %v", n, err)
	}
	buf := make([]byte, 8)
	if n, _ := read.Read(buf); string(buf[:n]) != "text" {
		t.Errorf("read %q", buf[:n])
	}
	read.Close()
	if _, err := to.Write([]byte("text")); err != syscall.EPIPE {
		t.Errorf("without a reader: error %v, want %v", err, syscall.EPIPE)
	}
	if stdoutFlags != 0 {
		t.Errorf("the standard output of a test is open, but fcntl said %d", stdoutFlags)
	}
}
