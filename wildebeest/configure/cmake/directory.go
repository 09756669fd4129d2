package cmake

import (
	"path"
	"strings"
)

// inTree is the path of a file that a command names, in the tree.
func (r *run) inTree(name string) string {
	if strings.HasPrefix(name, "/") {
		return strings.TrimPrefix(path.Clean(name), "/")
	}
	return path.Join(r.dir, name)
}

func (r *run) include(_ *command, args []value) {
	if len(args) == 0 || !args[0].known {
		return
	}
	name := args[0].text
	if strings.HasSuffix(name, ".cmake") || strings.Contains(name, "/") {
		r.load(r.inTree(name))
		return
	}
	for _, file := range r.log.Named(name + ".cmake") {
		r.load(file)
		return
	}
}

// subdirectory executes the file of a directory, whose variables are its own; as
// those of the cache are not, all are kept.
func (r *run) subdirectory(_ *command, args []value) {
	if len(args) == 0 || !args[0].known {
		return
	}
	dir := r.inTree(args[0].text)
	r.log.Enter(dir, r.reached)
	saved := r.frame
	r.dir = dir
	r.load(path.Join(dir, File))
	r.frame = saved
}

func (r *run) sources(_ *command, args []value) {
	for _, a := range args[min(1, len(args)):] {
		if a.known && strings.Contains(a.text, ".") {
			r.log.Compile(r.inTree(a.text), r.reached)
		}
	}
}

func (r *run) definitions(_ *command, args []value) {
	for _, a := range args {
		name, _, _ := strings.Cut(strings.TrimPrefix(a.text, "-D"), "=")
		if a.known && name != "" {
			r.log.Define(name, r.reached)
		}
	}
}

func (r *run) fileCommand(_ *command, args []value) {
	if len(args) < 2 {
		return
	}
	switch args[0].text {
	case "WRITE", "APPEND":
		v := joined(args[2:])
		if args[0].text == "APPEND" {
			v = joined([]value{r.files[args[1].text], v})
		}
		r.files[args[1].text] = v
	case "READ", "STRINGS":
		if len(args) > 2 {
			r.set(args[2].text, value{})
		}
	case "GLOB", "GLOB_RECURSE":
		r.set(args[1].text, value{})
	}
}
