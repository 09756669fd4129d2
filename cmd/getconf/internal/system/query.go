// Package system finds out the values that depend on the machine, the process
// and the path: what sysconf and pathconf of musl, or of glibc, would tell a
// program here.
package system

import "github.com/serpent-os/wildebeest/cmd/getconf/internal/cpucache"

// Query is what is asked for, and what was found out for it already.
type Query struct {
	Path     string         // of pathconf
	Constant string         // of unistd.h, such as "_SC_OPEN_MAX"
	examined *examination   // what is known of the path
	cache    cpucache.Found // and of a cache
}

// Cache answers _SC_LEVEL1_ICACHE_SIZE and its like for glibc.
func Cache(q *Query) (string, error) { return cpucache.Value(&q.cache, q.Constant) }
