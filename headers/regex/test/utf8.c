/* Characters of more than one byte, in C.UTF-8, and bytes that are none. Ranges
 * to such a character work here; glibc 2.36 calls them an error in C.UTF-8. */
#define _GNU_SOURCE
#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>

static const char *const patterns[] = {
	".", "..", "^.$", ".*", "é", "é+", "é*x", "[é]", "[^é]", "[[:alpha:]]", "[[:alpha:]]+", "\\w+",
	"\\W", "[[:upper:]]", "É", "[É]+", "\\bé", "é\\b", "\\<.", "(é)\\1", "(.)\\1", "€.", "[€𝄞]", "𝄞+", "x.y",
	"[^a]b", "a{2}é{2}", "(é|ü)*", "\\s", "[^[:alpha:]]",
};
static const char *const texts[] = {
	"é", "éé", "aéb", "É", "aéééx", "ü€𝄞", "𝄞𝄞", "x€y", "x\xffy", "\xc3", "a\xa9z", "été à la plage", "aaéé", "", "éÉüÜ",
	"日本語 text", "x\u00a0y", "ab",
};

int main(void)
{
	static const int flags[] = { REG_EXTENDED, REG_EXTENDED | REG_ICASE };

	printf("%s\n", setlocale(LC_ALL, "C.UTF-8") ? "C.UTF-8" : "none");
	for (size_t f = 0; f < 2; f++) {
		for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
			regex_t buffer;
			int error = regcomp(&buffer, patterns[p], flags[f]);

			printf("%d %s: %d", flags[f], patterns[p], error);
			for (size_t t = 0; !error && t < sizeof texts / sizeof *texts; t++) {
				regmatch_t match = { -1, -1 };

				printf(" %d", regexec(&buffer, texts[t], 1, &match, 0));
				printf(",%d-%d", match.rm_so, match.rm_eo);
			}
			printf("\n");
			if (!error)
				regfree(&buffer);
		}
	}
	return 0;
}
