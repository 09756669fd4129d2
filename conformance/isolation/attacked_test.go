package isolation

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// roleVariable makes this program the one that is attacked; it has the role as JSON.
const roleVariable = "ISOLATION_ROLE"

// A role is what that program does: it tries attacks in sandboxes.
type role struct {
	Dir       string // of its own
	Program   string // the attacks
	Attacks   []string
	Sandboxes []string
}

// An outcome is what came of an attack in a sandbox.
type outcome struct {
	Attack, Sandbox string
	Reached         string // "" is contained
	Failed          string // why it could not be tried
}

// attacked is the main program of the role. Outcomes go to descriptor 3.
func attacked() int {
	runtime.LockOSThread() // whose keyrings and terminal are the caller's
	var r role
	if err := json.Unmarshal([]byte(os.Getenv(roleVariable)), &r); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	os.Unsetenv(roleVariable)
	h, undo, err := newHost(r.Dir, r.Program)
	if err != nil {
		fmt.Fprintln(os.Stderr, "make the host:", err)
		return 1
	}
	defer undo()
	out := json.NewEncoder(os.NewFile(3, "outcomes"))
	for _, name := range r.Sandboxes {
		for _, attack := range r.Attacks {
			if name == "chroot" && aimsAtFirst(attack) {
				continue
			}
			o := outcome{Attack: attack, Sandbox: name}
			if o.Reached, err = try(sandboxes[name], r.Dir, attack, h, r.Program); err != nil {
				o.Failed = err.Error()
			}
			if err := out.Encode(o); err != nil {
				return 1
			}
		}
	}
	return 0
}

// aimsAtFirst tells whether an attack is aimed at process 1, which without a
// sandbox is the machine's.
func aimsAtFirst(attack string) bool { return strings.HasSuffix(attack, "-process-1") }
