//go:build !amd64 && !386 && !arm64

package cpucache

import (
	"runtime"

	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

// cacheValue is what glibc's getconf was observed to print under qemu-user:
// 2.36 on arm, ppc64le and s390x, 2.41 on riscv64. What a kernel or a register
// would tell it on such a machine was not observed.
func cacheValue(_ *Found, which cacheKind, _ cacheProperty) (string, error) {
	switch {
	case runtime.GOARCH == "s390x", runtime.GOARCH == "riscv64" && which != level4Cache:
		return "", value.Undefined
	}
	return "0", nil
}
