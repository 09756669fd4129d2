package namespace

import (
	"fmt"
	"io"
	"os"
	"sync"

	"golang.org/x/sys/unix"
)

// Self returns this program as a sealed file in memory. Nobody can write to it,
// whoever gets hold of it, and everybody may run it, whatever the mode of the
// program's own file.
var Self = sync.OnceValues(func() (*os.File, error) {
	own, err := os.Open("/proc/self/exe")
	if err != nil {
		return nil, err
	}
	defer own.Close()
	fd, err := unix.MemfdCreate("bootstrap", unix.MFD_CLOEXEC|unix.MFD_ALLOW_SEALING|unix.MFD_EXEC)
	if err == unix.EINVAL { // before Linux 6.3, where each of these files can be run
		fd, err = unix.MemfdCreate("bootstrap", unix.MFD_CLOEXEC|unix.MFD_ALLOW_SEALING)
	}
	if err != nil {
		return nil, fmt.Errorf("make a file in memory to run this program from: %w", err)
	}
	file := os.NewFile(uintptr(fd), "bootstrap")
	if _, err := io.Copy(file, own); err != nil {
		return nil, fmt.Errorf("copy this program into memory: %w", err)
	}
	const seals = unix.F_SEAL_SEAL | unix.F_SEAL_SHRINK | unix.F_SEAL_GROW | unix.F_SEAL_WRITE
	if _, err := unix.FcntlInt(file.Fd(), unix.F_ADD_SEALS, seals); err != nil {
		return nil, fmt.Errorf("seal this program in memory: %w", err)
	}
	return file, nil
})
