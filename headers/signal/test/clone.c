/* raise, abort and gettid in this process, in threads, and in children of a raw
 * clone, where a remembered thread id is the parent's. */
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t caught, by;

static void handler(int number)
{
	caught = number;
	by = syscall(SYS_gettid);
}

static pid_t raw_clone(void)
{
#if defined __x86_64__ || defined __aarch64__ || defined __riscv
	return syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
#else
	return fork();
#endif
}

static void child(const char *what, void (*run)(void))
{
	int status;

	for (int raw = 0; raw < 2; raw++) {
		fflush(NULL);
		pid_t pid = raw ? raw_clone() : fork();
		if (pid == 0) {
			run();
			_exit(77);
		}
		waitpid(pid, &status, 0);
		printf("%s raw %d: %s %d\n", what, raw, WIFSIGNALED(status) ? "signal" : "exit",
		       WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
	}
}

static void raises(void) { raise(SIGUSR2); }
static void ids(void) { _exit(gettid() == getpid() ? 10 : 11); }
static void raises_kill(void) { raise(SIGKILL); }
static void catches(void)
{
	signal(SIGUSR1, handler);
	raise(SIGUSR1);
	_exit(caught == SIGUSR1 && by == getpid() ? 20 : 21);
}
static void aborts_ignored(void)
{
	signal(SIGABRT, SIG_IGN);
	abort();
}
static void aborts_blocked(void)
{
	sigset_t set;

	sigfillset(&set);
	sigprocmask(SIG_BLOCK, &set, NULL);
	abort();
}
static void aborts_handled(void)
{
	signal(SIGABRT, handler);
	abort();
}
static void on_abort(int number)
{
	_exit(number == SIGABRT ? 30 : 31);
}
static void aborts_left(void)
{
	signal(SIGABRT, on_abort);
	abort();
}
static void asserts(void)
{
	int one = 1;
	assert(one == 2);
}
static void asserts_true(void)
{
	assert(caught == caught);
	assert_perror(0);
	_exit(40);
}
static void asserts_number(void)
{
	assert_perror(ENOENT);
}

static void *in_thread(void *unused)
{
	(void)unused;
	caught = 0;
	raise(SIGUSR1);
	printf("thread %d %d %d\n", caught == SIGUSR1, by == gettid(), gettid() != getpid());
	return NULL;
}

int main(void)
{
	struct rlimit none = {0, 0};
	pthread_t thread;

	program_invocation_short_name = (char *)"clone";
	setrlimit(RLIMIT_CORE, &none);
	setvbuf(stdout, NULL, _IONBF, 0);
	child("raise", raises);
	child("ids", ids);
	child("kill", raises_kill);
	child("catch", catches);
	child("abort", abort);
	child("ignored", aborts_ignored);
	child("blocked", aborts_blocked);
	child("handled", aborts_handled);
	child("left", aborts_left);
	child("assert", asserts);
	child("assert true", asserts_true);
	child("assert_perror", asserts_number);
	signal(SIGUSR1, handler);
	printf("%d", raise(SIGUSR1));
	printf(" %d %d\n", caught == SIGUSR1, by == getpid());
	for (int number = -1; number < 70; number += 66) {
		errno = 0;
		int result = number ? raise(number) : 0;
		printf("raise %d: %d errno %d\n", number, result, errno);
	}
	printf("0: %d\n", raise(0));
	pthread_create(&thread, NULL, in_thread, NULL);
	pthread_join(thread, NULL);
	int (*pointer)(int) = raise;
	caught = 0;
	pointer(SIGUSR1);
	printf("pointer %d\n", caught == SIGUSR1);
	return 0;
}
