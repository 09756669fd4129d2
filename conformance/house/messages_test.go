package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A message is the format of an error, as it stands in the code.
type message struct {
	text     string
	position token.Position
}

// makers are the functions that make errors, problems of recipes, and notes; the first
// text among their arguments is the format.
var makers = map[string]bool{"New": true, "Errorf": true, "Usagef": true, "errorAt": true, "at": true, "Problem": true, "problem": true, "note": true}

// messages collects the formats of all errors in the project's code.
func messages(t *testing.T) []message {
	t.Helper()
	var all []message
	files := token.NewFileSet()
	for _, room := range []string{"cmd", "bootstrap", "wildebeest", "headers", "recipes", "musl", "internal"} {
		err := filepath.WalkDir(filepath.Join("../..", room), func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && entry.Name() == "testdata":
				return filepath.SkipDir
			case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if text, ok := format(call); ok {
						all = append(all, message{text, files.Position(call.Pos())})
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// format is the literal part of what a call that makes an error says.
func format(call *ast.CallExpr) (string, bool) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	if !makers[name] {
		return "", false
	}
	for _, argument := range call.Args {
		if text, ok := literal(argument); ok {
			return text, true
		}
	}
	return "", false
}

// literal is a text of literals that are added up; what is no literal counts as %v.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, leftOK := literal(e.X)
		right, rightOK := literal(e.Y)
		if !leftOK {
			left = "%v"
		}
		if !rightOK {
			right = "%v"
		}
		return left + right, leftOK || rightOK
	}
	return "", false
}

// forms are what no message may look like, and an example of each.
var forms = []struct{ name, wrong, sample string }{
	{"a capital at the start", `^[A-Z][a-z]+ `, "Cannot open %s"},
	{"a full stop, exclamation mark or line end at the end", `[.!\n]$`, "no such file."},
	{"words that say nothing: error, failed to, unable to", `(?i)^(error\b|failed\b|unable to|could ?n.t|cannot\b|can't\b)`, "failed to open %s"},
	{"words of Go", `(?i)\b(unmarshal|marshal|goroutine|nil pointer|struct\b|interface\{|slice\b|panic)`, "unmarshal %s"},
	{"a cause that no colon announces", `[^:( ] %w|[^ (\[{"'` + "`" + `]%w`, "open %s failed %w"},
	{"please, sorry, oops, you must", `(?i)\b(please|sorry|oops|you must)\b`, "please name a file"},
	{"two blanks, or a blank at an end", `^ |  | $`, "no  file"},
	{"a single word", `^[a-z]+$`, "invalid"},
	{"illegal, bad, wrong alone before a value", `(?i)^(illegal|bad|invalid|wrong) (%[a-z]|value|input|argument|format)s?$`, "invalid %s"},
}

// words are in what says something itself, and does not only put texts of others together.
var words = regexp.MustCompile(`[A-Za-z]{2}`)

// TestMessages holds the format of every error against the form that STYLE asks for:
// what was attempted, on what, why it failed, and then what to do.
func TestMessages(t *testing.T) {
	all := messages(t)
	if len(all) < 500 {
		t.Errorf("only %d messages", len(all))
	}
	for _, form := range forms {
		wrong := regexp.MustCompile(form.wrong)
		if !wrong.MatchString(form.sample) {
			t.Errorf("%q passes for not having %s", form.sample, form.name)
		}
		for _, m := range all {
			if words.MatchString(m.text) && wrong.MatchString(m.text) {
				t.Errorf("%s: %q has %s", strings.TrimPrefix(m.position.String(), "../../"), m.text, form.name)
			}
		}
	}
}
