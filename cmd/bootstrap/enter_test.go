package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestEnterEndsAsAShell holds the exit statuses of enter against those that bash has
// for the same commands.
func TestEnterEndsAsAShell(t *testing.T) {
	recipes, dir := recipeSet(t, map[string]string{"x": `builddeps: [filesystem]
install: |
  mkdir %(installroot)/etc
  echo text > %(installroot)/etc/data
  printf '#!/none\n' > %(installroot)/etc/script
  chmod 755 %(installroot)/etc/script
`}), t.TempDir()
	options := tools(t, recipes, dir)
	must(t, append([]string{"stage3"}, options...)...)
	enter := []string{"enter", "--state", dir, options[3], options[4], "--"}
	for _, test := range []struct {
		command string
		want    int
		message string
	}{
		{"nosuch", 127, "bootstrap: enter " + dir + "/root: nosuch: executable file not found"},
		{"/usr/nosuch", 127, "run /usr/nosuch: no such file or directory"},
		{"/usr", 126, "run /usr: permission denied"},
		{"/etc/data", 126, "run /etc/data: permission denied"},
		{"/etc/script", 127, "run /etc/script: no such file or directory"},
	} {
		_, errs, code := bootstrap(t, append(enter, test.command)...)
		if contains(t, test.command, errs, test.message); code != test.want {
			t.Errorf("%s: exit %d, want %d", test.command, code, test.want)
		}
		if _, _, shell := bootstrap(t, append(enter, "bash", "-c", test.command)...); shell != code {
			t.Errorf("%s: exit %d, and of bash %d", test.command, code, shell)
		}
	}
	for command, want := range map[string]int{"kill -INT $$": 130, "kill -TERM $$": 143, "exit 3": 3} {
		if _, _, code := bootstrap(t, append(enter, "bash", "-c", command)...); code != want {
			t.Errorf("%s: exit %d, want %d", command, code, want)
		}
	}
	for signal, want := range map[unix.Signal]int{unix.SIGINT: 130, unix.SIGTERM: 143} {
		command := exec.Command(program(t), append(enter, "bash", "-c", "echo begun; exec sleep 100")...)
		var errs bytes.Buffer
		command.Stderr = &errs
		out, err := command.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		waitFor(t, out, "begun")
		began := time.Now()
		command.Process.Signal(signal)
		command.Wait()
		if code := command.ProcessState.ExitCode(); code != want || time.Since(began) > endsWithin || strings.TrimSpace(errs.String()) != "" {
			t.Errorf("%v: exit %d, want %d, after %v\n%s", signal, code, want, time.Since(began), errs.String())
		}
	}
	if _, err := os.Stat(dir + "/root/etc/data"); err != nil {
		t.Error(err)
	}
}
