package progress

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// An activity goes on beside others: one for each package that is being built,
// and one of no package.
type activity struct {
	name, what string
	log        string // of a build, while it prints
	since      time.Time
	expected   time.Duration // what it took last time, or 0
}

// set begins an activity, in place of one of that name.
func (p *Display) set(a activity) {
	a.since = time.Now()
	p.remove(a.name)
	p.doing = append(p.doing, a)
	p.draw()
}

// change says what a package's build does now.
func (p *Display) change(name, what, log string) {
	for i := range p.doing {
		if p.doing[i].name == name {
			p.doing[i].what, p.doing[i].log = what, log
		}
	}
	p.draw()
}

func (p *Display) end(name string) {
	p.remove(name)
	p.draw()
}

func (p *Display) remove(name string) {
	p.doing = slices.DeleteFunc(p.doing, func(a activity) bool { return a.name == name })
}

// text is the line of an activity: its name, its time and what was expected, and
// what it does: where it prints, the last line of that.
func (a activity) text(now time.Time) string {
	took := clock(now.Sub(a.since))
	if a.expected > 0 {
		took += "/" + clock(a.expected)
	}
	what := a.what
	if a.log != "" {
		if last := lastLine(a.log); last != "" {
			what = last
		}
	}
	if a.name == "" {
		return fmt.Sprintf("%s … %s", what, took)
	}
	return fmt.Sprintf("%s %s %s", a.name, took, what)
}

// read is how much of a log's end is looked at, in bytes.
const read = 2048

// lastLine is the last line of a log that has something in it. A line that is drawn
// over and over counts as its last drawing.
func lastLine(log string) string {
	file, err := os.Open(log)
	if err != nil {
		return ""
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() > read {
		file.Seek(-read, io.SeekEnd)
	}
	text, _ := io.ReadAll(io.LimitReader(file, read))
	lines := strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' })
	for _, line := range slices.Backward(lines) {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

// clock is a duration as 1:05, or 1:00:05.
func clock(d time.Duration) string {
	s := int(d.Seconds())
	if s < 3600 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

func seconds(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }
