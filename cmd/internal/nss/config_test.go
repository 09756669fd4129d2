package nss

import (
	"strings"
	"testing"
)

// FuzzNsswitch reads any nsswitch.conf.
func FuzzNsswitch(f *testing.F) {
	f.Add("passwd: files [!NOTFOUND=return success=merge] nosuch\n", "passwd")
	f.Add("passwd:[]", "passwd")
	f.Add("#a: b\n a : b[c=d", "a")
	f.Fuzz(func(t *testing.T, text, database string) {
		list, found := Find(text, database)
		if len(list) > 0 && !found {
			t.Fatalf("%v without a line", list)
		}
		for _, s := range list {
			if s.Name == "" || strings.ContainsAny(s.Name, " \t\n[") {
				t.Fatalf("service %q", s.Name)
			}
		}
		Malformed(text, func(string) bool { return true })
	})
}
