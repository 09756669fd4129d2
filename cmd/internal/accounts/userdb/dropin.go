package userdb

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// dropInDirs have records in files, NAME.user and UID.user, NAME.group and GID.group
// (nss-systemd(8)); the first file counts.
var dropInDirs = [...]string{"/etc/userdb/", "/run/userdb/", "/run/host/userdb/", "/usr/lib/userdb/"}

// maxName is NAME_MAX of Linux.
const maxName = 255

// A file is a kind of files with records.
type file struct {
	suffix     string
	privileged bool // with what only root may read, from a file of its own
}

// maxRecord is how much of a file is read.
const maxRecord = 4 << 20

// dropIn reads the records that a query selects from files, in the order of their
// names. An enumeration has those that have a file for their number.
func dropIn(s *fsys.System, q entry.Query, f file, use func(record json.RawMessage, q entry.Query) bool) nss.Status {
	status := nss.NotFound
	for _, name := range dropInNames(q, f.suffix) {
		want := q
		if q.Kind == entry.All {
			number, _ := strconv.ParseUint(strings.TrimSuffix(name, f.suffix), 10, 32)
			want = entry.Query{Kind: entry.ByNumber, Number: uint32(number)}
		}
		text := readDropIn(s, name)
		if text == nil || !public(text, f.privileged) {
			continue
		}
		if f.privileged {
			text = withPrivileged(text, readDropIn(s, name+"-privileged"))
		}
		if text != nil && use(text, want) {
			status = nss.Success
		}
	}
	return status
}

// dropInNames are the names of the files of a query.
func dropInNames(q entry.Query, suffix string) []string {
	switch q.Kind {
	case entry.ByNumber:
		return []string{strconv.FormatUint(uint64(q.Number), 10) + suffix}
	case entry.ByName:
		if !fileName(q.Name) || len(q.Name+suffix) > maxName {
			return nil
		}
		return []string{q.Name + suffix}
	}
	var names []string
	for _, dir := range dropInDirs {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			number, ok := strings.CutSuffix(e.Name(), suffix)
			if _, err := strconv.ParseUint(number, 10, 32); ok && err == nil {
				names = append(names, e.Name())
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// fileName tells whether a name of an account may be a part of a file's.
func fileName(name string) bool {
	return name != "" && name[0] != '.' && !strings.ContainsAny(name, "/:\x00\n")
}

// readDropIn returns the first file of a name; nil: there is none, or it is masked.
func readDropIn(s *fsys.System, name string) []byte {
	for _, dir := range dropInDirs {
		text, err := s.ReadFile(dir+name, maxRecord)
		switch {
		case err == nil:
			return text
		case errors.Is(err, syscall.ENOENT) || errors.Is(err, syscall.ENOTDIR):
			continue
		case err != fsys.ErrKind: // as a link to /dev/null
			s.Problem(dir+name, err)
		}
		return nil
	}
	return nil
}
