/* What chrt(1) does with itself. */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	struct sched_param param;

	memset(&param, 0, sizeof param);
	if (sched_getparam(0, &param))
		printf("no parameters: %d\n", errno);
	if (sched_setscheduler(0, SCHED_OTHER, &param))
		printf("no policy: %d\n", errno);
	if (sched_setparam(0, &param))
		printf("no priority: %d\n", errno);
	printf("%d %d\n", sched_getscheduler(0), param.sched_priority);
	return 0;
}
