package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// TestBillOfThisProgram writes the bill of the test's own program.
func TestBillOfThisProgram(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var one, two bytes.Buffer
	if err := write(&one, []string{program}); err != nil {
		t.Fatal(err)
	}
	if err := write(&two, []string{program}); err != nil || one.String() != two.String() {
		t.Errorf("two bills of one program differ: %v", err)
	}
	var bill cdx.BOM
	if err := cdx.NewBOMDecoder(&one, cdx.BOMFileFormatJSON).Decode(&bill); err != nil {
		t.Fatal(err)
	}
	found := ""
	for _, c := range *bill.Components {
		found += c.PackageURL + "\n"
	}
	for _, want := range []string{"pkg:golang/github.com/CycloneDX/cyclonedx-go@v", "pkg:golang/std@go1."} {
		if !strings.Contains(found, want) {
			t.Errorf("the bill lacks %s:\n%s", want, found)
		}
	}
	for _, d := range *bill.Dependencies {
		for _, part := range *d.Dependencies {
			if !strings.Contains(found, part+"\n") && strings.HasPrefix(part, "pkg:") {
				t.Errorf("%s depends on %s, which is no component", d.Ref, part)
			}
		}
	}
	if err := write(&one, []string{"/dev/null"}); err == nil || !strings.Contains(err.Error(), "/dev/null: ") {
		t.Errorf("what is no program: %v", err)
	}
}
