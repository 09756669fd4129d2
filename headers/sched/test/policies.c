/* The calls on this process, a child, and processes that do not exist, with
 * every policy and priorities around their limits; CPU sets at their borders. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void result(const char *what, int value)
{
	int error = errno;

	printf("%s: %d", what, value);
	if (value == -1)
		printf(" errno %d", error);
	putchar('\n');
	errno = 0;
}

static void change(pid_t pid, int policy, int priority)
{
	struct sched_param param = {.sched_priority = priority};
	struct sched_param got = {.sched_priority = -7};
	char what[64];

	snprintf(what, sizeof what, "set %d %d", policy, priority);
	result(what, sched_setscheduler(pid, policy, &param));
	result("  policy", sched_getscheduler(pid));
	result("  param", sched_getparam(pid, &got));
	printf("  priority %d\n", got.__sched_priority);
}

static void policies(void)
{
	struct sched_param param = {.sched_priority = 3};
	static const int policy[] = {SCHED_OTHER, SCHED_BATCH, SCHED_IDLE, SCHED_FIFO,
				     SCHED_RR, SCHED_ISO, SCHED_DEADLINE, 77, -1,
				     SCHED_BATCH | SCHED_RESET_ON_FORK, SCHED_OTHER};
	static const int priority[] = {0, 1, 99, 100, -1};
	pid_t child = fork();

	if (child == 0) {
		pause();
		_exit(0);
	}
	for (unsigned i = 0; i < sizeof policy / sizeof *policy; i++)
		for (unsigned j = 0; j < sizeof priority / sizeof *priority; j++)
			change(child, policy[i], priority[j]);
	change(child, SCHED_FIFO, 1);
	result("setparam", sched_setparam(child, &param));
	result("getparam", sched_getparam(child, &param));
	param.sched_priority = 0;
	result("setparam 0", sched_setparam(child, &param));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	change(child, SCHED_OTHER, 0);
	change(-1, SCHED_OTHER, 0);
	result("NULL set", sched_setscheduler(0, SCHED_OTHER, NULL));
	result("NULL setparam", sched_setparam(0, NULL));
	result("NULL getparam", sched_getparam(0, NULL));
	result("self", sched_getscheduler(0));
}

static void sets(void)
{
	cpu_set_t set;
	__cpu_mask *words = (__cpu_mask *)&set;
	unsigned cpu = 99999, node = 99999;
	int (*pointer)(pid_t) = sched_getscheduler;

	CPU_ZERO(&set);
	for (int i = 0; i < CPU_SETSIZE; i += 73)
		CPU_SET(i, &set);
	printf("%d %zu\n", CPU_COUNT(&set), sizeof set);
	for (unsigned i = 0; i < sizeof set / sizeof *words; i++)
		printf("%lx ", words[i]);
	printf("\n%d %zu %zu %lx\n", CPU_SETSIZE, __NCPUBITS, __CPUELT(130), __CPUMASK(130));
	result("getcpu", getcpu(&cpu, &node));
	printf("%d %d\n", cpu < CPU_SETSIZE, node < 1024);
	result("getcpu NULL", getcpu(NULL, NULL));
	result("by pointer", pointer(0));
}

int main(void)
{
	policies();
	sets();
	return 0;
}
