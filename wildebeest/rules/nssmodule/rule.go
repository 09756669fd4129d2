// Package nssmodule: musl loads no NSS modules.
package nssmodule

import (
	_ "embed"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "nss-module",
	Class:   rules.Behaviour,
	Summary: "musl loads no NSS modules",
	Doc:     doc,
	Words:   []string{"\""},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.None, Text: "offer the same records over nscd's socket, from which musl reads users and groups"},
}

func match(s rules.Site) bool {
	text := s.Text(s.Token)
	i := strings.Index(text, "libnss_")
	return i >= 0 && strings.Contains(text[i:], ".so")
}
