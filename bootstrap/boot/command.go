package boot

import (
	"bytes"
	"context"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// run runs a command inside the running machine and returns its exit status,
// 128+N after signal N. It is not a part of any unit.
func (m *machine) run(ctx context.Context, args, env []string, streams Streams) (int, error) {
	status, err := m.call(ctx, call{args, env}, streams)
	if err != nil {
		return -1, fmt.Errorf("run %s in the machine: %w", args[0], err)
	}
	return status, nil
}

func (m *machine) call(ctx context.Context, told call, streams Streams) (int, error) {
	given, copied, err := streams.open()
	if err != nil {
		return -1, err
	}
	ours, theirs, err := namespace.SocketPair(unix.SOCK_STREAM, "reply")
	if err != nil {
		given.close()
		return -1, err
	}
	defer ours.Close()
	stop := context.AfterFunc(ctx, func() { unix.Shutdown(int(ours.Fd()), unix.SHUT_RDWR) })
	defer stop()
	var data bytes.Buffer
	err = gob.NewEncoder(&data).Encode(told)
	if err == nil && data.Len() > maxCall {
		err = errors.New("the command line is too long")
	}
	if err == nil {
		err = namespace.Pass(int(m.agent.Fd()), data.Bytes(), given.fd(0), given.fd(1), given.fd(2), int(theirs.Fd()))
	}
	given.close()
	theirs.Close()
	if err != nil {
		return -1, err
	}
	var got reply
	err = json.NewDecoder(io.LimitReader(ours, maxReply)).Decode(&got)
	switch {
	case ctx.Err() != nil:
		return -1, ctx.Err()
	case err != nil:
		return -1, fmt.Errorf("the machine ended: %w", err)
	case got.Failed != "":
		return -1, errors.New(got.Failed)
	}
	copied.Wait()
	return got.Status, nil
}

// ends are the ends of streams that a command gets.
type ends struct {
	files [3]*os.File
	made  []*os.File // here, of the files, to be closed
}

func (e *ends) fd(i int) int { return int(e.files[i].Fd()) }

func (e *ends) close() {
	for _, file := range e.made {
		file.Close()
	}
}

// open returns the streams as files: pipes for those that are none, from and to
// which they are copied. The outputs are when copied is done.
func (s Streams) open() (given *ends, copied *sync.WaitGroup, err error) {
	given, copied = &ends{}, &sync.WaitGroup{}
	defer func() {
		if err != nil {
			given.close()
		}
	}()
	if file, ok := s.In.(*os.File); ok {
		given.files[0] = file
	} else if err = given.input(s.In); err != nil {
		return nil, nil, err
	}
	for i, out := range []io.Writer{s.Out, s.Err} {
		if file, ok := out.(*os.File); ok {
			given.files[1+i] = file
		} else if err = given.output(1+i, out, copied); err != nil {
			return nil, nil, err
		}
	}
	return given, copied, nil
}

// input makes the pipe of standard input; none is at its end at once.
func (e *ends) input(from io.Reader) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	e.files[0], e.made = read, append(e.made, read)
	go func() {
		defer write.Close()
		if from != nil {
			io.Copy(write, from)
		}
	}()
	return nil
}

// output makes the pipe of an output, and copies from it. The machine's root owns
// it, to open it anew as /dev/stdout.
func (e *ends) output(i int, to io.Writer, copied *sync.WaitGroup) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	e.files[i], e.made = write, append(e.made, write)
	copied.Go(func() {
		defer read.Close()
		if to == nil {
			to = io.Discard
		}
		io.Copy(to, read)
	})
	return write.Chown(namespace.Shifted().Root(), namespace.Shifted().Root())
}
