package nss

import (
	"iter"
	"strings"
)

// ParseLine reads the services of one database: names, each with optional
// actions in brackets. Actions without a service end the list (observed on glibc
// 2.36). ok is false when it is malformed.
func ParseLine(text string) (list []Service, ok bool) {
	for {
		text = strings.TrimLeft(text, space)
		if text == "" || text[0] == '[' {
			return list, true
		}
		end := strings.IndexAny(text, space+"[")
		if end < 0 {
			end = len(text)
		}
		service := Service{text[:end], defaultActions}
		text = strings.TrimLeft(text[end:], space)
		if strings.HasPrefix(text, "[") {
			end := strings.IndexByte(text, ']')
			if end < 0 || !parseActions(text[1:end], &service.Actions) {
				return nil, false
			}
			text = text[end+1:]
		}
		list = append(list, service)
	}
}

const space = " \t\n\v\f\r"

// parseActions reads [!STATUS=ACTION ...] without its brackets.
func parseActions(text string, actions *[statuses]Action) bool {
	for some := false; ; some = true {
		text = strings.TrimLeft(text, space)
		if text == "" {
			return some
		}
		not := text[0] == '!'
		if not {
			text = text[1:]
		}
		name, rest, found := strings.Cut(text, "=")
		if !found {
			return false
		}
		status, ok := statusByName(strings.TrimRight(name, space))
		if !ok {
			return false
		}
		rest = strings.TrimLeft(rest, space)
		end := strings.IndexAny(rest, space)
		if end < 0 {
			end = len(rest)
		}
		action, ok := actionByName(rest[:end])
		if !ok {
			return false
		}
		text = rest[end:]
		for s := range actions {
			if (Status(s) == status) != not {
				actions[s] = action
			}
		}
	}
}

func statusByName(name string) (Status, bool) {
	for s, n := range [...]string{Success: "success", NotFound: "notfound", Unavail: "unavail", TryAgain: "tryagain"} {
		if strings.EqualFold(n, name) {
			return Status(s), true
		}
	}
	return 0, false
}

func actionByName(name string) (Action, bool) {
	for a, n := range [...]string{Continue: "continue", Return: "return", Merge: "merge"} {
		if strings.EqualFold(n, name) {
			return Action(a), true
		}
	}
	return 0, false
}

// Find returns the services that the text of nsswitch.conf names for a database.
// found is false when it has no line for it. The last line of a database wins. A
// # is a comment only at the start of a line.
func Find(conf, database string) (list []Service, found bool) {
	for name, services := range databases(conf) {
		if name == database {
			if l, ok := ParseLine(services); ok {
				list, found = l, true
			}
		}
	}
	return list, found
}

// Malformed returns the first known database whose line can't be read.
func Malformed(conf string, known func(database string) bool) (database string, malformed bool) {
	for name, services := range databases(conf) {
		if _, ok := ParseLine(services); !ok && known(name) {
			return name, true
		}
	}
	return "", false
}

// databases yields the lines that name a database.
func databases(conf string) iter.Seq2[string, string] {
	return func(yield func(name, services string) bool) {
		for conf != "" {
			line, rest, _ := strings.Cut(conf, "\n")
			conf = rest
			name, services, ok := strings.Cut(strings.Trim(line, space), ":")
			if !ok || name == "" || name[0] == '#' {
				continue
			}
			if !yield(strings.TrimRight(name, space), services) {
				return
			}
		}
	}
}
