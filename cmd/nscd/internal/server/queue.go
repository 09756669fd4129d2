package server

// A queue has connections in the order of their deadlines. Those that are done stay
// until they are the first.
type queue struct {
	list   []*conn
	phases []phase // of the connections that belong to the queue
}

func (q *queue) add(c *conn) { q.list = append(q.list, c) }

// first is the connection with the next deadline, nil if there is none.
func (q *queue) first() *conn {
	for len(q.list) > 0 {
		c := q.list[0]
		for _, p := range q.phases {
			if c.phase == p {
				return c
			}
		}
		q.list[0] = nil
		q.list = q.list[1:]
	}
	q.list = nil
	return nil
}
