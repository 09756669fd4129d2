/* POSIX's conversions, and a percent sign before a letter. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
	struct tm at;
	const char *end;

	memset(&at, 0, sizeof at);
	end = strptime("2024-05-06T07:08:09 100%s", "%Y-%m-%dT%H:%M:%S 100%%s", &at);
	printf("%d %d %d\n", end && !*end, at.tm_mon, at.tm_sec);
	end = strptime("Mon, 06 May 24 04:05 pm", "%a, %d %b %y %I:%M %p", &at);
	printf("%d %d\n", end && !*end, at.tm_hour);
	return 0;
}
