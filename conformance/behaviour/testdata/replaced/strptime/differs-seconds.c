/* Seconds since 1970, as in logs, and a 12-hour clock. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
	struct tm at;
	const char *end;

	memset(&at, 0, sizeof at);
	end = strptime("86400", "%s", &at);
	printf("%d %d\n", end && !*end, at.tm_mday);
	memset(&at, 0, sizeof at);
	end = strptime(" 4:05 PM", "%l:%M %p", &at);
	printf("%d %d\n", end && !*end, at.tm_hour);
	return 0;
}
