package headers_test

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLocalesOfMusl runs the module localename where glibc has no like: with
// locales in $MUSL_LOCPATH, names of the environment, and what setlocale returned
// given back. The categories are CTYPE 0, NUMERIC 1, TIME 2, COLLATE 3,
// MONETARY 4, MESSAGES 5, ALL 6; under each call is Sunday of
// the new locale, whose other categories musl takes from the environment.
func TestLocalesOfMusl(t *testing.T) {
	dir := t.TempDir()
	german := catalogue([][2]string{{"Sunday", "Sonntag"}, {"^[yY]", "^[jJ]"}})
	for name, content := range map[string]string{"de_DE.UTF-8": german, "empty": "", "text": "no catalogue"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "directory"), 0o755); err != nil {
		t.Fatal(err)
	}
	const english = "Sunday ^[yY]\n"
	tests := []struct {
		what  string
		env   string
		calls []string
		want  string
	}{{
		"a file stands behind its name", "", []string{"6=de_DE.UTF-8", "6=C", "2=de_DE.UTF-8", "5=de_DE.UTF-8", "0=de_DE.UTF-8"},
		"6=de_DE.UTF-8: de_DE.UTF-8;C;de_DE.UTF-8;C;C;de_DE.UTF-8 UTF-8 Sonntag ^[jJ]\n  Sonntag\n" +
			"6=C: C ASCII " + english + "  Sunday\n" +
			"2=de_DE.UTF-8: de_DE.UTF-8 ASCII Sonntag ^[yY]\n  Sonntag\n" +
			"5=de_DE.UTF-8: de_DE.UTF-8 ASCII Sonntag ^[jJ]\n  Sunday\n" +
			"0=de_DE.UTF-8: de_DE.UTF-8 UTF-8 Sonntag ^[jJ]\n  Sunday\n",
	}, {
		"but not where musl has no data", "", []string{"1=de_DE.UTF-8", "3=de_DE.UTF-8", "4=de_DE.UTF-8"},
		"1=de_DE.UTF-8: ENOENT ASCII " + english + "  none\n" +
			"3=de_DE.UTF-8: ENOENT ASCII " + english + "  none\n" +
			"4=de_DE.UTF-8: ENOENT ASCII " + english + "  none\n",
	}, {
		"what is no catalogue is no locale", "", []string{"6=empty", "6=text", "6=directory", "6=missing"},
		"6=empty: ENOENT ASCII " + english + "  none\n6=text: ENOENT ASCII " + english + "  none\n" +
			"6=directory: ENOENT ASCII " + english + "  none\n6=missing: ENOENT ASCII " + english + "  none\n",
	}, {
		"the environment's name, with a file", "LANG=de_DE.UTF-8", []string{"6=", "1=", "6=-"},
		"6=: de_DE.UTF-8;C;de_DE.UTF-8;C;C;de_DE.UTF-8 UTF-8 Sonntag ^[jJ]\n  Sonntag\n" +
			"1=: C UTF-8 Sonntag ^[jJ]\n  Sonntag\n" +
			"6=-: de_DE.UTF-8;C;de_DE.UTF-8;C;C;de_DE.UTF-8 UTF-8 Sonntag ^[jJ]\n",
	}, {
		"without a file it is UTF-8, and the name of the messages", "LANG=zz_ZZ", []string{"6=", "6=C", "6=zz_ZZ", "0=zz_ZZ", "5=zz_ZZ", "2=zz_ZZ", "1=zz_ZZ"},
		"6=: zz_ZZ;C;C;C;C;zz_ZZ UTF-8 " + english + "  Sunday\n" +
			"6=C: C ASCII " + english + "  Sunday\n" +
			"6=zz_ZZ: ENOENT ASCII " + english + "  none\n" +
			"0=zz_ZZ: zz_ZZ UTF-8 " + english + "  Sunday\n" +
			"5=zz_ZZ: zz_ZZ UTF-8 " + english + "  Sunday\n" +
			"2=zz_ZZ: ENOENT UTF-8 " + english + "  none\n" +
			"1=zz_ZZ: ENOENT UTF-8 " + english + "  none\n",
	}, {
		"given back when the environment has changed", "LANG=zz_ZZ", []string{"6=", "LANG=C", "LC_MESSAGES=C", "6=C",
			"6=zz_ZZ;C;C;C;C;zz_ZZ", "0=yy_YY", "6=zz_ZZ;C;C;C;C;yy_YY", "6=zz_ZZ;C;zz_ZZ;C;C;C", "6=C;C;C;C;C", "6=C;C;C;C;C;C;C"},
		"6=: zz_ZZ;C;C;C;C;zz_ZZ UTF-8 " + english + "  Sunday\n" +
			"6=C: C ASCII " + english + "  Sunday\n" +
			"6=zz_ZZ;C;C;C;C;zz_ZZ: zz_ZZ;C;C;C;C;zz_ZZ UTF-8 " + english + "  Sunday\n" +
			"0=yy_YY: ENOENT UTF-8 " + english + "  none\n" +
			"6=zz_ZZ;C;C;C;C;yy_YY: ENOENT UTF-8 " + english + "  none\n" +
			"6=zz_ZZ;C;zz_ZZ;C;C;C: ENOENT UTF-8 " + english + "  none\n" +
			"6=C;C;C;C;C: EINVAL UTF-8 " + english + "  none\n" +
			"6=C;C;C;C;C;C;C: EINVAL UTF-8 " + english + "  none\n",
	}, {
		"an environment that says nothing, or nonsense", "NONE=", []string{"6=", "LANG=../../etc/passwd", "6=", "LANG=zzzzzzzzzzzzzzzzzzzzzzzz", "6=", "LANG=a;b", "6=", "LC_ALL=C", "6=", "LC_ALL=C.utf8", "6="},
		strings.Repeat("6=: C.UTF-8;C;C;C;C;C UTF-8 "+english+"  Sunday\n", 4) +
			"6=: C ASCII " + english + "  Sunday\n" +
			"6=: C.utf8 UTF-8 " + english + "  Sunday\n",
	}}
	for _, to := range muslTargets(t) {
		program := to.compile(t, "testdata/localepath.c", "-std=gnu11")
		for _, test := range tests {
			t.Run(to.name+"/"+test.what, func(t *testing.T) {
				run := exec.Command(program, test.calls...)
				run.Env = []string{"MUSL_LOCPATH=/nowhere:" + dir, test.env}
				out, err := run.CombinedOutput()
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(strings.Split(test.want, "\n"), strings.Split(string(out), "\n")); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// catalogue returns what msgfmt makes of messages, which are sorted.
func catalogue(messages [][2]string) string {
	count := uint32(len(messages))
	const header = 28
	tables, texts := [2][]byte{}, []byte{}
	for side := range 2 {
		for _, m := range messages {
			tables[side] = binary.LittleEndian.AppendUint32(tables[side], uint32(len(m[side])))
			tables[side] = binary.LittleEndian.AppendUint32(tables[side], header+16*count+uint32(len(texts)))
			texts = append(append(texts, m[side]...), 0)
		}
	}
	var file []byte
	for _, word := range []uint32{0x950412de, 0, count, header, header + 8*count, 0, 0} {
		file = binary.LittleEndian.AppendUint32(file, word)
	}
	return string(file) + string(tables[0]) + string(tables[1]) + string(texts)
}
