package getent

import (
	"flag"
	"testing"
)

// sweep is how many trees are generated for each database. The larger sweep of
// a release is go test ./conformance/getent -sweep 2000.
var sweep = flag.Int("sweep", 25, "generated trees for each database")

var firstSeed = flag.Uint64("seed", 1, "first seed of the generated trees")

func TestGeneratedTrees(t *testing.T) {
	knotd(t) // musl asks DNS for what isn't in hosts
	for _, s := range shapes {
		t.Run(s.database, func(t *testing.T) {
			failures := 0
			for seed := *firstSeed; seed < *firstSeed+uint64(*sweep) && failures < 8; seed++ {
				if !s.compare(t, newGenerator(seed)) {
					t.Logf("seed %d", seed)
					failures++
				}
			}
		})
	}
}

// compare asks for what one generated file has and has not.
func (s *shape) compare(t *testing.T, g generator) bool {
	text := g.file(1+g.IntN(30), func() string { return s.line(g) })
	if s.tame != nil {
		text = s.tame(text)
	}
	tr := tree{s.file: text, "nsswitch.conf": "hosts: files dns\n", "resolv.conf": "nameserver 127.0.0.1\n"}
	tr.write(t)
	ok := true
	if s.list {
		ok = likeGlibc(t, tr, s.database)
	}
	if s.muslList {
		ok = likeMusl(t, tr, s.database) && ok
	}
	if s.args != nil {
		for range 5 {
			ok = likeGlibc(t, tr, append([]string{s.database, "--"}, s.args(g, tr[s.file])...)...) && ok
		}
		return ok
	}
	keys := g.keys(tr[s.file], func() string { return s.key(g) })
	ok = likeGlibc(t, tr, append([]string{s.database, "--"}, keys...)...) && ok
	if s.musl {
		ok = likeMusl(t, tr, append([]string{s.database}, keys...)...) && ok
	}
	return ok
}
