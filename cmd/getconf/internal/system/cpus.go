package system

import (
	"math/bits"
	"strings"
	"syscall"
	"unsafe"

	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

// Affinity is the number of CPUs that the process may run on: musl's answer
// for both the configured and the online processors. musl asks with a set of
// 1024 bits, and counts one CPU where that fails.
func Affinity(*Query) (string, error) {
	var set [1024 / 64]uint64
	count, ok := allowed(unsafe.Pointer(&set), unsafe.Sizeof(set))
	if !ok {
		count = 1
	}
	return value.Number(count)
}

// OnlineCPUs and PossibleCPUs are glibc's answers: neither the affinity mask
// nor cgroups have an effect, unless /sys and /proc are both missing.
func OnlineCPUs(*Query) (string, error)   { return listedCPUs("/sys/devices/system/cpu/online") }
func PossibleCPUs(*Query) (string, error) { return listedCPUs("/sys/devices/system/cpu/possible") }

func listedCPUs(path string) (string, error) {
	if text, err := readFile(path); err == nil {
		if n := countList(text); n > 0 {
			return value.Number(n)
		}
	}
	if text, err := readFile("/proc/stat"); err == nil {
		if n := countStat(text); n > 0 {
			return value.Number(n)
		}
	}
	const most, whenUnknown = 32768, 32768 // observed on glibc 2.36
	var set [most / 64]uint64
	count, ok := allowed(unsafe.Pointer(&set), unsafe.Sizeof(set))
	if !ok {
		count = whenUnknown
	}
	return value.Number(count)
}

// allowed counts the CPUs in the process's affinity mask.
func allowed(set unsafe.Pointer, size uintptr) (count uint64, ok bool) {
	_, _, errno := syscall.RawSyscall(syscall.SYS_SCHED_GETAFFINITY, 0, size, uintptr(set))
	for i := uintptr(0); i < size; i += 8 {
		count += uint64(bits.OnesCount64(*(*uint64)(unsafe.Add(set, i))))
	}
	return count, errno == 0
}

// countList counts the CPUs of a list such as "0-3,8,10-11".
func countList(text string) (count uint64) {
	text, _ = cutLine(text)
	for text != "" {
		var part string
		part, text = cutByte(text, ',')
		first, second := cutByte(part, '-')
		low, ok := leadingNumber(first)
		high := low
		if ok && second != "" {
			high, ok = leadingNumber(second)
		}
		if !ok || high < low {
			return 0
		}
		count += uint64(high - low + 1)
	}
	return count
}

// countStat counts the lines of /proc/stat that describe one CPU.
func countStat(text string) (count uint64) {
	for text != "" {
		var line string
		line, text = cutLine(text)
		if strings.HasPrefix(line, "cpu") && len(line) > 3 && isDigit(line[3]) {
			count++
		}
	}
	return count
}
