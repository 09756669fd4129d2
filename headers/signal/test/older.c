/* BSD's masks and System V's signal. */
#define _GNU_SOURCE
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <errno.h>
#include <signal.h>
#include <stdio.h>

static volatile int caught;

static void handler(int number)
{
	sigset_t now;

	sigprocmask(SIG_BLOCK, NULL, &now);
	caught = number + 100 * sigismember(&now, number);
}

static int bit(int number)
{
	return (int)(1U << (number - 1));
}

static void fails(int number, void (*with)(int))
{
	errno = 0;
	printf("%d", sysv_signal(number, with) == SIG_ERR);
	printf(" %d\n", errno);
}

int main(void)
{
	void (*before)(int);

#ifndef sigmask /* glibc's warns where it is used */
#error "no sigmask"
#endif
	printf("%d\n", SIGCLD == SIGCHLD);
	printf("%#x\n", (unsigned)sigblock(bit(SIGUSR1) | bit(SIGTERM)));
	printf("%#x\n", (unsigned)siggetmask());
	printf("%#x\n", (unsigned)sigsetmask(bit(SIGUSR2)));
	printf("%#x\n", (unsigned)sigsetmask(0));
	before = sysv_signal(SIGUSR1, handler);
	printf("%d\n", before == SIG_DFL);
	raise(SIGUSR1);
	printf("%d\n", caught == SIGUSR1);
	before = sysv_signal(SIGUSR1, SIG_IGN);
	printf("%d\n", before == SIG_DFL);
	before = sysv_signal(SIGUSR1, SIG_DFL);
	printf("%d\n", before == SIG_IGN);
	fails(SIGKILL, handler);
	fails(-3, handler);
	fails(SIGUSR1, SIG_ERR);
	return 0;
}
