package isolation

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"unsafe"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

func pointer(text *byte) uintptr { return uintptr(unsafe.Pointer(text)) }

// A room is what every sandbox shows: a read-only root with the attacks in it,
// read-only tools, and a directory of the build's own.
type room struct{ root, tools, build string }

// program is the path of the attacks in a room.
const program = "/attacks"

func newRoom(dir, attacks string) (room, error) {
	r := room{filepath.Join(dir, "root"), filepath.Join(dir, "tools"), filepath.Join(dir, "build")}
	names := []string{r.root, r.tools, r.build}
	for _, name := range append(chroot.MountPoints(), "build", "tools", "sys") {
		names = append(names, filepath.Join(r.root, name))
	}
	for _, name := range names {
		if err := os.Mkdir(name, 0o755); err != nil {
			return r, err
		}
	}
	text, err := os.ReadFile(attacks)
	if err != nil {
		return r, err
	}
	return r, os.WriteFile(filepath.Join(r.root, program), text, 0o755)
}

// A sandbox runs an attack in a room, with the log as its standard output, and
// returns what it prints on standard error.
type sandbox func(r room, attack, setting string, log *os.File) (string, error)

// sandboxes are those that are compared, by their name in the table.
var sandboxes = map[string]sandbox{"ours": ours, "bubblewrap": bubblewrap, "chroot": plainChroot}

// ours runs it as a build.
func ours(r room, attack, setting string, log *os.File) (string, error) {
	var said bytes.Buffer
	_, err := chroot.Run(context.Background(), chroot.Spec{
		Root: r.root, ReadOnlyRoot: true, Confined: true, Hostname: "stage3", Dir: "/build",
		Mounts: []chroot.Mount{{Source: r.tools, Target: "/tools", ReadOnly: true}, {Source: r.build, Target: "/build"}},
		Env:    []string{setting, "PATH=/"}, Args: []string{program, attack},
	}, chroot.Streams{Out: log, Err: &said})
	return said.String(), err
}

func bubblewrap(r room, attack, setting string, log *os.File) (string, error) {
	name, value, _ := strings.Cut(setting, "=")
	return outside(exec.Command("bwrap", "--unshare-all", "--new-session", "--die-with-parent", "--cap-drop", "ALL",
		"--clearenv", "--setenv", name, value, "--hostname", "sandbox",
		"--ro-bind", r.root, "/", "--ro-bind", r.tools, "/tools", "--bind", r.build, "/build",
		"--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--chdir", "/build", program, attack), log)
}

// enter makes the plain chroot of a room, $1 to $3, and runs the rest in it.
const enter = `set -e
mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"
mount --bind "$2" "$1/tools"; mount -o remount,ro,bind "$1/tools"
mount --bind "$3" "$1/build"
mount --rbind /proc "$1/proc"; mount --rbind /dev "$1/dev"; mount --rbind /sys "$1/sys"
root=$1; shift 3
exec chroot "$root" "$@"`

// plainChroot is the control: what an attack reaches without a sandbox.
func plainChroot(r room, attack, setting string, log *os.File) (string, error) {
	command := exec.Command("sh", "-c", enter, "sh", r.root, r.tools, r.build, program, attack)
	command.Env = append(os.Environ(), setting)
	namespace.Private(command, 0)
	return outside(command, log)
}

func outside(command *exec.Cmd, log *os.File) (string, error) {
	var said bytes.Buffer
	command.Stdout, command.Stderr = log, &said
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := command.Run(); err != nil && command.ProcessState == nil {
		return "", err
	}
	return said.String(), nil
}

// try runs one attack in one sandbox and says what it reached.
func try(in sandbox, dir, attack string, h host.Host, attacks string) (string, error) {
	setting, err := h.Encode()
	if err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(dir, "room-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	r, err := newRoom(work, attacks)
	if err != nil {
		return "", err
	}
	log, err := os.OpenFile(filepath.Join(work, "log"), os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return "", err
	}
	defer log.Close()
	if _, err := log.WriteString(host.Secret + "\n"); err != nil {
		return "", err
	}
	said, err := in(r, attack, setting, log)
	if err != nil {
		return "", err
	}
	var verdict host.Verdict
	if err := json.Unmarshal([]byte(said[strings.LastIndex("\n"+strings.TrimSpace(said), "\n"):]), &verdict); err != nil {
		return "", fmt.Errorf("it said no verdict but %q", said)
	}
	if left := leftProcess(); left && verdict.Reached == "" {
		verdict.Reached = "a process was left running"
	}
	if leftFile() {
		verdict.Reached = "a file was made in /dev"
	}
	if removeKey(h.Left, unix.KEY_SPEC_USER_KEYRING) {
		verdict.Reached = "a key was left"
	}
	return verdict.Reached, nil
}
