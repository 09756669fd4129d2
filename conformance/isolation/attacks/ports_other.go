//go:build !amd64

package main

var ioPorts []func() error // this machine has none
