package getent

import (
	"fmt"
	"testing"
)

// TestCompat holds the compat service against glibc's: systemd's own factory
// nsswitch.conf names it.
func TestCompat(t *testing.T) {
	conf := "passwd: compat\ngroup: compat\nshadow: compat\n"
	for _, lines := range []tree{
		{"passwd": "", "group": "", "shadow": ""},
		{
			"passwd": "root:x:0:0::/root:/bin/sh\n-games\nbin:x:2:2::/b:/b\ngames:x:5:5::/g:/g\n",
			"group":  "root:x:0:\n-adm\nbin:x:2:bin\nadm:x:4:bin\n",
			"shadow": "root:*:1::::::\n-games\nbin:*:2::::::\ngames:*:3::::::\n",
		},
		{
			"passwd": "root:x:0:0::/root:/bin/sh\ngames:x:5:5::/g:/g\n-games\n+bin\nbin:x:2:2::/b:/b\n",
			"group":  "root:x:0:\n+adm\nbin:x:2:bin\nadm:x:4:bin\n",
			"shadow": "root:*:1::::::\n+bin\nbin:*:2::::::\n",
		},
		{
			"passwd": "root:x:0:0::/root:/bin/sh\n+::::::\nbin:x:2:2::/b:/b\n",
			"group":  "root:x:0:\n+:::\nbin:x:2:bin\n",
			"shadow": "root:*:1::::::\n+\nbin:*:2::::::\n",
		},
		{
			"passwd": "root:x:0:0::/root:/bin/sh\n+@ng\nbin:x:2:2::/b:/b\n-@ng\ngames:x:5:5::/g:/g\n",
			"group":  "root:x:0:games,bin\nbin:x:2:bin\n-\nadm:x:4:bin\n",
			"shadow": "root:*:1::::::\n-@ng\nbin:*:2::::::\n",
		},
	} {
		lines["nsswitch.conf"] = conf
		lines.write(t)
		for _, args := range [][]string{
			{"passwd"}, {"passwd", "root"}, {"passwd", "bin"}, {"passwd", "games"}, {"passwd", "2"}, {"passwd", "5"}, {"passwd", "none"},
			{"group"}, {"group", "adm"}, {"group", "bin"}, {"group", "2"}, {"group", "4"}, {"initgroups", "bin"},
			{"shadow"}, {"shadow", "bin"}, {"shadow", "games"}, {"-s", "compat", "passwd", "bin"},
		} {
			likeGlibc(t, lines, args...)
		}
	}
}

// TestCompatLines compares generated files of the compat service, with netgroups.
func TestCompatLines(t *testing.T) {
	for seed := *firstSeed; seed < *firstSeed+uint64(*sweep); seed++ {
		g := newGenerator(seed)
		lines := func(fields string, with func() string) string {
			text := ""
			for range 1 + g.IntN(7) {
				name := g.pick("root", "bin", "games", "u1", "u2")
				switch g.IntN(5) {
				case 0:
					text += g.pick("-", "+") + g.pick(name, name, "", "@ng", "@", "@"+name) + g.pick("", fields) + "\n"
				case 1:
					text += g.pick("+:x"+fields, " -"+name, "#x", "", "-"+name+":x:9:9:::") + "\n"
				default:
					text += name + with() + "\n"
				}
			}
			return text
		}
		tr := tree{
			"nsswitch.conf": "passwd: compat\ngroup: compat\nshadow: compat\n", "netgroup": "ng (,u1,) (h,games,) in\nin (,root,x)\nu2 (,,)\n",
			"passwd": lines("::::::", func() string { return fmt.Sprintf(":x:%d:1::/:/s", g.IntN(3)) }),
			"group":  lines(":::", func() string { return fmt.Sprintf(":x:%d:%s", g.IntN(3), g.pick("", "u1", "u2,bin")) }),
			"shadow": lines("::::::::", func() string { return ":*:1::::::" }),
		}
		tr.write(t)
		names := []string{"root", "bin", "games", "u1", "u2"}
		for _, database := range []string{"passwd", "group", "shadow"} {
			likeGlibc(t, tr, database)
			likeGlibc(t, tr, append([]string{database, "0", "1", "2"}, names...)...)
		}
		likeGlibc(t, tr, append([]string{"initgroups"}, names...)...)
	}
}
