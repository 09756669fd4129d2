/* %m, and a long set of scanf behind its flag I, when memory runs out, at every
 * allocation there is: -1, or the whole text. glibc needs none, so the loop that fails allocations is left out there. */
#define _GNU_SOURCE
#include "../../testing/failing_malloc.h"

#include <stdio.h>
#include <stdlib.h>

static const char expected[] = "before No such file or directory after [No such]";

#define LETTERS "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
/* No literal: not every compiler knows the flag. */
static const char *volatile long_set = "%Id%[" LETTERS LETTERS LETTERS "]";

static int expand(void)
{
	static char text[128];

	errno = ENOENT;
	int length = snprintf(text, sizeof text, "before %m after [%.7m]");
	if (length < 0)
		return -1;
	int count = sscanf("12abc", long_set, &length, text + sizeof expected);

	if (count == 1)
		return errno == ENOMEM ? -1 : 0;
	return !strcmp(text, expected) && count == 2 && length == 12 && !strcmp(text + sizeof expected, "abc");
}

int main(void)
{
	int whole = expand(), wrong = 0;

#ifndef __GLIBC__
	int refused = 0;
	for (long n = 1;; n++) {
		long live = malloc_live;

		malloc_fail_at(n);
		int result = expand();
		if (!malloc_failed)
			break;
		refused += result == -1;
		wrong += result == 0 || malloc_live != live;
	}
	wrong += !refused;
#endif
	malloc_fail_at(-1);
	printf("whole %d wrong %d\n", whole, wrong);
	return 0;
}
