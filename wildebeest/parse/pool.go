package parse

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
)

// Pool is a number of parser processes, which are started as they are needed.
type Pool struct {
	dirs []string
	idle chan *worker

	mu   sync.Mutex
	lost int // units that a process did not survive
	may  int
}

// mostWorkers bounds the parser processes of one scan, and so their memory.
const mostWorkers = 2

// ErrLost is a unit that is not parsed as too many others were too much for
// the parser.
var ErrLost = errors.New("other files of the tree were too much for the parser")

// NewPool returns a pool that parses with the headers of dirs. units is the
// number of units there are: of those, a few may end their process.
func NewPool(jobs, units int, dirs []string) *Pool {
	p := &Pool{dirs: dirs, idle: make(chan *worker, min(jobs, mostWorkers)), may: 4 + units/50}
	for range cap(p.idle) {
		p.idle <- nil
	}
	return p
}

// Close ends the processes. No unit may be parsed meanwhile, nor afterwards.
func (p *Pool) Close() {
	for range cap(p.idle) {
		if w := <-p.idle; w != nil {
			w.end()
		}
	}
}

// Unit parses a file of the tree and says of the names where they are declared.
// whole says that no declaration was left out.
func (p *Pool) Unit(ctx context.Context, tree Tree, unit string, names []string) (seen map[Spot]Verdict, whole bool, err error) {
	text, err := tree.Text(unit)
	if err != nil {
		return nil, false, err
	}
	w := <-p.idle
	defer func() { p.idle <- w }()
	if p.isLost() {
		return nil, false, ErrLost
	}
	if w == nil {
		if w, err = start(); err != nil {
			return nil, false, fmt.Errorf("start the parser: %w", err)
		}
	}
	stop := context.AfterFunc(ctx, w.kill)
	defer stop()
	a, err := w.parse(tree, job{Unit: unit, Text: text, Dirs: p.dirs, Names: names})
	switch {
	case err != nil:
		died := w.end()
		w = nil
		if ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
		p.lose()
		return nil, false, died
	case a.Err != "":
		return nil, false, errors.New(a.Err)
	}
	return a.Seen, a.Whole, nil
}

func (p *Pool) lose() {
	p.mu.Lock()
	p.lost++
	p.mu.Unlock()
}

func (p *Pool) isLost() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.lost >= p.may
}

// worker is a parser process, as the scan sees it.
type worker struct {
	command *exec.Cmd
	stdin   io.WriteCloser
	in      *gob.Decoder
	out     *gob.Encoder
	last    lastWords
}

func start() (*worker, error) {
	w := &worker{command: exec.Command("/proc/self/exe")}
	w.command.Args = []string{workerName}
	w.command.Env = []string{"GOMAXPROCS=1", "GOTRACEBACK=none"}
	w.command.Dir = "/"
	w.command.Stderr = &w.last
	var stdout io.ReadCloser
	var err error
	if w.stdin, err = w.command.StdinPipe(); err == nil {
		stdout, err = w.command.StdoutPipe()
	}
	if err == nil {
		err = w.command.Start()
	}
	if err != nil {
		return nil, err
	}
	w.in, w.out = gob.NewDecoder(stdout), gob.NewEncoder(w.stdin)
	return w, nil
}

// parse sends a job and answers what the process asks, until it is done.
func (w *worker) parse(tree Tree, j job) (answer, error) {
	if err := w.out.Encode(j); err != nil {
		return answer{}, err
	}
	for {
		var q question
		if err := w.in.Decode(&q); err != nil {
			return answer{}, err
		}
		if q.Kind == done {
			return q.Answer, nil
		}
		if err := w.out.Encode(q.reply(tree)); err != nil {
			return answer{}, err
		}
	}
}

func (w *worker) kill() { _ = w.command.Process.Kill() }

// end ends the process and says why it had ended before, if it had.
func (w *worker) end() error {
	w.stdin.Close()
	err := w.command.Wait()
	words := w.last.String()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == exitTime:
		return fmt.Errorf("it took the parser more than %v", timeLimit)
	case strings.Contains(words, "stack exceeds") || strings.Contains(words, "stack overflow"):
		return fmt.Errorf("it nests deeper than the parser's stack of %d MB allows", maxStack>>20)
	case strings.Contains(words, "out of memory") || strings.Contains(words, "cannot allocate"):
		return fmt.Errorf("the parser needs more than %d MB for it", maxMemory>>20)
	}
	return fmt.Errorf("the parser died of it: %w", err)
}

// lastWords keeps the beginning of what a process writes to its standard error.
type lastWords struct {
	mu sync.Mutex
	strings.Builder
}

func (l *lastWords) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	const enough = 4096
	l.Builder.Write(p[:min(len(p), enough-min(l.Len(), enough))])
	return len(p), nil
}
