package getent

import (
	"fmt"
	"strings"
	"testing"
)

// TestLongLines reads lines that are longer than the buffers of musl, which are
// of 128 bytes for services and of 512 for hosts, and than those of glibc.
func TestLongLines(t *testing.T) {
	knotd(t)
	var aliases, names, members []string
	for i := range 200 {
		aliases = append(aliases, fmt.Sprintf("al%03d", i))
		names = append(names, fmt.Sprintf("h%04d", i))
	}
	for i := range 30000 {
		members = append(members, fmt.Sprintf("m%05d", i))
	}
	tr := tree{
		"services": "svc 80/tcp " + strings.Join(aliases, " ") + "\n" + strings.Repeat("x", 126) + " 81/tcp q\n" +
			strings.Repeat("y", 120) + " 82/tcp z zz\nlast 83/tcp\n",
		"hosts":         "10.0.0.1 " + strings.Join(names, " ") + "\n10.0.0.2 " + strings.Repeat("n", 497) + " end tail\n10.0.0.3 after\n",
		"passwd":        "a:x:1:1:" + strings.Repeat("g", 70000) + ":/:/bin/sh\n",
		"group":         "a:x:1:" + strings.Join(members, ",") + "\n",
		"nsswitch.conf": "hosts: files dns\n",
		"resolv.conf":   "nameserver 127.0.0.1\n",
	}
	tr.write(t)
	var lookups [][]string
	for i := 0; i < 200; i += 7 {
		lookups = append(lookups, []string{"services", aliases[i]}, []string{"hosts", names[i]}, []string{"ahosts", names[i]})
	}
	for _, key := range []string{"80", "81", "82", "83", "q", "z", "zz", "last"} {
		lookups = append(lookups, []string{"services", key})
	}
	for _, key := range []string{"end", "tail", "after", "10.0.0.1", "10.0.0.2", "10.0.0.3"} {
		lookups = append(lookups, []string{"hosts", key})
	}
	for _, args := range append(lookups, []string{"passwd"}, []string{"passwd", "a"}, []string{"group"}, []string{"group", "1"}, []string{"initgroups", "m29999", "m00000"}) {
		likeGlibc(t, nil, args...)
		likeMusl(t, nil, args...)
	}
}
