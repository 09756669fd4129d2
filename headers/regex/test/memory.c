/* Every allocation fails once: compiling and matching report it, or do without,
 * and leave nothing behind. glibc 2.36 crashes when some of its own fail: there
 * none does. */
#define _GNU_SOURCE
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include "../../testing/failing_malloc.h"

static int use(const char *pattern, const char *text)
{
	struct re_registers registers = { 0, NULL, NULL };
	regmatch_t matches[4];
	regex_t buffer;
	int result = regcomp(&buffer, pattern, REG_EXTENDED);

	if (result)
		return result == REG_ESPACE ? 0 : 1;
	result = regexec(&buffer, text, 4, matches, 0);
	if (result == REG_ESPACE)
		result = 0;
	if (re_search(&buffer, text, (int)strlen(text), 0, (int)strlen(text), &registers) == -1)
		result = 3;
	regfree(&buffer);
	free(registers.start);
	free(registers.end);
	return result;
}

static void all_failures(const char *pattern, const char *text)
{
	int wrong = 0, ended = 0;

	for (long n = 1; n < 2000 && !ended; n++) {
		long live = malloc_live;

		malloc_rewind();
#ifndef __GLIBC__
		malloc_fail_at(n);
#endif
		wrong += use(pattern, text) != 0;
		ended = !malloc_failed;
		malloc_fail_at(-1);
		wrong += malloc_live != live;
	}
	printf("%s: %d wrong, %s\n", pattern, wrong, ended ? "ended" : "did not end");
}

int main(void)
{
	setvbuf(stdout, NULL, _IONBF, 0);
	malloc_set_mark();
	all_failures("needle", "hay needle");
	all_failures("(a|b)*c([[:alpha:]]+)", "ababcxyz");
	all_failures("(a*)(b)\\1", "aabaa");
	all_failures("[a-c]{2,5}x|y$", "abcx");
	all_failures("((((a))))b?", "a");
	return 0;
}
