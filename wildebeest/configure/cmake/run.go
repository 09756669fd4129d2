package cmake

import (
	"fmt"
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// run executes the commands of a tree.
type run struct {
	log       *probe.Log
	root      string // directory of the first file
	vars      *probe.Vars[value]
	functions map[string]command
	files     map[string]value // what file(WRITE) has written
	included  map[string]int
	frame
}

// frame is where the run is.
type frame struct {
	file, dir string
	reached   preproc.Tri
	causes    []probe.Cause // that led here
	key       string        // the calls and turns of loops that led here
	depth     int
	left      bool // by return
}

// File is the name of the build files of CMake.
const File = "CMakeLists.txt"

// Run follows the configuration that begins in the directory.
func Run(log *probe.Log, dir string) {
	r := &run{log: log, root: dir, vars: probe.NewVars(merge), functions: map[string]command{}, files: map[string]value{}, included: map[string]int{}}
	for name, v := range platform {
		r.vars.Set(name, text(v))
	}
	r.frame = frame{dir: dir, reached: preproc.Yes}
	r.load(path.Join(dir, File))
}

// platform is what CMake itself says of Linux.
var platform = map[string]string{"UNIX": "1", "LINUX": "1", "WIN32": "", "APPLE": "", "MSVC": "", "MINGW": "", "CYGWIN": "", "ANDROID": "", "BSD": "", "IOS": "",
	"HAIKU": "", "BORLAND": "", "MSYS": "", "EMSCRIPTEN": "", "CMAKE_SYSTEM_NAME": "Linux", "CMAKE_HOST_SYSTEM_NAME": "Linux", "CMAKE_HOST_UNIX": "1", "CMAKE_CROSSCOMPILING": ""}

// load executes a file of the tree, if it is there.
func (r *run) load(file string) {
	src, ok := r.log.Read(file)
	switch {
	case !ok:
		return
	case r.depth >= probe.MaxDepth:
		r.log.Bound(file, fmt.Sprintf("more than %d files within each other", probe.MaxDepth))
		return
	case r.included[file] > maxIncluded:
		r.log.Bound(file, fmt.Sprintf("included more than %d times", maxIncluded))
		return
	}
	r.included[file]++
	saved := r.frame
	r.frame.file, r.depth = file, r.depth+1
	p := parser{src: src}
	body, _ := p.block()
	r.execute(body)
	r.frame = saved
}

// maxIncluded bounds how often one file is executed.
const maxIncluded = 20

func (r *run) execute(body []command) {
	for i := range body {
		if !r.log.Step() || r.left && r.reached != preproc.No {
			return
		}
		r.call(&body[i])
	}
}

// call executes a command. One that is not known may have set what it names.
func (r *run) call(c *command) {
	switch c.name {
	case "if":
		r.branch(c)
	case "foreach":
		r.loop(c)
	case "while":
		r.under(preproc.Maybe, nil, "", func() { r.execute(c.body) })
	case "function", "macro":
		if len(c.args) > 0 {
			r.functions[strings.ToLower(r.expand(c.args[0]).text)] = *c
		}
	case "return":
		r.left = r.reached == preproc.Yes
	default:
		if f, ok := r.functions[c.name]; ok {
			r.invoke(c, &f)
			return
		}
		args := r.arguments(c.args)
		if do, ok := commands[c.name]; ok {
			do(r, c, args)
			return
		}
		for _, a := range args {
			if _, ok := r.vars.Get(a.text); ok && a.known {
				r.set(a.text, value{})
			}
		}
	}
}

// under executes something that is reached only where a condition holds.
func (r *run) under(holds preproc.Tri, causes []probe.Cause, key string, do func()) {
	saved := r.frame
	r.reached = min(r.reached, holds)
	r.causes = probe.Join(r.causes, causes)
	r.key += key
	if holds == preproc.Maybe {
		r.vars.Perhaps(do)
	} else {
		do()
	}
	left := r.left && holds == preproc.Yes
	r.frame = saved
	r.left = r.left || left
}

func (r *run) branch(c *command) {
	rest := preproc.Yes
	var causes []probe.Cause
	for _, b := range c.branches {
		holds := preproc.Yes
		var why []probe.Cause
		if b.test != nil {
			holds, why = r.condition(b.test)
		}
		causes = probe.Join(causes, why)
		r.under(min(rest, holds), causes, "", func() { r.execute(b.body) })
		rest = min(rest, holds.Not())
	}
}

// set gives a variable a value, where that is reached.
func (r *run) set(name string, v value) {
	if r.reached != preproc.No {
		r.vars.Set(name, v)
	}
}

func (r *run) loop(c *command) {
	args := r.arguments(c.args)
	if len(args) == 0 || !args[0].known {
		return
	}
	name, items := args[0].text, args[1:]
	known := true
	if len(items) > 0 {
		switch items[0].text {
		case "IN":
			items, known = r.listed(items[1:])
		case "RANGE":
			known = false
		}
	}
	if !known {
		r.under(preproc.Maybe, nil, "", func() {
			r.set(name, value{})
			r.execute(c.body)
		})
		return
	}
	for _, item := range items {
		r.set(name, item)
		r.under(preproc.Yes, nil, "/"+item.text, func() { r.execute(c.body) })
	}
}

// invoke executes a function, with variables of its own, or a macro. A function
// hands on what it sets in PARENT_SCOPE and the cache, which is told by set alone;
// so all that it sets is kept, but for its parameters.
func (r *run) invoke(c, f *command) {
	if r.depth >= probe.MaxDepth {
		r.log.Bound(r.frame.file, fmt.Sprintf("more than %d calls within each other", probe.MaxDepth))
		return
	}
	args := r.arguments(c.args)
	saved := map[string]value{}
	put := func(name string, v value) {
		if old, ok := r.vars.Get(name); ok {
			saved[name] = old
		}
		r.vars.Set(name, v)
	}
	params := f.args[1:]
	all := make([]string, len(args))
	for i, a := range args {
		all[i] = a.text
	}
	put("ARGV", text(strings.Join(all, ";")))
	put("ARGN", text(strings.Join(all[min(len(all), len(params)):], ";")))
	for i, p := range params {
		v := value{}
		if i < len(args) {
			v = args[i]
		}
		put(p.text, v)
	}
	r.under(preproc.Yes, nil, "/"+strings.Join(all, ","), func() {
		r.depth++
		r.execute(f.body)
		r.left = false
	})
	for _, p := range params {
		r.vars.Delete(p.text)
	}
	for name, v := range saved {
		r.vars.Set(name, v)
	}
}

// stop notes that the configuration ends here with an error.
func (r *run) stop(c *command, reached preproc.Tri, causes []probe.Cause) {
	r.log.Error(r.file+":"+itoa(c.at)+r.key, r.file, c.at, min(r.reached, reached), probe.Join(r.causes, causes))
}
