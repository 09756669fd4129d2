package driver

import (
	"fmt"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/build"
)

// Narrate returns an observer that says when a package's build begins and ends,
// with the minutes and seconds since now.
func Narrate(say func(string)) build.Observer { return &narrator{say, time.Now()} }

type narrator struct {
	say   func(string)
	begin time.Time
}

// Observe implements build.Observer.
func (n *narrator) Observe(e build.Event) {
	switch e.Kind {
	case build.Started, build.Installed, build.Failed:
		since := time.Since(n.begin)
		n.say(fmt.Sprintf("%3d:%02d %s %s: %s", int(since.Minutes()), int(since.Seconds())%60, e.Package, e.Version, e.Kind))
	}
}
