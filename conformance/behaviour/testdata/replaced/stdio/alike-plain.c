/* What both know; and percent signs before such letters. */
#define _GNU_SOURCE
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	char line[64], *text = NULL;

	printf("%d%%b %5.2f %-8s| %#x %zu %jd %hhd %" PRIu64 "\n", 50, 1.5, "left", 255u, sizeof line, (intmax_t)-1, 300, UINT64_C(7));
	fprintf(stdout, "100%%w %+d %08.3e %c\n", 5, 2.5, 'b');
	snprintf(line, sizeof line, "%*d%%B %.*s", 5, 42, 2, "abc");
	puts(line);
	if (asprintf(&text, "%2$s %1$s Batch %3$i", "b", "a", 3) >= 0)
		puts(text);
	fflush(stdout);
	dprintf(1, "%lld %Lf Ib\n", 1LL, 2.0L);
	return 0;
}
