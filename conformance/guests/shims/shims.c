/* shims: one use of each thing for which musl distributions have a package. */
#define _GNU_SOURCE
#include <argp.h>
#include <errno.h>
#include <error.h>
#include <execinfo.h>
#include <fts.h>
#include <obstack.h>
#if __has_include(<rpmatch.h>)
#include <rpmatch.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/cdefs.h>
#include <sys/queue.h>
#include <ucontext.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

__BEGIN_DECLS

struct name {
	TAILQ_ENTRY(name) names;
	char *text;
};
static TAILQ_HEAD(, name) all = TAILQ_HEAD_INITIALIZER(all);
static struct obstack memory;

static error_t option(int key, char *argument, struct argp_state *state)
{
	struct name *name;

	(void)state;
	switch (key) {
	case 'a':
		printf("%s: %d\n", argument, rpmatch(argument));
		return 0;
	case ARGP_KEY_ARG:
		name = obstack_alloc(&memory, sizeof *name);
		name->text = obstack_copy0(&memory, argument, strlen(argument));
		TAILQ_INSERT_TAIL(&all, name, names);
		return 0;
	}
	return ARGP_ERR_UNKNOWN;
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static void walk(char *directory)
{
	char *paths[] = {directory, NULL};
	FTS *tree = fts_open(paths, FTS_PHYSICAL, by_name);
	FTSENT *entry;

	while ((entry = fts_read(tree)))
		printf("%d %s\n", entry->fts_info, entry->fts_path);
	fts_close(tree);
}

static ucontext_t outside, inside;

static void beyond(int count)
{
	void *frames[8];

	for (int i = 0; i < count; i++) {
		printf("inside %d\n", i);
		swapcontext(&inside, &outside);
	}
	printf("frames: %s\n", backtrace(frames, 8) > 0 ? "some" : "none");
}

int main(int argc, char **argv)
{
	static const struct argp_option options[] = {{"answer", 'a', "TEXT", 0, "say what TEXT means", 0}, {0}};
	static const struct argp argp = {options, option, "DIRECTORY...", "Use what shims have.", NULL, NULL, NULL};
	static char stack[256 * 1024];
	struct name *name;

	obstack_init(&memory);
	argp_parse(&argp, argc, argv, 0, NULL, NULL);
	TAILQ_FOREACH(name, &all, names)
		walk(name->text);
	getcontext(&inside);
	inside.uc_stack.ss_sp = stack;
	inside.uc_stack.ss_size = sizeof stack;
	inside.uc_link = &outside;
	makecontext(&inside, (void (*)(void))beyond, 1, 2);
	for (int i = 0; i < 3; i++)
		swapcontext(&outside, &inside);
	obstack_free(&memory, NULL);
	fflush(stdout);
	error(3, ENOENT, "done with %d", argc);
	return 0;
}

__END_DECLS
