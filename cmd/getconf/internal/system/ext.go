package system

import (
	"strconv"
	"syscall"
)

// extLinkMax tells ext4 from ext2 and ext3, as glibc 2.36 was observed to do:
// the device's name from /sys/dev/block is in /sys/fs/ext4 for ext4; without
// such a name, the mount of the same device in /proc/mounts says the type.
func extLinkMax(e *examination) (string, error) {
	const ext4, older = "65000", "32000"
	if e.statErr != nil {
		return older, nil
	}
	device := uint64(e.stat.Dev)
	var target [4096]byte
	n, err := syscall.Readlink("/sys/dev/block/"+devNumber(device), target[:])
	if err == nil {
		if syscall.Access("/sys/fs/ext4/"+base(string(target[:n])), 0) == nil {
			return ext4, nil
		}
		return older, nil
	}
	if mountType(device) == "ext4" {
		return ext4, nil
	}
	return older, nil
}

// devNumber is MAJOR:MINOR of a device number (makedev(3)).
func devNumber(device uint64) string {
	major := device>>8&0xfff | device>>32&^0xfff
	minor := device&0xff | device>>12&^0xff
	return strconv.FormatUint(major, 10) + ":" + strconv.FormatUint(minor&0xffffffff, 10)
}

func base(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[i+1:]
		}
	}
	return path
}

// mountType is the type of the first ext file system in /proc/mounts that is
// on device, or "".
func mountType(device uint64) string {
	mounts, err := readFile("/proc/mounts")
	for err == nil && mounts != "" {
		var line string
		line, mounts = cutLine(mounts)
		_, line = cutByte(line, ' ')
		dir, line := cutByte(line, ' ')
		kind, _ := cutByte(line, ' ')
		if kind != "ext2" && kind != "ext3" && kind != "ext4" {
			continue
		}
		var stat syscall.Stat_t
		if syscall.Stat(unescape(dir), &stat) == nil && uint64(stat.Dev) == device {
			return kind
		}
	}
	return ""
}

// unescape replaces the \ooo of a field of /proc/mounts (fstab(5)).
func unescape(field string) string {
	out := make([]byte, 0, len(field))
	for i := 0; i < len(field); i++ {
		if field[i] == '\\' && i+3 < len(field) {
			if n, err := strconv.ParseUint(field[i+1:i+4], 8, 8); err == nil {
				out = append(out, byte(n))
				i += 3
				continue
			}
		}
		out = append(out, field[i])
	}
	return string(out)
}
