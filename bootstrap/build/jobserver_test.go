package build

import (
	"context"
	"testing"
	"time"
)

func TestJobserver(t *testing.T) {
	jobs, err := newJobserver(3)
	if err != nil {
		t.Fatal(err)
	}
	defer jobs.close()
	for range 3 {
		if err := jobs.take(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	short, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := jobs.take(short); err != context.DeadlineExceeded {
		t.Fatalf("a fourth of three jobs: %v", err)
	}
	// A make of a build takes and gives through files of its own, which block.
	ends, err := jobs.ends()
	if err != nil {
		t.Fatal(err)
	}
	defer ends[0].Close()
	defer ends[1].Close()
	got := make(chan error)
	go func() {
		_, err := ends[0].Read(make([]byte, 1))
		got <- err
	}()
	jobs.put()
	if err := <-got; err != nil {
		t.Errorf("a make got no job: %v", err)
	}
	if _, err := ends[1].Write([]byte("+")); err != nil {
		t.Fatal(err)
	}
	if err := jobs.take(context.Background()); err != nil {
		t.Errorf("what a make gave back: %v", err)
	}
	// A build that was killed took jobs with it.
	if err := jobs.refill(); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		if err := jobs.take(context.Background()); err != nil {
			t.Errorf("job %d after refilling: %v", i, err)
		}
	}
}
