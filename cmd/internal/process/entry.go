package process

// stdoutFlags is what fcntl(1, F_GETFD) returned when the process was entered:
// 0 for an open descriptor, since exec(2) has closed those with FD_CLOEXEC, and
// an error otherwise.
//
// The Go runtime opens /dev/null in the place of a closed standard descriptor
// before any Go code runs, and no later look can tell it from one that was
// inherited. So entry_GOARCH.s has the entry point of the program in place of
// the runtime's, to which it jumps: the linker prefers the longer one of two
// symbols of one name if that one is marked DUPOK. TestClosedOutputs of
// conformance/getconf fails should that ever change.
var stdoutFlags int32
