package system

import "syscall"

// readFile is the content of a file of /proc or /sys, up to 256 KiB: more than
// any list of CPUs or mounts that a kernel prints for a usual machine.
func readFile(path string) (string, error) {
	const most = 256 << 10
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return "", err
	}
	defer syscall.Close(fd)
	var content []byte
	chunk := make([]byte, 4096)
	for len(content) < most {
		n, err := syscall.Read(fd, chunk)
		switch {
		case err == syscall.EINTR:
			continue
		case err != nil:
			return "", err
		case n == 0:
			return string(content), nil
		}
		content = append(content, chunk[:n]...)
	}
	return string(content), nil
}

// cutLine is the first line of text, without its newline, and what follows.
func cutLine(text string) (line, rest string) {
	return cutByte(text, '\n')
}

// cutByte is text before and after the first c, or all of it and nothing.
func cutByte(text string, c byte) (before, after string) {
	for i := 0; i < len(text); i++ {
		if text[i] == c {
			return text[:i], text[i+1:]
		}
	}
	return text, ""
}

// leadingNumber is the decimal number that text begins with.
func leadingNumber(text string) (n int, ok bool) {
	for i := 0; i < len(text) && isDigit(text[i]) && n < 1<<27; i++ {
		n, ok = n*10+int(text[i]-'0'), true
	}
	return n, ok
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
