package server

import "sync"

// A lane hands work to a fixed number of goroutines, in the order in which it came.
// Work with an equal key that nobody has begun is done once for all that wait for it:
// so no client gets an answer that was looked up before it asked.
type lane[K comparable] struct {
	mu      sync.Mutex
	some    sync.Cond
	waiting map[K][]*conn
	order   []K
	closed  bool
	running sync.WaitGroup
}

// start starts the goroutines.
func (l *lane[K]) start(goroutines int, do func(K, []*conn)) {
	l.some.L, l.waiting = &l.mu, map[K][]*conn{}
	for range goroutines {
		l.running.Go(func() {
			for {
				key, waiting, ok := l.take()
				if !ok {
					return
				}
				do(key, waiting)
			}
		})
	}
}

// add adds work for a client.
func (l *lane[K]) add(key K, c *conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	list, ok := l.waiting[key]
	l.waiting[key] = append(list, c)
	if !ok {
		l.order = append(l.order, key)
		l.some.Signal()
	}
}

func (l *lane[K]) take() (key K, waiting []*conn, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.order) == 0 {
		if l.closed {
			return key, nil, false
		}
		l.some.Wait()
	}
	key = l.order[0]
	if l.order = l.order[1:]; len(l.order) == 0 {
		l.order = nil
	}
	waiting = l.waiting[key]
	delete(l.waiting, key)
	return key, waiting, true
}

// stop ends the goroutines when their work is done.
func (l *lane[K]) stop() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.some.Broadcast()
	l.running.Wait()
}
