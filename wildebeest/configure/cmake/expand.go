package cmake

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
)

func itoa(n int) string { return strconv.Itoa(n) }

// expand puts the values of variables into an argument.
func (r *run) expand(a argument) value {
	if a.bracket || !strings.ContainsAny(a.text, "$@\x01") {
		return text(a.text)
	}
	v := r.references(a.text, 0)
	v.text = strings.ReplaceAll(v.text, string(rune(dollar)), "$")
	return v
}

// maxNested bounds references within references, ${a${b}}.
const maxNested = 10

func (r *run) references(s string, depth int) value {
	out := value{known: true}
	var b strings.Builder
	for {
		i := strings.Index(s, "${")
		if j := strings.Index(s, "$ENV{"); j >= 0 && (i < 0 || j < i) || strings.Contains(s, "$<") {
			out.known = false // the environment, or what is known when it is built
			break
		}
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		name, rest, ok := reference(s[i+2:])
		if !ok || depth > maxNested {
			break
		}
		inner := r.references(name, depth+1)
		v := r.variable(inner.text)
		out.known = out.known && inner.known && v.known
		out.causes = probe.Join(out.causes, v.causes)
		b.WriteString(v.text)
		s = rest
		if b.Len() > probe.MaxValue {
			return value{causes: out.causes}
		}
	}
	b.WriteString(s)
	out.text = b.String()
	return out
}

// reference cuts a name off up to the brace that closes it.
func reference(s string) (name, rest string, ok bool) {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[:i], s[i+1:], true
			}
		}
	}
	return "", "", false
}

// variable is what a variable holds; of one that nothing has set nobody knows.
func (r *run) variable(name string) value {
	switch name {
	case "CMAKE_SOURCE_DIR", "PROJECT_SOURCE_DIR":
		return text("/" + r.root)
	case "CMAKE_CURRENT_SOURCE_DIR", "CMAKE_CURRENT_LIST_DIR":
		return text("/" + r.dir)
	}
	return r.vars.Value(name)
}

// arguments are the arguments of a command. What is not quoted is split at
// semicolons.
func (r *run) arguments(args []argument) []value {
	out := make([]value, 0, len(args))
	for _, a := range args {
		v := r.expand(a)
		if a.quoted || !v.known || !strings.Contains(v.text, ";") {
			if v.known && v.text == "" && !a.quoted {
				continue
			}
			out = append(out, v)
			continue
		}
		for _, part := range split(v.text) {
			out = append(out, value{known: true, text: part, causes: v.causes})
		}
	}
	return out
}
