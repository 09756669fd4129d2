package userdb

import (
	"bytes"
	"testing"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
)

// FuzzRecord reads any JSON as the reply with a user and with a group.
func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"userName":"a","uid":1,"gid":2,"homeDirectory":"/","perMachine":[{"matchHostname":["a"],"shell":"/b"}]}`))
	f.Add([]byte(`{"groupName":"a","gid":1,"members":["b","c"],"binding":{"":{"gid":2}}}`))
	s := &fsys.System{}
	f.Fuzz(func(t *testing.T, text []byte) {
		if u := userOf(s, text, entry.Query{}); u != nil {
			e := u.entry()
			line := bytes.Join([][]byte{e.Name, e.Password, e.Gecos, e.Dir, e.Shell}, []byte(":"))
			if bytes.Count(line, []byte(":")) != 4 || bytes.ContainsAny(line, "\n\x00") {
				t.Fatalf("%q of %q", line, text)
			}
		}
		if g := groupOf(s, text, entry.Query{}); g != nil && (g.GroupName == "" || !printable(g.members()...)) {
			t.Fatalf("%+v of %q", g, text)
		}
	})
}
