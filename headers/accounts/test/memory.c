/* Entries when memory runs out, at every allocation there is: NULL, or the whole
 * entry, and the next call works. glibc is the one that prints what is right, so
 * the loop that fails allocations is left out there. */
#define _GNU_SOURCE
#include "../../testing/failing_malloc.h"

#include <gshadow.h>
#include <shadow.h>
#include <stdio.h>

static char line[4096];

/* A line longer than any before, so that memory has to grow. */
static const char *longer(void)
{
	static int members = 3;
	int used = sprintf(line, "group:!:admin:m0");

	for (int i = 1; i < members; i++)
		used += sprintf(line + used, ",m%d", i);
	members += 7;
	return line;
}

static int count(const struct sgrp *entry)
{
	int members = 0;

	while (entry && entry->sg_mem[members])
		members++;
	return members;
}

static struct sgrp *from_string(void) { return sgetsgent(longer()); }

static struct sgrp *from_stream(void)
{
	static char text[4200];
	struct sgrp *entry;

	sprintf(text, "# comment\n%s\n", longer());
	FILE *stream = fmemopen(text, strlen(text), "r");
	if (!stream)
		return NULL;
	entry = fgetsgent(stream);
	fclose(stream);
	return entry;
}

static void try(const char *what, struct sgrp *(*get)(void))
{
	int whole = count(get()) > 0, refused = 0, wrong = 0;

#ifndef __GLIBC__
	for (long n = 1;; n++) {
		malloc_fail_at(n);
		struct sgrp *entry = get();
		if (!malloc_failed)
			break;
		refused += !entry;
		wrong += entry && !count(entry);
		malloc_fail_at(-1);
		wrong += !count(get());
	}
	if (!refused)
		wrong++;
#else
	(void)refused;
#endif
	malloc_fail_at(-1);
	printf("%s: whole %d wrong %d\n", what, whole, wrong);
}

int main(void)
{
	try("string", from_string);
	try("stream", from_stream);
	return 0;
}
