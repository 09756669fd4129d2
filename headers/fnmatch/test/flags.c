/* fnmatch without extended patterns: each pattern against each string under
 * each combination of flags; one digit a string. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <stdio.h>

static const char *const patterns[] = {
	"", "*", "?", "a", "a*", "*a", "*a*", "?a", "a?", "**", "*?", "?*", "*?*",
	"a*b*c", "*.c", ".*", "?.", "*/*", "*/b", "a/*", "a/?", "/*", "*/", "?/?",
	"\\a", "\\*", "\\?", "\\\\", "\\", "a\\", "\\/", "*\\.c", "[a]", "[!a]", "[^a]",
	"[a-c]", "[!a-c]", "[c-a]", "[]]", "[]a]", "[!]]", "[a-]", "[-a]", "[a-",
	"[", "[]", "[!]", "[a", "[\\]]", "[\\a-\\c]", "[a\\]", "[/]", "a[/]b", "[!/]",
	"a[!/]b", "[.]", "[.]a", "[!x]a", "[*]", "[?]", "[[]", "[[:alpha:]]",
	"[[:upper:]]", "[![:upper:]]", "[[:digit:]a]", "[[:nope:]]", "[a[:nope:]]",
	"[[.5.]]", "[[.-.]]", "[[=a=]]", "[[.ab.]]", "[[:alpha:]", "[[.a]", "[A-Z]",
	"[Z-a]", "[a-c]*[x-z]", "*[.]c", "a[b-d]e", "+(a)", "@(a|b)", "{a,b}",
	"*a*a*a*a*a*b", "\xff", "[\xf0-\xff]", "?\xff", "a/[.]b", "a/?b", "a/*b",
};

static const char *const strings[] = {
	"", "a", "A", "b", "ab", "ba", "abc", "aXbYc", ".", "..", ".a", "a.c", ".c",
	"/", "a/", "/a", "a/b", "a/.b", "/.a", "a//b", "a/b/c", "*", "?", "\\",
	"\\a", "a\\", "]", "[", "-", "[a", "[a-", "[]", "[!]", "!", "/a/b/c.c", "5",
	"_", "Z", "z", "+(a)", "aaaaaaaaaaaaaaaaaaaaaaaaac", "\xff", "a\xff", "abz",
};

int main(void)
{
	for (unsigned i = 0; i < sizeof patterns / sizeof *patterns; i++)
		for (int flags = 0; flags < 32; flags++) {
			printf("%s %x ", patterns[i], (unsigned)flags);
			for (unsigned j = 0; j < sizeof strings / sizeof *strings; j++)
				printf("%d", fnmatch(patterns[i], strings[j], flags));
			puts("");
		}
	return 0;
}
