package meson

import (
	"fmt"
	"path"
	"strconv"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// run executes the statements of a tree.
type run struct {
	log     *probe.Log
	options map[string]value
	vars    *probe.Vars[value]
	file    string
	dir     string
	reached preproc.Tri
	causes  []probe.Cause // that led here
	key     string        // the turns of loops that led here
	depth   int
	jump    string // break or continue
}

// File is the name of the build files of Meson.
const File = "meson.build"

// Run follows the configuration that begins in the directory.
func Run(log *probe.Log, dir string) {
	r := &run{log: log, options: map[string]value{}, vars: probe.NewVars(merge), dir: dir, reached: preproc.Yes}
	for _, name := range []string{"meson", "host_machine", "build_machine", "target_machine"} {
		r.vars.Set(name, value{kind: system})
	}
	for _, name := range optionFiles {
		if src, ok := log.Read(path.Join(dir, name)); ok {
			for _, n := range parse(src) {
				r.option(n)
			}
			break
		}
	}
	r.load(path.Join(dir, File))
}

// load executes a file of the tree, if it is there.
func (r *run) load(file string) {
	src, ok := r.log.Read(file)
	if !ok {
		return
	}
	if r.depth >= probe.MaxDepth {
		r.log.Bound(file, fmt.Sprintf("more than %d directories within each other", probe.MaxDepth))
		return
	}
	saved := *r
	r.file, r.dir, r.depth = file, path.Dir(file), r.depth+1
	r.execute(parse(src))
	r.file, r.dir, r.depth = saved.file, saved.dir, saved.depth
}

func (r *run) execute(body []*node) {
	for _, n := range body {
		if !r.log.Step() || r.jump != "" {
			return
		}
		r.statement(n)
	}
}

func (r *run) statement(n *node) {
	switch n.op {
	case "=", "+=":
		v := r.eval(n.kids[1])
		if n.op == "+=" {
			v = r.add(r.eval(n.kids[0]), v)
			v.causes = probe.Join(v.causes, r.causes) // of what is in it or is not
		}
		if n.kids[0].op == "id" {
			r.set(n.kids[0].text, v)
		}
	case "if":
		r.branches(n)
	case "foreach":
		r.loop(n)
	case "break", "continue":
		if r.reached == preproc.Yes {
			r.jump = n.op
		}
	default:
		r.eval(n)
	}
}

// set gives a variable a value, where that is reached.
func (r *run) set(name string, v value) {
	if r.reached != preproc.No {
		r.vars.Set(name, v)
	}
}

// under executes something that is reached only where a condition holds.
func (r *run) under(holds preproc.Tri, causes []probe.Cause, key string, do func()) {
	reached, old, oldKey := r.reached, r.causes, r.key
	r.reached, r.causes, r.key = min(reached, holds), probe.Join(old, causes), oldKey+key
	if holds == preproc.Maybe {
		r.vars.Perhaps(do)
	} else {
		do()
	}
	r.reached, r.causes, r.key = reached, old, oldKey
}

func (r *run) branches(n *node) {
	rest := preproc.Yes
	var causes []probe.Cause
	for _, b := range n.kids {
		holds := preproc.Yes
		if len(b.kids) > 0 {
			r.under(rest, causes, "", func() {
				v := r.eval(b.kids[0])
				holds = r.truth(v)
				causes = probe.Join(causes, v.causes)
			})
		}
		r.under(min(rest, holds), causes, "", func() { r.execute(b.body) })
		rest = min(rest, holds.Not())
	}
}

// truth is the value of a condition.
func (r *run) truth(v value) preproc.Tri {
	if v.kind == boolean {
		return v.tri
	}
	return preproc.Maybe
}

func (r *run) loop(n *node) {
	over := r.eval(n.kids[0])
	second := ""
	if len(n.named) > 0 {
		second = n.named[0].name
	}
	turn := func(key string, first, other value) {
		r.set(n.text, first)
		if second != "" {
			r.set(second, other)
		}
		r.execute(n.body)
		if r.jump == "continue" {
			r.jump = ""
		}
	}
	switch over.kind {
	case list:
		for i, item := range over.items {
			item.causes = probe.Join(item.causes, over.causes)
			r.under(preproc.Yes, nil, "/"+strconv.Itoa(i), func() { turn(item.str, item, value{}) })
		}
	case dictionary:
		for i, item := range over.items {
			r.under(preproc.Yes, nil, "/"+strconv.Itoa(i), func() { turn(over.keys[i], str(over.keys[i]), item) })
		}
	default:
		r.under(preproc.Maybe, nil, "", func() { turn("", value{}, value{}) })
	}
	r.jump = ""
}

// stop notes that the configuration ends here with an error.
func (r *run) stop(n *node, reached preproc.Tri, causes []probe.Cause) {
	key := r.file + ":" + strconv.Itoa(n.at) + r.key
	r.log.Error(key, r.file, n.at, min(r.reached, reached), probe.Join(r.causes, causes))
}

// missing is the cause of a check that fails.
func (r *run) missing(n *node, names ...string) []probe.Cause {
	var out []probe.Cause
	for _, name := range names {
		out = append(out, probe.Cause{Name: name, File: r.file, At: n.at})
	}
	return out
}

// sources notes the files that a target is compiled from.
func (r *run) sources(v value) {
	switch v.kind {
	case text:
		r.log.Compile(r.path(v.str), r.reached)
	case list:
		for _, item := range v.items {
			r.sources(item)
		}
	case unknown:
		r.log.Vague = r.log.Vague || len(v.causes) > 0
	}
}

// path is the path in the tree of a file that a build file names. What files() gives
// begins with a slash.
func (r *run) path(name string) string {
	if path.IsAbs(name) {
		return path.Clean(name)[1:]
	}
	return path.Join(r.dir, name)
}
