/* tzname after each function that sets it, for zones with and without summer
 * time, one after another. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void show(const char *what)
{
	printf("  %s [%s][%s] %ld %d\n", what, tzname[0], tzname[1], timezone, daylight);
}

int main(void)
{
	static const char *const zones[] = {
		"UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+07>-7", "EST5EDT,M3.2.0,M11.1.0", "XYZ3",
		"UTC0", "<-03>3", "NZST-12NZDT,M9.5.0,M4.1.0/3",
	};
	for (unsigned i = 0; i < sizeof zones / sizeof *zones; i++) {
		time_t now = 1600000000;
		char text[64];

		setenv("TZ", zones[i], 1);
		puts(zones[i]);
		struct tm *tm = localtime(&now);
		show("localtime");
		strftime(text, sizeof text, "%F %T %Z %z", tm);
		puts(text);
		printf("%lld\n", (long long)mktime(tm));
		show("mktime");
		setenv("TZ", zones[(i + 1) % 8], 1);
		tzset();
		show("tzset");
		setenv("TZ", zones[i], 1);
		struct tm set = {.tm_year = 120, .tm_mon = 0, .tm_mday = 31 + i, .tm_isdst = -1};
		printf("%lld", (long long)mktime(&set));
		printf(" %d-%d %s\n", set.tm_mon, set.tm_mday, set.tm_zone);
	}
	return 0;
}
