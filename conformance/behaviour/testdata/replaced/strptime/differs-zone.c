/* A date of mail or of git, with the offset from UTC; until musl-1.2.5. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
	struct tm at;
	const char *end;

	memset(&at, 0, sizeof at);
	end = strptime("2024-05-06 07:08:09 +0200", "%Y-%m-%d %H:%M:%S %z", &at);
	printf("%d %d\n", end != NULL, end && !*end);
	return 0;
}
