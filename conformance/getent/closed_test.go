package getent

import "testing"

// TestClosedOutputs: nobody gets an answer from a closed standard output, in
// whose place the Go runtime opens /dev/null, for reading and writing.
func TestClosedOutputs(t *testing.T) {
	tree{"passwd": "a:x:1:1:::\n"}.write(t)
	lost := result{"", "getent: write the answer: bad file descriptor\n", 1}
	for _, c := range []struct {
		redirection string
		args        []string
		want        result
	}{
		{">&-", []string{"passwd", "a"}, lost},
		{">&-", []string{"passwd"}, lost},
		{">&-", []string{"--help"}, lost},
		{"<&- >&-", []string{"passwd", "a"}, lost},
		{"<&- >&- 2>&-", []string{"passwd", "a"}, result{"", "", 1}},
		{">&-", []string{"passwd", "b"}, result{"", "", 2}},
		{"1<>/dev/null", []string{"passwd", "a"}, result{}},
		{"0<>/dev/null 1>&0 2>&0", []string{"passwd", "a"}, result{}},
		{"<&- 2>&-", []string{"passwd", "a"}, result{"a:x:1:1:::\n", "", 0}},
	} {
		if got := redirected(t, c.redirection, toolPath, c.args...); got != c.want {
			t.Errorf("getent %q %s: %+v, want %+v", c.args, c.redirection, got, c.want)
		}
	}
}
