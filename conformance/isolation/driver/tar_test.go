package driver

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// An entry is one of an archive, as it stands there: the packages for archives
// refuse to write what attacks need.
type entry struct {
	kind         byte // of POSIX pax, "Interchange Format"
	name, target string
	body         string
	mode         int64
	time         string // octal digits; "" is a usual time
}

func file(name, text string) entry { return entry{kind: '0', name: name, body: text, mode: 0o644} }
func directory(name string) entry  { return entry{kind: '5', name: name, mode: 0o755} }
func link(name, target string) entry {
	return entry{kind: '2', name: name, target: target, mode: 0o777}
}
func hardLink(name, target string) entry {
	return entry{kind: '1', name: name, target: target, mode: 0o644}
}

// extended is a header that changes the next entry; records are keys and values.
func extended(records ...string) entry {
	var body strings.Builder
	for i := 0; i+1 < len(records); i += 2 {
		rest := " " + records[i] + "=" + records[i+1] + "\n"
		length := len(rest) + 1
		for len(fmt.Sprint(length))+len(rest) != length {
			length++
		}
		fmt.Fprintf(&body, "%d%s", length, rest)
	}
	return entry{kind: 'x', name: "PaxHeaders/x", body: body.String(), mode: 0o644}
}

const block = 512

// archive is a tar of the entries. Names longer than the header has room for get
// an extended header.
func archive(entries ...entry) []byte {
	var out bytes.Buffer
	for _, e := range entries {
		if len(e.name) > 100 || len(e.target) > 100 {
			out.Write(archived(extended("path", e.name, "linkpath", e.target)))
		}
		out.Write(archived(e))
	}
	out.Write(make([]byte, 2*block))
	return out.Bytes()
}

func archived(e entry) []byte {
	header := make([]byte, block)
	put := func(at, size int, text string) { copy(header[at:at+size], text) }
	put(0, 100, e.name)
	put(100, 8, fmt.Sprintf("%07o", e.mode))
	put(108, 8, "0000000")
	put(116, 8, "0000000")
	put(124, 12, fmt.Sprintf("%011o", len(e.body)))
	at := e.time
	if at == "" {
		at = "13727410000"
	}
	put(136, 12, at)
	header[156] = e.kind
	put(157, 100, e.target)
	put(257, 8, "ustar\x0000")
	put(329, 8, "0000001")
	put(337, 8, "0000003")
	sum := 8 * int(' ')
	for _, b := range header {
		sum += int(b)
	}
	put(148, 8, fmt.Sprintf("%06o\x00 ", sum))
	padding := (block - len(e.body)%block) % block
	return append(append(header, e.body...), make([]byte, padding)...)
}

// packed compresses with gzip.
func packed(data io.Reader) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	io.Copy(w, data)
	w.Close()
	return out.Bytes()
}

// out is a link's target that leads to a path of the host by way of t/x, a link to
// its own directory, though as a text it stays in the archive.
func out(path string) string {
	return "t/x" + strings.Repeat("/x", 30) + strings.Repeat("/..", 30) + path
}

// up is a path of the host, from any directory of an archive.
func up(path string) string { return filepath.Join(strings.Repeat("../", 30), path) }
