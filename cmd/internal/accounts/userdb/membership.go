package userdb

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
)

type membership struct {
	UserName  string `json:"userName"`
	GroupName string `json:"groupName"`
}

// memberships returns those of a user or of a group; an empty name is any. They come
// from the daemons or, where these don't read them, from files USER:GROUP.membership.
func memberships(s *fsys.System, user, group string) []membership {
	want := map[string]any{}
	if user != "" {
		want["userName"] = user
	}
	if group != "" {
		want["groupName"] = group
	}
	var list []membership
	seen := map[membership]bool{}
	add := func(m membership) {
		if m.UserName != "" && m.GroupName != "" && printable(m.UserName, m.GroupName) && !seen[m] {
			seen[m] = true
			list = append(list, m)
		}
	}
	_, dropInAsked := call{"GetMemberships", want, true, func(text json.RawMessage) bool {
		o := readObject(text)
		if o == nil {
			return false
		}
		var m membership
		o.read(&m)
		add(m)
		return true
	}}.ask(s)
	if dropInAsked {
		return list
	}
	for _, name := range membershipFiles() {
		m := membership{}
		m.UserName, m.GroupName, _ = strings.Cut(strings.TrimSuffix(name, membershipSuffix), ":")
		if (user == "" || m.UserName == user) && (group == "" || m.GroupName == group) && fileName(m.UserName) && fileName(m.GroupName) && len(bytes.TrimSpace(readDropIn(s, name))) > 0 {
			add(m)
		}
	}
	return list
}

const membershipSuffix = ".membership"

// membershipFiles are the names of all such files, in order.
func membershipFiles() []string {
	var names []string
	for _, dir := range dropInDirs {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), membershipSuffix) {
				names = append(names, e.Name())
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
