package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/conformance/suite"
)

// outcomes are automake's words for them (automake manual, "Log files generation
// and test results recording").
var outcomes = map[string]string{
	"PASS": suite.Pass, "XFAIL": suite.Pass, "SKIP": suite.Skip, "FAIL": suite.Fail, "XPASS": suite.Fail, "ERROR": suite.Fail,
}

// testResult is the line of a .trs file that says how its test ended.
var testResult = regexp.MustCompile(`(?m)^:test-result: (\S+)`)

// ending is the line that automake adds to a test's log.
var ending = regexp.MustCompile(`(?m)^[A-Z]+ \S+ \(exit status: \d+\)$`)

// readResults reads the .trs files that automake's tests leave in a directory, and
// the last line of the logs beside them.
func readResults(dir string) (map[string]suite.Result, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.trs"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no .trs files: no test ran", dir)
	}
	results := make(map[string]suite.Result)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		match := testResult.FindSubmatch(text)
		if match == nil {
			return nil, fmt.Errorf("%s: no line of :test-result:, which automake writes", file)
		}
		outcome, ok := outcomes[string(match[1])]
		if !ok {
			return nil, fmt.Errorf("%s: unknown result %q", file, match[1])
		}
		log, err := os.ReadFile(strings.TrimSuffix(file, ".trs") + ".log")
		if err != nil {
			return nil, err
		}
		results[strings.TrimSuffix(filepath.Base(file), ".trs")] = suite.Result{
			Outcome: outcome, Last: suite.LastLine(ending.ReplaceAllString(string(log), "")),
		}
	}
	return results, nil
}
