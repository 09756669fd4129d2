package answer

import (
	"syscall"
	"testing"
	"time"
)

// TestHealth follows a daemon that hangs three times and answers then.
func TestHealth(t *testing.T) {
	var h health
	now := time.Unix(0, 0)
	after := func(d time.Duration) time.Time { now = now.Add(d); return now }
	may := func(want bool) {
		t.Helper()
		if got := h.may("d", now); got != want {
			t.Fatalf("at %v: may ask: %v, want %v", now.Sub(time.Unix(0, 0)), got, want)
		}
	}
	may(true)
	h.asked("d", syscall.ETIMEDOUT, now)
	h.asked("d", syscall.ETIMEDOUT, now) // two had asked
	may(false)
	if !h.may("other", now) {
		t.Error("another daemon rests too")
	}
	after(firstRest)
	may(true)
	may(false) // one is enough to find out
	h.asked("d", syscall.EAGAIN, after(firstRest/2))
	after(firstRest)
	may(false)
	after(firstRest)
	may(true)
	for range 10 {
		h.asked("d", syscall.ETIMEDOUT, now)
		after(longestRest)
		may(true)
	}
	h.asked("d", nil, now)
	may(true)
	may(true)
	h.asked("d", syscall.ECONNREFUSED, now) // it has gone, which costs nothing
	may(true)
}
