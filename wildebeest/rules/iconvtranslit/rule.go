// Package iconvtranslit: //TRANSLIT and //IGNORE are glibc's; musl's iconv writes * for what it can't convert.
package iconvtranslit

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
	ID:      "iconv-translit",
	Class:   rules.Behaviour,
	Summary: "//TRANSLIT and //IGNORE are glibc's; musl's iconv writes * for what it can't convert",
	Doc:     doc,
	Words:   []string{"\""},
	Match:   match,
	Reach:   []string{"iconv.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "write the characters you expect yourself, or use GNU libiconv"},
}

func match(s rules.Site) bool {
	text := s.Text(s.Token)
	return strings.Contains(text, "//TRANSLIT") || strings.Contains(text, "//IGNORE")
}
