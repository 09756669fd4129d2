package headers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
)

// TestThreadStack starts a thread in a program linked with the flags of the
// stack module, and in one without them: 8 MiB or more,
// and musl's 128 KiB with what it adds.
func TestThreadStack(t *testing.T) {
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := headers.Closure(modules, []string{"threadstack"})
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "thread.c")
	text := `#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
static void *run(void *unused)
{
	pthread_attr_t attributes;
	size_t size = 0;
	pthread_getattr_np(pthread_self(), &attributes);
	pthread_attr_getstacksize(&attributes, &size);
	printf("%zu KiB\n", size / 1024);
	return unused;
}
int main(void)
{
	pthread_t thread;
	return pthread_create(&thread, NULL, run, NULL) || pthread_join(thread, NULL);
}
`
	if err := os.WriteFile(program, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, to := range muslTargets(t) {
		if got := threadStack(t, to, program); got >= 256 {
			t.Errorf("%s without the flag: %d KiB; then the module is not needed", to.name, got)
		}
		to.link = slices.Concat(to.link, chosen[0].Libs)
		if got := threadStack(t, to, program); got < 8192 {
			t.Errorf("%s with %v: %d KiB", to.name, chosen[0].Libs, got)
		}
	}
}

// threadStack is the size that the program prints, in KiB; musl counts the
// thread's own data in.
func threadStack(t *testing.T, to target, program string) (size int) {
	t.Helper()
	out := execute(t, to.compile(t, program))
	if _, err := fmt.Sscanf(out, "%d KiB", &size); err != nil {
		t.Fatalf("%s: %v in %q", to.name, err, out)
	}
	return size
}
