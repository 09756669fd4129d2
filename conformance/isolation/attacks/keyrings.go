package main

import (
	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var keyrings = []attack{
	{"read-user-key", "read a key of the caller's user keyring", readKey(unix.KEY_SPEC_USER_KEYRING, func(h host.Host) string { return h.Key })},
	{"read-session-key", "read a key of the caller's session keyring", readKey(unix.KEY_SPEC_SESSION_KEYRING, func(h host.Host) string { return h.Session })},
	{"request-key", "find a key of the caller's by request_key(2)", requestKey},
	{"leave-key", "leave a key in the caller's user keyring", leaveKey},
}

func readKey(ring int, name func(host.Host) string) func(host.Host) string {
	return func(h host.Host) string {
		key, err := unix.KeyctlSearch(ring, "user", name(h), 0)
		if err != nil {
			return ""
		}
		return keyValue(key)
	}
}

func keyValue(key int) string {
	value := make([]byte, 64)
	n, err := unix.KeyctlBuffer(unix.KEYCTL_READ, key, value, 0)
	if err != nil || string(value[:min(n, len(value))]) != host.Secret {
		return ""
	}
	return "the value of a key"
}

func requestKey(h host.Host) string {
	key, err := unix.RequestKey("user", h.Key, "", 0)
	if err != nil {
		return ""
	}
	return keyValue(key)
}

// leaveKey is judged by the test, which looks for the key.
func leaveKey(h host.Host) string {
	unix.AddKey("user", h.Left, []byte(host.Mark), unix.KEY_SPEC_USER_KEYRING)
	return ""
}
