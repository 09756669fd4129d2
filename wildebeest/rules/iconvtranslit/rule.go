// Package iconvtranslit: //TRANSLIT and //IGNORE are glibc's; musl's iconv writes * for what it can't convert.
package iconvtranslit

import (
	_ "embed"
	"regexp"

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

// suffixed is the name of a character set with one of the suffixes, or the suffix alone;
// a sentence that speaks of it has spaces.
var suffixed = regexp.MustCompile(`^[A-Za-z0-9]*"[^\s"]*//(?:TRANSLIT|IGNORE)`)

// compared is the beginning of a call that looks for the suffix.
var compared = regexp.MustCompile(`(?i)(?:str(?:case)?str|str\w*cmp|streq\w*|memmem|suffix\w*|ends_?with)\s*\([^();]*$`)

func match(s rules.Site) bool {
	return suffixed.MatchString(s.Text(s.Token)) && !compared.Match(s.LinePrefix(s.Token.Start))
}
