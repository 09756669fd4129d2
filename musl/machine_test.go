package musl

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestMachines(t *testing.T) {
	seen := map[string]string{}
	for _, m := range Machines() {
		for what, name := range map[string]string{"go": m.Go, "triple": m.Triple, "loader": m.Loader, "qemu": m.Qemu} {
			if other, ok := seen[what+" "+name]; ok {
				t.Errorf("%s and %s have the same name for %s: %s", m.Name, other, what, name)
			}
			seen[what+" "+name] = m.Name
		}
	}
	if m, err := ParseMachine("aarch64"); err != nil || m.Go != "arm64" || m.Triple != "aarch64-linux-musl" {
		t.Errorf("%+v, %v", m, err)
	}
	if _, err := ParseMachine("vax"); err == nil || !strings.Contains(err.Error(), `unknown machine "vax": known are aarch64, `) {
		t.Errorf("an unknown machine: %v", err)
	}
}

func TestMachineFilesAreChecked(t *testing.T) {
	for text, want := range map[string]string{
		"go: x\n":       "machines/m.yaml: go, musl, triple",
		"colour: red\n": "machines/m.yaml: ",
	} {
		files := fstest.MapFS{"machines/m.yaml": {Data: []byte(text)}}
		if _, err := readMachines(files); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestHost(t *testing.T) {
	if _, err := Host(); err != nil {
		t.Error(err)
	}
}
