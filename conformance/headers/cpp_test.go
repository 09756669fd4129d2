package headers_test

import "testing"

// TestMacrosInCpp uses what TestHeadersInEveryDialect only includes.
func TestMacrosInCpp(t *testing.T) {
	for _, to := range muslTargets(t) {
		for _, dialect := range []string{"c++11", "c++17", "gnu++20"} {
			to.check(t, "testdata/macros.cpp", "-xc++", "-nostdinc++", "-std="+dialect)
		}
	}
}
