package files

import "io"

// aheadSize is how large a file must be for a second thread to read it ahead:
// for smaller ones starting it takes longer than it saves.
const aheadSize = 4 << 20

// ahead reads a file ahead, so that the kernel copies a block while the one
// before it is searched.
type ahead struct {
	full chan chunk
	free chan []byte
	done chan struct{}
	now  chunk
	left []byte // of now, not yet read
}

type chunk struct {
	buf []byte
	n   int
	err error
}

func newAhead(file io.Reader) *ahead {
	a := &ahead{full: make(chan chunk, 2), free: make(chan []byte, 2), done: make(chan struct{})}
	a.free <- make([]byte, blockSize)
	a.free <- make([]byte, blockSize)
	go a.fill(file)
	return a
}

// fill reads until the end of the file or Close.
func (a *ahead) fill(file io.Reader) {
	defer close(a.done)
	for buf := range a.free {
		n, err := file.Read(buf)
		a.full <- chunk{buf, n, err}
		if err != nil {
			return
		}
	}
}

// Read reads from the blocks, as io.Reader.
func (a *ahead) Read(p []byte) (int, error) {
	for len(a.left) == 0 {
		if a.now.err != nil {
			return 0, a.now.err
		}
		if a.now.buf != nil {
			a.free <- a.now.buf
		}
		a.now = <-a.full
		a.left = a.now.buf[:a.now.n]
	}
	n := copy(p, a.left)
	a.left = a.left[n:]
	return n, nil
}

// Close ends the reading; the file may be closed then.
func (a *ahead) Close() {
	close(a.free)
	<-a.done
}
