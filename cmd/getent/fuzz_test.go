package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/cmd/internal/lines"
)

// databaseFiles are the databases that are read from files, and which.
var databaseFiles = []struct{ database, file string }{
	{"passwd", "passwd"}, {"group", "group"}, {"initgroups", "group"}, {"shadow", "shadow"}, {"gshadow", "gshadow"},
	{"hosts", "hosts"}, {"ahosts", "hosts"}, {"services", "services"}, {"protocols", "protocols"}, {"rpc", "rpc"},
	{"networks", "networks"}, {"ethers", "ethers"}, {"aliases", "aliases"}, {"netgroup", "netgroup"}, {"shells", "shells"},
}

// FuzzDatabases reads any file as any database: no crash, and no line of output
// for a user or group that isn't the one asked for.
func FuzzDatabases(f *testing.F) {
	f.Add(uint8(0), true, "a:x:1:1:g:/:/bin/sh\n", "a")
	f.Add(uint8(1), false, "a:x:1:b,c\n", "1")
	f.Add(uint8(3), true, "a:x:1:2:3:4:5:6:7\n", "a")
	f.Add(uint8(5), false, "10.0.0.1 a b # c\n::1 a\n", "b")
	f.Add(uint8(7), true, "http 80/tcp www\n", "www/tcp")
	f.Add(uint8(11), true, "0:1:2:3:4:5 h\n", "0:1:2:3:4:5")
	f.Add(uint8(12), true, "a: b, :include:/etc/aliases\n c\n", "a")
	f.Add(uint8(13), true, "g (a,b,c) \\\n h\nh (,,) g\n", "g")
	dir := f.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "etc"), 0o755); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, which uint8, glibc bool, content, key string) {
		db := databaseFiles[int(which)%len(databaseFiles)]
		path := filepath.Join(dir, "etc", db.file)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		if strings.ContainsRune(key, 0) {
			return // no argument has one
		}
		libc := "--libc=musl"
		if glibc {
			libc = "--libc=glibc"
		}
		late := time.AfterFunc(20*time.Second, func() {
			panic(fmt.Sprintf("no end of %s %q in %q", db.database, key, content))
		})
		defer late.Stop()
		var out, errs bytes.Buffer
		code := run(&out, &errs, []string{libc, "--root", dir, db.database, "--", key})
		if code != exitOK && code != exitNotFound {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
		text := out.String()
		if db.database == "passwd" || db.database == "group" {
			if n := strings.Count(text, "\n"); n > 1 {
				t.Fatalf("%d lines for one key: %q", n, text)
			}
			if _, number := lines.WholeNumber(key); !number && key != "" && text != "" && !strings.HasPrefix(text, key+":") {
				t.Fatalf("asked for %q, got %q", key, text)
			}
		}
		run(&out, &errs, []string{libc, "--root", dir, db.database})
	})
}

// FuzzCommandLine parses any arguments.
func FuzzCommandLine(f *testing.F) {
	f.Add("passwd\n-s\nfiles [x")
	f.Add("--no-\n--service=a:b")
	f.Add("-isfiles\n--\n-")
	f.Fuzz(func(t *testing.T, text string) {
		var out, errs bytes.Buffer
		args := append([]string{"--root", t.TempDir()}, strings.Split(text, "\n")...)
		for _, arg := range args[2:] {
			if strings.Contains(arg, "r") { // another --root
				return
			}
		}
		if code := run(&out, &errs, args); code < 0 || code > 3 && code != exitOption {
			t.Fatalf("exit code %d", code)
		}
	})
}
