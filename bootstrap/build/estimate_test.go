package build

import (
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// TestRemaining has a chain of two packages beside a third one.
func TestRemaining(t *testing.T) {
	first, second, beside := new(plan.Step), new(plan.Step), new(plan.Step)
	for _, test := range []struct {
		label                 string
		jobs                  int
		first, second, beside progress
		want                  estimate
	}{
		{"a chain", 4, progress{seconds: 10, cpu: 10}, progress{seconds: 20, cpu: 20}, progress{seconds: 25, cpu: 25}, estimate{30, 0}},
		{"one core", 1, progress{seconds: 10, cpu: 10}, progress{seconds: 20, cpu: 20}, progress{seconds: 25, cpu: 25}, estimate{55, 0}},
		{"one is over", 1, progress{seconds: 10, cpu: 10, over: true}, progress{seconds: 20, cpu: 20}, progress{seconds: 25, cpu: 25}, estimate{45, 0}},
		{"half of one", 4, progress{seconds: 10, cpu: 10, begun: time.Now().Add(-5 * time.Second)}, progress{seconds: 20}, progress{}, estimate{25, 1}},
		{"longer than ever", 4, progress{seconds: 10, cpu: 10, begun: time.Now().Add(-time.Hour)}, progress{seconds: 20}, progress{over: true}, estimate{20, 0}},
		{"nothing known", 4, progress{}, progress{}, progress{}, estimate{0, 3}},
	} {
		s := &schedule{
			run:     &run{Builder: Builder{Jobs: test.jobs}},
			missing: []*plan.Step{first, second, beside}, wanted: map[*plan.Step][]*plan.Step{first: {second}},
			history: map[*plan.Step]*progress{first: &test.first, second: &test.second, beside: &test.beside},
		}
		if got := s.remaining(); got.unknown != test.want.unknown || got.seconds > test.want.seconds || got.seconds < test.want.seconds-1 {
			t.Errorf("%s: %+v, want %+v", test.label, got, test.want)
		}
	}
}
