/* A table of operations, of which one has the name; and the thread's own policy. */
#include <pthread.h>
#include <sched.h>
#include <stdio.h>

struct operations {
	int (*sched_setscheduler)(int policy);
};

static int set_policy(int policy)
{
	return policy == SCHED_OTHER;
}

int main(void)
{
	static const struct operations operations = { .sched_setscheduler = set_policy };
	struct sched_param param;
	int policy;

	printf("%d ", operations.sched_setscheduler(SCHED_OTHER));
	printf("%d %d\n", pthread_getschedparam(pthread_self(), &policy, &param), policy);
	return 0;
}
