package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/bootstrap/build"
)

// TestEvents has one package that builds and one that fails.
func TestEvents(t *testing.T) {
	recipes := recipeSet(t, map[string]string{
		"good": "builddeps: [filesystem]\ninstall: |\n  echo > %(installroot)/good\n",
		"poor": "builddeps: [good]\ninstall: |\n  exit 3\n",
		"rest": "builddeps: [poor]\ninstall: |\n  exit 3\n",
	})
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	command := exec.Command(program(t), append([]string{"stage3", "--status-fd", "3"}, tools(t, recipes, t.TempDir())...)...)
	command.ExtraFiles = []*os.File{write}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	write.Close()
	var got []string
	var last build.Event
	for lines := bufio.NewScanner(read); lines.Scan(); {
		last = build.Event{}
		decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&last); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		got = append(got, strings.TrimSpace(last.Kind+" "+last.Package))
		if last.Kind == build.Failed && (last.Why != "the build ended with status 3 in install: `exit 3`" || !strings.HasSuffix(last.Log, ".failed.log")) {
			t.Errorf("failed: %+v", last)
		}
	}
	command.Wait()
	want := []string{
		"planned", "started filesystem", "extracted filesystem", "built filesystem", "installed filesystem",
		"started good", "extracted good", "built good", "installed good",
		"started poor", "extracted poor", "failed poor", "done",
	}
	if difference := cmp.Diff(want, got); difference != "" {
		t.Error(difference)
	}
	if last.Finished != 2 || last.Failures != 1 || last.Skipped != 1 || last.Total != 4 {
		t.Errorf("the end of the run: %+v", last)
	}
}

// TestEventsAreDocumented holds events.md against the fields and kinds.
func TestEventsAreDocumented(t *testing.T) {
	text, err := os.ReadFile("events.md")
	if err != nil {
		t.Fatal(err)
	}
	words := []string{build.Planned, build.Started, build.Fetched, build.Extracted, build.Compiled, build.Installed, build.Failed, build.Done}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[build.Event]()) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		words = append(words, name)
	}
	for _, word := range words {
		contains(t, "events.md", string(text), "`"+word+"`")
	}
}

func TestWrongStatusFD(t *testing.T) {
	_, errs, code := bootstrap(t, "stage3", "--status-fd", "77", "--state", t.TempDir())
	if contains(t, "the message", errs, "--status-fd 77: bad file descriptor"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
}
