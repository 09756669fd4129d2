/* The clock by NTP's names. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/timex.h>
#include <time.h>

int main(void)
{
	struct ntptimeval now = {.maxerror = -1, .esterror = -1};
	struct timex clock = {.modes = 0};
	int one = ntp_gettime(&now), other = ntp_adjtime(&clock);

	printf("%d %d\n", NTP_API, one == other && one >= 0);
	printf("%d\n", labs((long)(now.time.tv_sec - time(NULL))) < 60);
	printf("%d %d\n", labs(now.maxerror - clock.maxerror) < 100000, now.esterror == clock.esterror);
	return 0;
}
