/* Days of years, times of a zone, and the resolution of clocks. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
	static const int years[] = { 0, 1, 4, 100, 400, 1900, 1999, 2000, 2004, 2100, -1, -4, -100, -400 };
	struct tm time = { .tm_year = 126, .tm_mon = 13, .tm_mday = 1, .tm_hour = 12, .tm_isdst = -1 };

	for (size_t i = 0; i < sizeof years / sizeof *years; i++)
		printf("%d %d\n", years[i], dysize(years[i]));
	setenv("TZ", "XST-3", 1);
	printf("%lld", (long long)timelocal(&time));
	printf(" %d %d %d\n", time.tm_mon, time.tm_yday, time.tm_wday);
	for (int base = -1; base <= TIME_UTC; base++) {
		struct timespec set = { 7, 7 }, real;

		clock_getres(CLOCK_REALTIME, &real);
		printf("%d: %d", base, timespec_getres(&set, base));
		printf(" %d", set.tv_sec == real.tv_sec && set.tv_nsec == real.tv_nsec);
		printf(" %d\n", timespec_getres(NULL, base));
	}
	return 0;
}
