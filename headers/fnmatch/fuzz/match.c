/* Any pattern, any string, any flags: a first byte of flags, then both. It must
 * end, say 0, FNM_NOMATCH or -1, and stay within its memory. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *pattern, *string;
	size_t length;
	int result;

	if (size < 1 || size > 400)
		return 0;
	pattern = strndup((const char *)data + 1, size - 1);
	length = strlen(pattern) + 2;
	string = length < size ? strndup((const char *)data + length, size - length)
			       : strdup("a/b.c");
	result = fnmatch(pattern, string, data[0]);
	if (result != 0 && result != FNM_NOMATCH && result != -1)
		abort();
	/* What matches without the rules for periods and slashes only adds. */
	if (!fnmatch(pattern, pattern, FNM_NOESCAPE) && *pattern && !strpbrk(pattern, "*?[\\") &&
	    fnmatch(pattern, pattern, 0))
		abort();
	free(pattern);
	free(string);
	return 0;
}
