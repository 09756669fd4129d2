/* SPDX-License-Identifier: MIT
 * each_failure.h: every allocation that a use of some functions makes fails
 * once, each time in a process of its own, so that what functions keep for their
 * next call is asked for anew. The use must say so or be right; after it, with
 * memory again, it must be right, and no more may be in use than without
 * failure. glibc is the one that prints what is right: its own answers to
 * failures are not what this is about, and there none fails.
 */
#include "failing_malloc.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum outcome { RIGHT, REFUSED, WRONG };

/* RIGHT where the result is, REFUSED where errno tells that there is no memory. */
static inline enum outcome outcome_of(int right)
{
	return right ? RIGHT : errno == ENOMEM ? REFUSED : WRONG;
}

enum { FINE, NO_FAILURE = 10, SILENT, NOT_AGAIN, LEAKS };

/* In its own process: what became of the n-th allocation's failure, and in
 * *in_use how many blocks are in use after two uses. */
static inline int one_failure(enum outcome (*use)(void), void (*end)(void), long n, long most)
{
	enum outcome with, without;
	int failed;

	malloc_fail_at(n);
	errno = 0;
	with = use();
	failed = malloc_failed;
	malloc_fail_at(-1);
	end();
	if (n > 0 && !failed)
		return NO_FAILURE;
	if (with == WRONG)
		return SILENT;
	if (malloc_live > most)
		return LEAKS;
	errno = 0;
	without = use();
	end();
	if (without != RIGHT)
		return NOT_AGAIN;
	return malloc_live > most ? LEAKS : FINE;
}

static inline int in_child(enum outcome (*use)(void), void (*end)(void), long n, long most)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(one_failure(use, end, n, most));
	if (child < 0 || waitpid(child, &status, 0) != child)
		return SILENT;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

/* How many blocks are in use after the function was used and ended. */
static inline long blocks_kept(enum outcome (*use)(void), void (*end)(void))
{
	int pipes[2];
	long kept = -1;
	pid_t child;

	if (pipe(pipes) || (child = fork()) < 0)
		return -1;
	if (child == 0) {
		use();
		end();
		_exit(write(pipes[1], &malloc_live, sizeof malloc_live) < 0);
	}
	if (read(pipes[0], &kept, sizeof kept) != sizeof kept)
		kept = -1;
	close(pipes[0]);
	close(pipes[1]);
	waitpid(child, NULL, 0);
	return kept;
}

/* Prints one line; call it with stdout flushed. */
static inline void each_failure(const char *name, enum outcome (*use)(void), void (*end)(void))
{
	long most = blocks_kept(use, end);
	int whole = in_child(use, end, -1, most), bad = 0;

#ifndef __GLIBC__
	int failures = 0, result;

	for (long n = 1; n < 3000 && (result = in_child(use, end, n, most)) != NO_FAILURE; n++) {
		failures++;
		if (result != FINE) {
			printf("%s: allocation %ld: %s %d\n", name, n, result == SILENT ? "silent"
			       : result == NOT_AGAIN ? "not right again" : result == LEAKS ? "leaks" : "signal", result);
			bad++;
		}
	}
	if (!failures)
		printf("%s: it asks for no memory\n", name);
#endif
	printf("%s: whole %d bad %d\n", name, whole, bad);
	fflush(stdout);
}
