package progress

import (
	"fmt"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/build"
)

// A run is how far a run over several packages is.
type run struct {
	total, finished int
	began           time.Time
	// What was still to come at a moment, as the history says.
	left    time.Duration
	unknown int // packages of which it says nothing
	at      time.Time
}

func (r *run) begin(e build.Event) {
	*r = run{began: time.Now()}
	r.installed(e)
}

func (r *run) installed(e build.Event) {
	r.total, r.finished = e.Total, e.Finished
	r.left, r.unknown, r.at = seconds(e.Remaining), e.Unknown, time.Now()
}

// count is how many packages are finished, as "[3/40] ", or "" where it is not
// known.
func (r *run) count() string {
	if r.total == 0 {
		return ""
	}
	return fmt.Sprintf("[%d/%d] ", r.finished, r.total)
}

// text says what a run is to do, or "" where that is nothing.
func (r *run) text() string {
	if r.finished == r.total {
		return ""
	}
	return fmt.Sprintf("%d of %d packages to build%s", r.total-r.finished, r.total, r.estimate(0))
}

// status is the line of the run: how much is done, the time it took, and the
// estimate.
func (r *run) status() string {
	if r.total == 0 {
		return ""
	}
	return r.count() + clock(time.Since(r.began)) + r.estimate(time.Since(r.at))
}

// estimate says what the rest takes, some time after it was estimated.
func (r *run) estimate(later time.Duration) string {
	left := (r.left - later).Round(time.Second)
	word := "about"
	if r.unknown > 0 {
		word = "more than"
	}
	switch {
	case left <= 0: // nothing is known, or it takes longer than ever
		return ""
	case left < time.Minute:
		return fmt.Sprintf(", %s %d s left", word, int(left.Seconds()))
	case left < time.Hour:
		return fmt.Sprintf(", %s %d min left", word, int(left.Round(time.Minute).Minutes()))
	}
	return fmt.Sprintf(", %s %.1f h left", word, left.Hours())
}
