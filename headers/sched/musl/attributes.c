/* sched_setattr and sched_getattr, which glibc has since 2.41, on this thread. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>

int main(void)
{
	struct sched_attr attr = { .size = 0 };
	struct sched_param param = { .sched_priority = 0 };
	int failed = sched_getattr(0, &attr, sizeof attr, 0), before = attr.sched_nice;

	printf("get %d, policy %d, whole %d\n", failed, (int)attr.sched_policy, attr.size >= 48);
	attr.sched_policy = SCHED_BATCH;
	attr.sched_nice = before + 1;
	attr.sched_flags = SCHED_FLAG_RESET_ON_FORK;
	failed = sched_setattr(0, &attr, 0);
	printf("set %d, policy %d, nice %d\n", failed, sched_getscheduler(0) == (SCHED_BATCH | SCHED_RESET_ON_FORK),
	       getpriority(PRIO_PROCESS, 0) - before);
	failed = sched_getattr(0, &attr, 1, 0);
	printf("small %d %d\n", failed, errno == EINVAL);
	failed = sched_setattr(0, &attr, 1);
	printf("flags %d %d, priority %d\n", failed, errno == EINVAL, param.sched_priority);
	return 0;
}
