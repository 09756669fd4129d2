package recipe

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A Failure is the command that ended a script.
type Failure struct {
	Section string // setup, build, …; "macros.yaml" for what precedes and follows them
	Line    int    // of the recipe, where the command or else its section begins; 0 where it has none
	Command string // as bash writes it, on one line
	// Inner is the command that failed in a subshell of Command, or "".
	Inner    string
	Status   int   // of Command, as the shell has it
	Pipeline []int // the statuses of all commands, where Command is the last of a pipeline
}

// maxCommand bounds how many bytes of a command a message has.
const maxCommand = 200

// String says what failed, as "build: `test -f x`".
func (f Failure) String() string {
	text := fmt.Sprintf("%s: `%s`", f.Section, f.Command)
	if f.Inner != "" {
		text += fmt.Sprintf(", in it `%s`", f.Inner)
	}
	if len(f.Pipeline) > 1 {
		text += fmt.Sprintf(", the last of a pipeline with the statuses %s", strings.Trim(fmt.Sprint(f.Pipeline), "[]"))
	}
	return text
}

// sectionVariable has the name and line of the section that is running.
const sectionVariable = "stone_section"

// failureTraps make bash append a record to file for each command that fails where
// set -e looks at it: in functions, subshells and command substitutions too (set
// -E), and also where the script goes on, as in x=$(false; true). The trap for the
// exit is for `exit 1`, which is no failing command. A record is fields that end
// with a NUL byte, and a line end. The traps print nothing and leave $?,
// PIPESTATUS and $_ as they were.
func failureTraps(file string) (string, error) {
	word, err := quote(file)
	if err != nil {
		return "", err
	}
	text := "set -E\n"
	for _, trap := range []struct{ signal, line string }{{"ERR", "$LINENO"}, {"EXIT", "0"}} {
		body := fmt.Sprintf(`%[1]s=("$?" "${PIPESTATUS[*]}" "%[2]s" "$BASH_SUBSHELL" "${BASH_LINENO[*]}" "$%[3]s" "$BASH_COMMAND" "$_"); `+
			`[ "${%[1]s[0]}" = 0 ] || { printf "%%s\0" "${%[1]s[@]:0:%[4]d}" && echo; } 2>/dev/null >>%[5]s || :; : "${%[1]s[%[4]d]}"`,
			"stone_failure", trap.line, sectionVariable, recordFields, word)
		line, err := quoted("trap %s "+trap.signal+"\n", body)
		if err != nil {
			return "", err
		}
		text += line
	}
	return text, nil
}

// recordFields is how many fields a record has.
const recordFields = 7

// A record is what a trap has written.
type record struct {
	status, line, depth int
	pipeline, calls     []int // statuses; lines of the function calls, the innermost first
	section             string
	sectionLine         int
	command             string
}

// Failed returns the command that ended a script, from the contents of its
// FailureFile, or nil where they do not say. The file is the build's: it may have
// anything in it.
func (s Script) Failed(file []byte) *Failure {
	records := parseRecords(string(file))
	if len(records) == 0 {
		return nil
	}
	last := len(records) - 1
	end := records[last]
	if end.line == 0 && last > 0 && records[last-1].command == end.command && records[last-1].depth == 0 {
		last-- // the exit that the failure led to
		end = records[last]
	}
	f := &Failure{Section: end.section, Line: end.sectionLine, Command: end.command, Status: end.status}
	if end.line > 0 { // an exit has the statuses of what came before it
		f.Pipeline = end.pipeline
	}
	if line := s.RecipeLine(end.line); line > 0 {
		f.Line = line
	}
	for _, inner := range slices.Backward(records[:last]) {
		if !inner.within(end) {
			break
		}
		f.Inner = inner.command
		if line := s.RecipeLine(inner.line); line > 0 {
			f.Line = line
		}
	}
	return f
}

// within tells whether a failure in a subshell is the cause of the one that
// followed it: the command has it, or calls the function that has it.
func (r record) within(outer record) bool {
	return r.depth > outer.depth && r.status == outer.status &&
		(strings.Contains(outer.command, r.command) || slices.Contains(r.calls, outer.line))
}

// parseRecords reads records and passes over what is none.
func parseRecords(text string) []record {
	var records []record
	for _, line := range strings.Split(text, "\x00\n") {
		fields := strings.Split(line, "\x00")
		if len(fields) != recordFields {
			continue
		}
		section, at, _ := strings.Cut(fields[5], " ")
		records = append(records, record{
			status: number(fields[0]), pipeline: numbers(fields[1]), line: number(fields[2]), depth: number(fields[3]),
			calls: numbers(fields[4]), section: oneLine(section), sectionLine: number(at), command: oneLine(fields[6]),
		})
	}
	return records
}

func number(text string) int {
	n, _ := strconv.Atoi(text) // 0 where it is none
	return n
}

func numbers(text string) []int {
	var all []int
	for _, word := range strings.Fields(text) {
		all = append(all, number(word))
	}
	return all
}

// oneLine makes a text of the build fit for a message: on one line, without
// control characters, and not too long.
func oneLine(text string) string {
	words := strings.FieldsFunc(text, func(c rune) bool { return unicode.IsSpace(c) || !unicode.IsPrint(c) })
	line := strings.Join(words, " ")
	if len(line) > maxCommand {
		line = strings.ToValidUTF8(line[:maxCommand], "") + "…"
	}
	return line
}
