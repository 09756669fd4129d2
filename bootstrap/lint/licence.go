package lint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/github/go-spdx/v2/spdxexp"
	"github.com/github/go-spdx/v2/spdxexp/spdxlicenses"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/suggest"
)

// licenceWord is an identifier or an operator of an expression.
var licenceWord = regexp.MustCompile(`[^\s()]+`)

// licences finds what is no expression of SPDX identifiers.
func licences(_ *plan.Set, r *recipe.Recipe) recipe.Problems {
	var found recipe.Problems
	for i, expression := range r.License {
		if text := licence(expression); text != "" {
			found = append(found, problem(r, r.ItemLine("license", i), "license %s: %s", expression, text))
		}
	}
	return found
}

// licence says what is wrong with an expression, or nothing.
func licence(expression string) string {
	words := licenceWord.FindAllString(expression, -1)
	for _, word := range words {
		if text := identifier(word); text != "" {
			return text
		}
	}
	if ok, _ := spdxexp.ValidateLicenses([]string{expression}); !ok {
		return "not an expression of SPDX; write identifiers with AND, OR, WITH and parentheses, as in `MIT OR (GPL-2.0-only AND Zlib)`"
	}
	return ""
}

// identifier says what is wrong with one word of an expression, or nothing.
func identifier(word string) string {
	plain := strings.TrimSuffix(word, "+")
	if slices.Contains([]string{"AND", "OR", "WITH"}, word) || strings.HasPrefix(word, "LicenseRef-") || strings.HasPrefix(word, "DocumentRef-") {
		return ""
	}
	if old, _ := spdxlicenses.IsDeprecatedLicense(word); old {
		return instead(word)
	}
	for _, known := range []func(string) (bool, string){spdxlicenses.IsActiveLicense, spdxlicenses.IsException} {
		if ok, id := known(plain); ok && id != plain {
			return "SPDX writes it " + id
		} else if ok {
			return ""
		}
	}
	if old, id := spdxlicenses.IsDeprecatedLicense(plain); old {
		return instead(id)
	}
	known := slices.Concat(spdxlicenses.GetLicenses(), spdxlicenses.GetExceptions())
	if hint := suggest.DidYouMean(word, known); hint != "" {
		return word + " is no identifier of SPDX" + hint
	}
	return word + " is no identifier of SPDX; https://spdx.org/licenses lists them, and LicenseRef-NAME is for what it lacks"
}

// instead says what is written today for an identifier of earlier lists.
func instead(old string) string {
	plain := strings.TrimSuffix(old, "+")
	if ok, _ := spdxlicenses.IsActiveLicense(plain + "-only"); ok {
		return old + " is SPDX's earlier name; write " + plain + "-only or " + plain + "-or-later"
	}
	return old + " is on SPDX's list no longer; https://spdx.org/licenses says what to write"
}
