package main

// database is one of the databases that getent knows.
type database struct {
	name   string
	list   func(s *session) int                // nil: enumeration isn't supported
	lookup func(s *session, keys []string) int // at least one key
}

// databases has all of them, sorted by name.
var databases = [...]*database{
	&ahosts,
	&ahostsv4,
	&ahostsv6,
	&aliases,
	&ethers,
	&group,
	&gshadow,
	&hosts,
	&initgroups,
	&netgroup,
	&networks,
	&passwd,
	&protocols,
	&rpc,
	&services,
	&shadow,
	&shells,
}

func findDatabase(name string) *database {
	for _, db := range databases {
		if db.name == name {
			return db
		}
	}
	return nil
}

func isDatabase(name string) bool { return findDatabase(name) != nil }

// each looks up every key; the exit code tells whether all were found.
func each(keys []string, lookup func(key string) bool) int {
	code := exitOK
	for _, key := range keys {
		if !lookup(key) {
			code = exitNotFound
		}
	}
	return code
}
