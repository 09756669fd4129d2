/* re_comp and re_exec: patterns that stay, are replaced, or are none. */
#define _GNU_SOURCE
#define _REGEX_RE_COMP
#include <re_comp.h>
#include <stdio.h>

static void compile(const char *pattern)
{
	const char *wrong = re_comp(pattern);

	printf("%s: %s\n", pattern ? pattern : "NULL", wrong ? wrong : "right");
}

static void match(const char *text)
{
	printf("  \"%s\" %d\n", text, re_exec(text));
}

int main(void)
{
	static const char *const patterns[] = { "b+c", "^two$", "a\\(b\\|c\\)d", "[", "\\(", "", "x*" };

	compile(NULL);
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		compile(patterns[i]);
		if (re_comp(patterns[i]))
			continue;
		match("abbc");
		match("one\ntwo\nthree");
		match("acd");
		match("");
		compile(NULL);
		match("acd");
	}
	return 0;
}
