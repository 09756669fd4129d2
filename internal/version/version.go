// Package version is the project's version: that of every tool, of the library's
// .pc files, of its own packages in stage3 and of the reports.
package version

// Number is the version.
const Number = "0.1.0"

// Date is the day of the version, as manual pages have it.
const Date = "2026-11-30"

// String returns the version, such as "0.1.0".
func String() string { return Number }
