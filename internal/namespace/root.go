package namespace

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// A Root is what becomes / of a mount namespace. Dir and the mounts' sources are
// paths of the caller's; all others are the new root's.
type Root struct {
	Dir      string
	ReadOnly bool
	Mounts   []Mount
	Hostname string // empty leaves the caller's
	// Temporary is how many bytes the files in /tmp and /dev/shm may take together; 0
	// is the kernel's default for each, half of the machine's memory.
	Temporary int64
	// Owner is the host's number of the user and the group whose /tmp and /dev
	// these are.
	Owner int
	// Users, where not nil, is a user namespace: an owner of files on the disk is
	// seen as the user of the same number there, by idmapped mounts.
	Users *os.File
	// Tame ignores set-id bits and devices among the files.
	Tame bool
}

// A Mount is a directory or file of the host that shows up at Target, which must
// exist below the root's directory.
type Mount struct {
	Source, Target string
	ReadOnly       bool
}

// ErrNoIDMap is of a file system that can't be mounted idmapped.
var ErrNoIDMap = errors.New("no idmapped mount")

// MountPoints returns the directories that a Root's Dir must have beside the
// targets of its mounts.
func MountPoints() []string { return []string{"proc", "dev", "tmp"} }

// An OpenRoot is a root whose mounts are ready to be attached.
type OpenRoot struct {
	Root
	tree        int // of Dir
	attachments []attachment
	devices     []device
}

// Enter makes the root that of this process's mount namespace, with a /proc, /dev
// and /tmp of its own.
func (r Root) Enter() error {
	open, err := r.Open()
	if err != nil {
		return err
	}
	return open.Enter()
}

// Open makes the mounts of this process's mount namespace private and opens all
// that the root is made of. After ErrNoIDMap it can be called again.
func (r Root) Open() (*OpenRoot, error) {
	err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	if err == unix.EINVAL {
		return nil, errors.New("the root directory is no mount point, as in a plain chroot; bind-mount it onto itself before the chroot: mount --bind DIR DIR")
	}
	if err != nil {
		return nil, fmt.Errorf("make mounts private: %w", err)
	}
	open := &OpenRoot{Root: r}
	if open.tree, err = r.treeOf(r.Dir, r.ReadOnly); err != nil {
		return nil, err
	}
	if open.attachments, err = r.open(); err != nil {
		return nil, err
	}
	if open.devices, err = openDevices(); err != nil {
		return nil, err
	}
	return open, nil
}

// Enter makes the root that of this process's mount namespace, and of all other
// processes in it whose root and working directory are the same.
func (r *OpenRoot) Enter() error {
	if err := unix.MoveMount(r.tree, "", unix.AT_FDCWD, r.Dir, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
		return fmt.Errorf("mount %s: %w", r.Dir, err)
	}
	unix.Close(r.tree)
	if err := r.pivot(); err != nil {
		return err
	}
	if err := r.mountVirtual(); err != nil {
		return err
	}
	for _, device := range r.devices {
		if err := device.make(); err != nil {
			return err
		}
	}
	for _, a := range r.attachments {
		if err := a.attach(); err != nil {
			return err
		}
	}
	return r.setNames()
}

// setNames sets the names that uname(2) tells.
func (r Root) setNames() error {
	if r.Hostname == "" {
		return nil
	}
	if err := unix.Sethostname([]byte(r.Hostname)); err != nil {
		return fmt.Errorf("set the host name: %w", err)
	}
	if err := unix.Setdomainname([]byte("(none)")); err != nil { // the kernel's own default
		return fmt.Errorf("set the domain name: %w", err)
	}
	return nil
}

// An attachment is a mount tree of the host that is not attached yet. Sources
// are opened before the change of root and attached after it, so that a link in
// the new root can't lead a target out of it.
type attachment struct {
	tree   int // from open_tree(2)
	target string
}

// open opens the sources of the mounts.
func (r Root) open() ([]attachment, error) {
	var attachments []attachment
	for _, m := range r.Mounts {
		tree, err := r.treeOf(m.Source, m.ReadOnly)
		if err != nil {
			return nil, err
		}
		attachments = append(attachments, attachment{tree, m.Target})
	}
	return attachments, nil
}

// attach mounts the tree on its target, which it makes below /dev.
func (a attachment) attach() error {
	defer unix.Close(a.tree)
	if filepath.Dir(a.target) == "/dev" {
		if err := os.WriteFile(a.target, nil, 0o666); err != nil {
			return err
		}
	}
	if err := unix.MoveMount(a.tree, "", unix.AT_FDCWD, a.target, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
		return fmt.Errorf("mount %s: %w", a.target, err)
	}
	return nil
}

// treeOf takes a detached copy of a mount tree of the host's, with what the root
// asks of its mounts.
func (r Root) treeOf(source string, readOnly bool) (int, error) {
	var attr unix.MountAttr
	if readOnly {
		attr.Attr_set |= unix.MOUNT_ATTR_RDONLY
	}
	if r.Tame {
		attr.Attr_set |= unix.MOUNT_ATTR_NOSUID | unix.MOUNT_ATTR_NODEV
	}
	return CloneTree(source, &attr, r.Users)
}

// CloneTree takes a detached copy of a mount tree, as a bind mount would, gives its
// mounts the attributes, and maps the owners of files by a user namespace, if not
// nil, as Root's Users says.
func CloneTree(source string, attr *unix.MountAttr, users *os.File) (int, error) {
	tree, err := cloneTree(source, attr)
	if err != nil || users == nil {
		return tree, err
	}
	idmap := unix.MountAttr{Attr_set: unix.MOUNT_ATTR_IDMAP, Userns_fd: uint64(users.Fd())}
	if err := unix.MountSetattr(tree, "", unix.AT_EMPTY_PATH|unix.AT_RECURSIVE, &idmap); err != nil {
		unix.Close(tree)
		return -1, fmt.Errorf("mount %s: %w: %w", source, ErrNoIDMap, err)
	}
	return tree, nil
}

// cloneTree takes a detached copy of a mount tree, as a bind mount would, and
// gives its mounts the attributes.
func cloneTree(source string, attr *unix.MountAttr) (int, error) {
	tree, err := unix.OpenTree(unix.AT_FDCWD, source, unix.OPEN_TREE_CLONE|unix.OPEN_TREE_CLOEXEC|unix.AT_RECURSIVE)
	if err != nil {
		return -1, fmt.Errorf("bind %s: %w", source, err)
	}
	if attr.Attr_set == 0 {
		return tree, nil
	}
	if err := unix.MountSetattr(tree, "", unix.AT_EMPTY_PATH|unix.AT_RECURSIVE, attr); err != nil {
		unix.Close(tree)
		return -1, fmt.Errorf("set the attributes of the mount of %s: %w", source, err)
	}
	return tree, nil
}
