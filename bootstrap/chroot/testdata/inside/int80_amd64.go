package main

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// int80 makes a system call of i386.
func int80(nr uint32) int32

// otherMachine makes a system call by the number of i386.
func otherMachine() {
	const getpid = 20
	fmt.Println(unix.ErrnoName(unix.Errno(max(0, -int80(getpid)))))
}
