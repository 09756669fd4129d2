package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/conformance/suite"
)

// outcomes are meson's words for them (mesonbuild, testlog.json).
var outcomes = map[string]string{
	"OK": suite.Pass, "EXPECTEDFAIL": suite.Pass, "SKIP": suite.Skip, "FAIL": suite.Fail, "ERROR": suite.Fail,
	"UNEXPECTEDPASS": suite.Fail, "TIMEOUT": suite.Timeout, "INTERRUPT": suite.Timeout,
}

// entry is one line of meson's testlog.json.
type entry struct {
	Name   string `json:"name"`
	Result string `json:"result"`
	Stdout string `json:"stdout"`
	Stderr string `json:"stderr"`
}

// maxLine bounds a line of the log, which has all that a test wrote, in bytes.
const maxLine = 64 << 20

// readLog reads a meson log: the results by test.
func readLog(name string) (map[string]suite.Result, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	results := make(map[string]suite.Result)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		var e entry
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		outcome, ok := outcomes[e.Result]
		if !ok {
			return nil, fmt.Errorf("%s:%d: %s: unknown result %q", name, n, e.Name, e.Result)
		}
		if strings.Contains(e.Name, "_c++") || strings.HasSuffix(e.Name, "-cc") {
			continue // of C++, of which the root has no library
		}
		results[e.Name] = suite.Result{Outcome: outcome, Last: suite.LastLine(e.Stdout + "\n" + e.Stderr)}
	}
	return results, lines.Err()
}
