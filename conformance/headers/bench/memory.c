/* obstack growth, argp over twenty arguments, basename and strerror. */
#define _GNU_SOURCE
#include "clock.h"
#include <argp.h>
#include <obstack.h>
#include <stdlib.h>
#include <string.h>

/* Chunks come from an arena, so that the time is that of obstacks; the rows
 * that end in -malloc have the libc's malloc in them, which musl gives and takes
 * pages for where glibc keeps them: in obstack-brief-malloc little else is left. */
static _Alignas(16) char arena[4 << 20];
static size_t used;
static int from_malloc;

static void *take(size_t size)
{
	size_t at = used;

	if (from_malloc)
		return malloc(size);
	used += (size + 15) & ~(size_t)15;
	return arena + at;
}

static void give(void *chunk)
{
	if (from_malloc)
		free(chunk);
}

#define obstack_chunk_alloc take
#define obstack_chunk_free give

static volatile size_t sink;

static void grow(void)
{
	struct obstack stack;

	used = 0;
	obstack_init(&stack);
	for (int i = 0; i < 1000; i++) {
		for (int j = 0; j < 20; j++)
			obstack_grow(&stack, "twelve bytes", 12);
		obstack_1grow(&stack, 0);
		sink += (size_t)obstack_finish(&stack) & 1;
	}
	obstack_free(&stack, NULL);
}

static void brief(void)
{
	struct obstack stack;

	obstack_init(&stack);
	for (int i = 0; i < 20; i++)
		sink += (size_t)obstack_copy(&stack, "twelve bytes", 12) & 1;
	obstack_free(&stack, NULL);
}

static void bytes(void)
{
	struct obstack stack;

	used = 0;
	obstack_init(&stack);
	for (int i = 0; i < 100000; i++)
		obstack_1grow(&stack, (char)i);
	sink += (size_t)obstack_object_size(&stack);
	obstack_free(&stack, NULL);
}

static error_t option(int key, char *argument, struct argp_state *state)
{
	(void)state;
	sink += (size_t)key + (argument ? strlen(argument) : 0);
	return key == ARGP_KEY_ARG || key < 200 ? 0 : ARGP_ERR_UNKNOWN;
}

static void parse(void)
{
	static const struct argp_option options[] = {
		{ "verbose", 'v', NULL, 0, "say more", 0 }, { "output", 'o', "FILE", 0, "where to", 0 },
		{ "level", 'l', "N", OPTION_ARG_OPTIONAL, "how much", 0 }, { "quiet", 'q', NULL, 0, "say less", 0 },
		{ "include", 'I', "DIR", 0, "where from", 1 }, { "define", 'D', "NAME", 0, "what", 1 }, { 0, 0, NULL, 0, NULL, 0 },
	};
	static const struct argp argp = { options, option, "FILE...", "doc", NULL, NULL, NULL };
	char *arguments[] = {
		"program", "-v", "--output=file", "-l3", "-q", "a", "--include", "dir", "-DNAME", "b", "--verb", "-Idir", "c", "-v", "-q",
		"--level", "--define=x", "d", "e", "--", "-f", NULL,
	};

	argp_parse(&argp, 21, arguments, 0, NULL, NULL);
}

static void base(void)
{
	static const char *volatile paths[] = { "/usr/lib/libc.so", "name", "/", "a/b/c/d/e/f", "dir/" };

	for (int i = 0; i < 1000; i++)
		sink += (size_t)*basename(paths[i % 5]);
}

static void errors(void)
{
	for (int i = 0; i < 1000; i++)
		sink += (size_t)*strerror(i % 130);
}

static void errors_r(void)
{
	char buffer[64];

	for (int i = 0; i < 1000; i++)
		sink += (size_t)*strerror_r(i % 130, buffer, sizeof buffer);
}

int main(void)
{
	MEASURE("obstack-grow", 50, grow());
	MEASURE("obstack-1grow", 20, bytes());
	from_malloc = 1;
	MEASURE("obstack-grow-malloc", 50, grow());
	MEASURE("obstack-1grow-malloc", 20, bytes());
	MEASURE("obstack-brief-malloc", 2000, brief());
	MEASURE("argp-parse", 300, parse());
	MEASURE("basename", 300, base());
	MEASURE("strerror", 300, errors());
	MEASURE("strerror_r", 300, errors_r());
	print_memory();
	return 0;
}
