/* Search in 2,000 lines, with groups, by regexec and by re_search; regcomp; and
 * intervals in intervals, from regcomp to regfree. */
#define _GNU_SOURCE
#include "clock.h"
#include <locale.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

static char lines[2000][200];
static volatile int matched;

static void fill(void)
{
	static const char *const words[] = {
		"hay", "foo", "barx", "needl", "the", "ther", "user:x:12", "12.x", "Abc", "Def", "error", "aabbc", "fun(", "abcabcd",
	};
	unsigned seed = 1;

	for (int i = 0; i < 2000; i++)
		for (int word = 0; word < 10; word++) {
			seed = seed * 1103515245 + 12345;
			strcat(strcat(lines[i], words[(seed >> 16) % 14]), " ");
		}
}

static void search(const regex_t *buffer, size_t groups)
{
	regmatch_t matches[5];

	for (int i = 0; i < 2000; i++)
		matched += regexec(buffer, lines[i], groups, matches, 0) == 0;
}

/* As grep and sed use it: with a fastmap, and registers that stay. */
static void gnu_search(const char *name, const char *pattern, reg_syntax_t syntax)
{
	struct re_pattern_buffer buffer = { .fastmap = malloc(256) };
	struct re_registers registers = { 0, NULL, NULL };

	re_syntax_options = syntax;
	if (re_compile_pattern(pattern, strlen(pattern), &buffer))
		abort();
	MEASURE(name, 3, for (int line = 0; line < 2000; line++) {
		int length = (int)strlen(lines[line]);

		matched += re_search(&buffer, lines[line], length, 0, length, &registers) >= 0;
	});
	free(registers.start);
	free(registers.end);
	regfree(&buffer);
}

static void compile(const char *pattern)
{
	regex_t buffer;

	if (regcomp(&buffer, pattern, REG_EXTENDED) == 0)
		regfree(&buffer);
}

/* What a program pays that matches a pattern once. */
static void nested(const char *name, const char *pattern, const char *text, size_t groups)
{
	regmatch_t matches[2];
	regex_t buffer;

	MEASURE(name, 1, {
		if (regcomp(&buffer, pattern, REG_EXTENDED))
			abort();
		matched += regexec(&buffer, text, groups, matches, 0) == 0;
		regfree(&buffer);
	});
}

/* And one that matches it often. */
static void nested_again(const char *name, const char *pattern, const char *text, size_t groups)
{
	regmatch_t matches[2];
	regex_t buffer;

	if (regcomp(&buffer, pattern, REG_EXTENDED))
		abort();
	MEASURE(name, 100, matched += regexec(&buffer, text, groups, matches, 0) == 0);
	regfree(&buffer);
}

static void intervals(void)
{
	static const char text[] = "aaaaaaaaaaaaaaaaaaaaaaaa";

	nested("regex-nested", "((a{1,20}){1,20}){1,20}", text, 0);
	nested("regex-nested-groups", "((a{1,20}){1,20}){1,20}", text, 2);
	nested("regex-nested-empty", "((a{0,12}){0,12}){0,12}b", text, 0);
	nested("regex-nested-fails", "((a|b){1,30}c?){1,30}d", text, 0);
	nested_again("regex-nested-again", "((a{1,20}){1,20}){1,20}", text, 0);
	nested_again("regex-nested-again-groups", "((a{1,20}){1,20}){1,20}", text, 2);
}

static void all(const char *locale, const char *suffix)
{
	static const struct { const char *name, *pattern; } cases[] = {
		{ "literal", "needle" }, { "number", "[0-9]+\\.[0-9]+" }, { "words", "(foo|bar)[a-z]*baz" },
		{ "passwd", "^([^:]*):([^:]*):([0-9]+)" }, { "names", "[A-Z][a-z]+ [A-Z][a-z]+" }, { "word", "\\bthe\\b" },
		{ "refer", "(.)\\1\\1" }, { "dots", ".*error.*" }, { "calls", "[[:alpha:]_][[:alnum:]_]*\\(" }, { "end", "(a|b|c)+d$" },
	};
	char name[80];

	setlocale(LC_ALL, locale);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		regex_t buffer;

		if (regcomp(&buffer, cases[i].pattern, REG_EXTENDED))
			abort();
		snprintf(name, sizeof name, "regex-%s%s", cases[i].name, suffix);
		MEASURE(name, 3, search(&buffer, 0));
		snprintf(name, sizeof name, "regex-%s-groups%s", cases[i].name, suffix);
		MEASURE(name, 3, search(&buffer, 5));
		regfree(&buffer);
	}
	snprintf(name, sizeof name, "regcomp%s", suffix);
	MEASURE(name, 200, compile("^([[:alpha:]_]+)=(.*[^ ])? *$"));
}

int main(void)
{
	fill();
	all("C", "");
	gnu_search("re_search-literal", "needle", RE_SYNTAX_GREP);
	gnu_search("re_search-words", "\\<ther*\\>", RE_SYNTAX_GREP);
	gnu_search("re_search-groups", "([a-z]+):([^:]*):([0-9]+)", RE_SYNTAX_POSIX_EGREP);
	all("C.UTF-8", "-utf8");
	intervals();
	print_memory();
	return 0;
}
