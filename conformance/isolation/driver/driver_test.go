// Package driver attacks the driver of builds through what it is given: archives,
// what packages install, builds, roots and states. An attack is a row of a table;
// each is tried as root and as an ordinary user, by the program as users have it.
package driver

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// An attack is a recipe that wants something of the host. The host's directory is
// one of the attack's own, which the driver can read and write (newHost says what
// is in it). HOST in the recipe stands for its path.
type attack struct {
	name  string
	tries string // for the table
	// source makes the recipe's archive; nil is a recipe without one. host is the
	// directory's path.
	source func(host string) []byte
	// recipe is what follows name, version, release and upstreams. A first line
	// that is no key is of a build section; the install section is added where
	// there is none.
	recipe string
	with   map[string]string // other recipes, by name
	want   string            // what the driver's error or the build's log has
	limit  string            // the limit that stops the build
	// asUser is what the log has where an ordinary user runs the driver, whose builds
	// no cgroup limits: the build fails by itself.
	asUser string
}

// The two runs of the attacks: with the limits that builds have by themselves, and
// with limits that are soon reached. Time-outs are those of a machine that does
// much else.
var (
	usual  = []string{"--disk-limit=2G", "--time-limit=5m"}
	narrow = []string{
		"--time-limit=25s", "--silence-limit=12s", "--memory-limit=256M", "--process-limit=150",
		"--disk-limit=60M", "--log-limit=2M", "--file-size-limit=1G",
	}
)

// TestDriver runs every attack of the tables. Nothing of the host may be read,
// written or made, and nothing may be left; the driver must say what each wants.
func TestDriver(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Fatal("the attacks run as root and as a user; run the test as root")
	}
	table := make(map[string]map[string]string)
	groups := []struct {
		attacks []attack
		options []string
	}{{slices.Concat(archives, packages, builds, ledgers), usual}, {limits, narrow}}
	for _, who := range accounts {
		t.Run(who.name, func(t *testing.T) {
			for _, group := range groups {
				r := newWorkspace(t, who)
				for _, a := range group.attacks {
					r.add(t, a)
				}
				run := r.stage3(t, append(group.options, "--keep-going")...)
				t.Logf("%d attacks in %v", len(group.attacks), run.took)
				if run.code != 1 {
					t.Errorf("exit %d, want 1\n%s", run.code, run.said)
				}
				for _, a := range group.attacks {
					outcome := run.judge(t, r, a)
					note(table, a.name, who.name, outcome)
				}
				r.isClean(t, run)
			}
		})
	}
	var rows [][]string
	for _, group := range groups {
		for _, a := range group.attacks {
			rows = append(rows, []string{a.name, a.tries})
		}
	}
	for i, row := range rows {
		rows[i] = append(row, table[row[0]][accounts[0].name], table[row[0]][accounts[1].name])
	}
	if len(rows) < 60 {
		t.Errorf("only %d attacks", len(rows))
	}
	checkTable(t, rows)
}

func note(table map[string]map[string]string, attack, who, outcome string) {
	if table[attack] == nil {
		table[attack] = make(map[string]string)
	}
	table[attack][who] = outcome
}

// judge looks at what came of an attack, and says it in a word.
func (run *result) judge(t *testing.T, r *workspace, a attack) string {
	t.Helper()
	outcome := "contained"
	e := run.last[a.name]
	switch {
	case e.Event == "failed" && e.Limit != "":
		outcome = "stopped"
	case e.Event == "failed":
		outcome = "refused"
	case e.Event != "installed":
		t.Errorf("%s: nothing came of it but %q\n%s", a.name, e.Event, run.said)
	}
	want, limit := a.want, a.limit
	if r.who.uid != 0 && a.asUser != "" {
		want, limit = a.asUser, ""
	}
	if e.Limit != limit {
		t.Errorf("%s: stopped by the limit %q, want %q: %s", a.name, e.Limit, limit, e.Why)
	}
	log := r.log(a.name)
	if !strings.Contains(e.Why+"\n"+log, want) {
		t.Errorf("%s: %q is neither in the error\n%s\nnor in the log\n%.2000s", a.name, want, e.Why, log)
	}
	if bad := r.hosts[a.name].changed(t); bad != "" {
		t.Errorf("%s: on the host, %s", a.name, bad)
		outcome = "reached"
	}
	return outcome
}
