// This file is empty: it lets the compiler accept the functions of process.go
// that have no body.
