package isolation

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

// secretVariable is in the environment of the process that runs the sandboxes.
const secretVariable = "ISOLATION_SECRET"

// inheritedFD is where that process has the host's directory open, for whoever
// inherits it.
const inheritedFD = 50

// newHost makes the host that attacks are to reach, in a directory of the caller's.
// What it makes outside of the directory ends with undo.
func newHost(dir, program string) (h host.Host, undo func(), err error) {
	var undone []func()
	undo = func() {
		for _, f := range undone {
			f()
		}
	}
	later := func(f func()) { undone = append(undone, f) }
	h = host.Host{Dir: filepath.Join(dir, "host"), Variable: secretVariable, Left: "wildebeest-attack-left", Namespace: map[string]string{}}
	for _, make := range []func(*host.Host, func(func())) error{makeSecret, makeKeys, makeServers, makeQueues, lookAround} {
		if err := make(&h, later); err != nil {
			undo()
			return h, nil, err
		}
	}
	victim := exec.Command(program, "sleep")
	victim.Args[0] = "victim"
	victim.SysProcAttr = &unix.SysProcAttr{Pdeathsig: unix.SIGKILL}
	if err := victim.Start(); err != nil {
		undo()
		return h, nil, err
	}
	h.Victim = victim.Process.Pid
	later(func() { victim.Process.Kill(); victim.Wait() })
	return h, undo, nil
}

func makeSecret(h *host.Host, later func(func())) error {
	if err := os.Mkdir(h.Dir, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(h.Dir, "secret"), []byte(host.Secret+"\n"), 0o600); err != nil {
		return err
	}
	handle, _, err := unix.NameToHandleAt(unix.AT_FDCWD, h.Dir, 0)
	if err != nil {
		return fmt.Errorf("name a handle of %s: %w", h.Dir, err)
	}
	h.Handle, h.Type = handle.Bytes(), handle.Type()
	if devices, _, err := unix.NameToHandleAt(unix.AT_FDCWD, "/dev", 0); err == nil {
		h.Device, h.Kind = devices.Bytes(), devices.Type()
	}
	var stat unix.Stat_t
	if err := unix.Stat(h.Dir, &stat); err != nil {
		return err
	}
	if unix.Major(stat.Dev) != 0 {
		h.Disk = stat.Dev
	}
	fd, err := unix.Open(h.Dir, unix.O_PATH, 0)
	if err != nil {
		return err
	}
	later(func() { unix.Close(inheritedFD) })
	return errors.Join(unix.Dup2(fd, inheritedFD), unix.Close(fd))
}

func makeKeys(h *host.Host, later func(func())) error {
	h.Key, h.Session = "wildebeest-attack-user", "wildebeest-attack-session"
	if _, err := unix.KeyctlInt(unix.KEYCTL_JOIN_SESSION_KEYRING, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("join a session keyring: %w", err)
	}
	for name, ring := range map[string]int{h.Key: unix.KEY_SPEC_USER_KEYRING, h.Session: unix.KEY_SPEC_SESSION_KEYRING} {
		if err := makeKey(name, ring); err != nil {
			return fmt.Errorf("make a key: %w", err)
		}
		later(func() { removeKey(name, ring) })
	}
	return nil
}

// makeKey puts a key with the secret into a keyring. Its rights can be set while it
// is in the session's.
func makeKey(name string, ring int) error {
	key, err := unix.AddKey("user", name, []byte(host.Secret), unix.KEY_SPEC_SESSION_KEYRING)
	if err != nil || ring == unix.KEY_SPEC_SESSION_KEYRING {
		return err
	}
	const user = 0x3f3f0000 // all rights for who has it, and for the user
	if err := unix.KeyctlSetperm(key, user); err != nil {
		return err
	}
	if _, err := unix.KeyctlInt(unix.KEYCTL_LINK, key, ring, 0, 0); err != nil {
		return err
	}
	_, err = unix.KeyctlInt(unix.KEYCTL_UNLINK, key, unix.KEY_SPEC_SESSION_KEYRING, 0, 0)
	return err
}

// removeKey removes a key, and tells whether there was one.
func removeKey(name string, ring int) bool {
	key, err := unix.KeyctlSearch(ring, "user", name, 0)
	if err != nil {
		return false
	}
	_, err = unix.KeyctlInt(unix.KEYCTL_UNLINK, key, ring, 0, 0)
	return err == nil
}

// leftProcess tells whether an attack has left a process, and ends it.
func leftProcess() bool {
	found := false
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, line := range lines {
		text, err := os.ReadFile(line)
		if err != nil || !strings.HasSuffix(string(text), "sleep\x00"+host.Mark+"\x00") {
			continue
		}
		var pid int
		if _, err := fmt.Sscanf(line, "/proc/%d/", &pid); err == nil {
			unix.Kill(pid, unix.SIGKILL)
		}
		found = true
	}
	return found
}

// leftFile tells whether an attack has made a file in the host's /dev, and removes it.
func leftFile() bool { return os.Remove("/dev/"+host.Mark) == nil }

// makeServers listens where a sandbox with a network of its own can't connect to.
func makeServers(h *host.Host, later func(func())) error {
	h.Abstract = fmt.Sprintf("wildebeest-attack-%d", os.Getpid())
	for network, address := range map[string]string{"tcp": "127.0.0.1:0", "unix": "@" + h.Abstract} {
		server, err := net.Listen(network, address)
		if err != nil {
			return err
		}
		later(func() { server.Close() })
		if network == "tcp" {
			h.TCP = server.Addr().String()
		}
		go func() {
			for {
				conn, err := server.Accept()
				if err != nil {
					return
				}
				io.WriteString(conn, host.Secret)
				conn.Close()
			}
		}()
	}
	return nil
}

func makeQueues(h *host.Host, later func(func())) (err error) {
	if h.Memory, err = unix.SysvShmGet(0, 4096, 0o600|unix.IPC_CREAT); err != nil {
		return fmt.Errorf("make shared memory: %w", err)
	}
	later(func() { unix.SysvShmCtl(h.Memory, unix.IPC_RMID, nil) })
	data, err := unix.SysvShmAttach(h.Memory, 0, 0)
	if err != nil {
		return err
	}
	copy(data, host.Secret)
	if err := unix.SysvShmDetach(data); err != nil {
		return err
	}
	queue, _, errno := unix.Syscall(unix.SYS_MSGGET, 0, 0o600|unix.IPC_CREAT, 0)
	if errno != 0 {
		return fmt.Errorf("make a message queue: %w", errno)
	}
	h.Queue = int(queue)
	later(func() { unix.Syscall(unix.SYS_MSGCTL, queue, unix.IPC_RMID, 0) })
	h.Posix = fmt.Sprintf("wildebeest-attack-%d", os.Getpid())
	name, err := unix.BytePtrFromString(h.Posix)
	if err != nil {
		return err
	}
	fd, _, errno := unix.Syscall6(unix.SYS_MQ_OPEN, pointer(name), unix.O_RDWR|unix.O_CREAT, 0o600, 0, 0, 0)
	if errno != 0 {
		return fmt.Errorf("make a POSIX message queue: %w", errno)
	}
	later(func() { unix.Syscall(unix.SYS_MQ_UNLINK, pointer(name), 0, 0); unix.Close(int(fd)) })
	return nil
}

// lookAround notes what the caller has already.
func lookAround(h *host.Host, _ func(func())) (err error) {
	if h.Terminal, err = os.Readlink("/proc/self/fd/0"); err != nil {
		return err
	}
	if h.Name, err = os.Hostname(); err != nil {
		return err
	}
	for _, name := range []string{"user", "mnt", "net", "pid"} {
		if h.Namespace[name], err = os.Readlink("/proc/self/ns/" + name); err != nil {
			return err
		}
	}
	return nil
}
