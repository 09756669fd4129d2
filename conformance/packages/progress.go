package main

import (
	"fmt"
	"io"
	"time"
)

// progress prints what the driver does, with the minutes since the beginning.
type progress struct {
	out   io.Writer
	begin time.Time
}

func (p *progress) Doing(what string) { p.Done(what) }

func (p *progress) Done(what string) {
	since := time.Since(p.begin)
	fmt.Fprintf(p.out, "%3d:%02d %s\n", int(since.Minutes()), int(since.Seconds())%60, what)
}
