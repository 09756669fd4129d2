package files

import (
	"strings"
	"testing"
)

// FuzzHostConf reads any text as host.conf: no more domains are trimmed than can be,
// and a name that was trimmed is the beginning of what it was.
func FuzzHostConf(f *testing.F) {
	f.Add("multi on\ntrim .a.example,.b.example\n# trim .c\norder hosts,bind\nreorder off", "one.a.example")
	f.Add("trim a b c d e f\nMULTI OFF x\nmulti\x00on\n,\n", "A")
	f.Fuzz(func(t *testing.T, text, name string) {
		problems := 0
		c := ParseHostConf(text, func(error) { problems++ })
		if len(c.trim) > maxTrim || problems > strings.Count(text, "\n")+1 {
			t.Fatalf("%d domains, %d problems of %q", len(c.trim), problems, text)
		}
		if short := c.Trim(name); !strings.HasPrefix(name, short) || short == "" && name != "" {
			t.Fatalf("%q became %q", name, short)
		}
	})
}
