/* Contexts: coming back, switching, arguments, the end of a function, signal
 * masks, floating point modes, threads, and generators by the thousand. */
#define _GNU_SOURCE
#include <fenv.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

enum { STACK = 64 * 1024 };
static ucontext_t main_context, one, two;
static char stack_one[STACK] __attribute__((__aligned__(16))), stack_two[STACK + 3];

static void coming_back(void)
{
	volatile int times = 0;
	ucontext_t here;

	printf("get %d\n", getcontext(&here));
	if (++times < 5)
		setcontext(&here);
	printf("times %d\n", times);
}

static void prepare(ucontext_t *context, void *stack, size_t size, ucontext_t *link)
{
	getcontext(context);
	context->uc_stack.ss_sp = stack;
	context->uc_stack.ss_size = size;
	context->uc_link = link;
}

static void ping(void)
{
	for (int i = 0; i < 3; i++) {
		printf("ping %d\n", i);
		printf("swap %d\n", swapcontext(&one, &two));
	}
	puts("ping ends");
}

static void pong(void)
{
	for (int i = 0; i < 3; i++) {
		printf("pong %d\n", i);
		swapcontext(&two, &one);
	}
}

static void switching(void)
{
	prepare(&one, stack_one, STACK, &main_context);
	makecontext(&one, ping, 0);
	prepare(&two, stack_two + 3, STACK, &main_context);
	makecontext(&two, pong, 0);
	printf("main %d\n", swapcontext(&main_context, &one));
}

static void twelve(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j,
		   int k, int l)
{
	char aligned[16] __attribute__((__aligned__(16)));

	printf("%d %d %d %d %d %d %d %d %d %d %d %d\n", a, b, c, d, e, f, g, h, i, j, k, l);
	printf("aligned %d\n", (int)((uintptr_t)aligned % 16));
	printf("%.3Lf\n", (long double)a / 3);
}

static void nine(int a, int b, int c, int d, int e, int f, int g, int h, int i)
{
	printf("%d %d %d %d %d %d %d %d %d\n", a, b, c, d, e, f, g, h, i);
}

static void pointer_argument(const char *text, int number)
{
	printf("%s %d\n", text, number);
}

static void arguments(void)
{
	prepare(&one, stack_one, STACK, &main_context);
	makecontext(&one, (void (*)(void))twelve, 12, 1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12);
	swapcontext(&main_context, &one);
	prepare(&one, stack_two, STACK - 5, &main_context);
	makecontext(&one, (void (*)(void))nine, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9);
	swapcontext(&main_context, &one);
	prepare(&one, stack_one, STACK, &main_context);
	makecontext(&one, (void (*)(void))pointer_argument, 2, "pointer", 42);
	swapcontext(&main_context, &one);
}

static void ends_in(ucontext_t *link)
{
	int status;

	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		prepare(&one, stack_one, STACK, link);
		makecontext(&one, ping, 0);
		prepare(&two, stack_two, STACK, NULL);
		makecontext(&two, pong, 0);
		setcontext(&one);
		_exit(99);
	}
	waitpid(child, &status, 0);
	printf("ended %d %d\n", WIFEXITED(status), WEXITSTATUS(status));
}

static int blocked(int number)
{
	sigset_t set;

	sigprocmask(SIG_BLOCK, NULL, &set);
	return sigismember(&set, number);
}

static void masks(void)
{
	volatile int times = 0;
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_SETMASK, &set, NULL);
	getcontext(&one);
	printf("USR1 %d USR2 %d in context %d\n", blocked(SIGUSR1), blocked(SIGUSR2),
	       sigismember(&one.uc_sigmask, SIGUSR1));
	if (times++ == 0) {
		sigemptyset(&set);
		sigaddset(&set, SIGUSR2);
		sigprocmask(SIG_SETMASK, &set, NULL);
		printf("USR1 %d USR2 %d\n", blocked(SIGUSR1), blocked(SIGUSR2));
		sigaddset(&one.uc_sigmask, SIGHUP);
		setcontext(&one);
	}
	printf("HUP %d\n", blocked(SIGHUP));
	sigemptyset(&set);
	sigprocmask(SIG_SETMASK, &set, NULL);
}

static void rounding(void)
{
	volatile int times = 0;
	volatile double tenth = 1;

	fesetround(FE_UPWARD);
	getcontext(&one);
	printf("%.20g up %d\n", tenth / 10, fegetround() == FE_UPWARD);
	fesetround(FE_DOWNWARD);
	printf("%.20g down %d\n", tenth / 10, fegetround() == FE_DOWNWARD);
	if (times++ == 0)
		setcontext(&one);
	fesetround(FE_TONEAREST);
}

struct generator {
	ucontext_t own, caller;
	uint64_t value;
	char stack[16384];
};

static void generate(struct generator *g)
{
	uint64_t state = (uintptr_t)g->value;
	double sum = 0.5;

	for (;;) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		sum = sum * 1.5 + (double)(state >> 60);
		g->value = (state >> 33) ^ (uint64_t)(sum < 1e9 ? sum : (sum = 1));
		swapcontext(&g->own, &g->caller);
	}
}

static void *generators(void *seed)
{
	struct generator *all[20];
	uint64_t *sum = calloc(1, sizeof *sum);

	for (int i = 0; i < 20; i++) {
		all[i] = calloc(1, sizeof *all[i]);
		all[i]->value = i * 77 + *(int *)seed;
		prepare(&all[i]->own, all[i]->stack, sizeof all[i]->stack, NULL);
		makecontext(&all[i]->own, (void (*)(void))generate, 1, all[i]);
	}
	for (int i = 0; i < 20000; i++) {
		struct generator *g = all[(i * 7 + i / 3) % 20];

		swapcontext(&g->caller, &g->own);
		*sum = *sum * 31 + g->value;
	}
	for (int i = 0; i < 20; i++)
		free(all[i]);
	return sum;
}

static void threads(void)
{
	static int seeds[] = {1, 2, 3};
	pthread_t thread[3];
	void *sum;

	for (int i = 0; i < 3; i++)
		pthread_create(&thread[i], NULL, generators, &seeds[i]);
	for (int i = 0; i < 3; i++) {
		pthread_join(thread[i], &sum);
		printf("%llx\n", (unsigned long long)*(uint64_t *)sum);
		free(sum);
	}
}

int main(void)
{
	setvbuf(stdout, NULL, _IONBF, 0);
	coming_back();
	switching();
	arguments();
	prepare(&main_context, stack_two, STACK, NULL);
	ends_in(NULL);
	ends_in(&two);
	masks();
	rounding();
	threads();
	return 0;
}
