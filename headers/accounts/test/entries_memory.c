/* The account files in /etc when memory runs out, at every allocation there is;
 * and a function that keeps memory asks for no more at each call. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"
#include "../../testing/own_etc.h"

#include <gshadow.h>
#include <pwd.h>
#include <shadow.h>

enum { ENTRIES = 20, MEMBERS = 300 };

/* The last line does not fit into the memory that the ones before need. */
static void write_lines(const char *path, const char *line, const char *member)
{
	FILE *file = fopen(path, "we");

	for (int i = 0; file && i < ENTRIES; i++) {
		fprintf(file, line, i);
		for (int m = 0; *member && m < (i == ENTRIES - 1 ? MEMBERS : 2); m++)
			fprintf(file, member + !m, m);
		fprintf(file, "\n");
	}
	if (!file || fclose(file))
		perror(path);
}

static void enter(void)
{
	own_etc();
	write_lines("/etc/passwd", "user%1$d:x:%1$d:%1$d:name:/home:/bin/sh", "");
	write_lines("/etc/group", "group%1$d:x:%1$d:", ",m%d");
	write_lines("/etc/shadow", "user%d:*:1:2:3:4:5:6:", "");
	write_lines("/etc/gshadow", "group%d:!:a:", ",m%d");
}

static void nothing(void) {}

static int count(char **list)
{
	int members = 0;

	while (list && list[members])
		members++;
	return members;
}

static enum outcome passwds(void)
{
	int entries = 0;

	while (getpwent())
		entries++;
	return outcome_of(entries == ENTRIES);
}

static enum outcome shadows(void)
{
	int entries = 0;

	while (getspent())
		entries++;
	return outcome_of(entries == ENTRIES);
}

static enum outcome groups(void)
{
	int entries = 0, members = 0;

	for (struct group *g; (g = getgrent()); entries++)
		members = count(g->gr_mem);
	return outcome_of(entries == ENTRIES && members == MEMBERS);
}

static enum outcome gshadows(void)
{
	int entries = 0, members = 0;

	for (struct sgrp *g; (g = getsgent()); entries++)
		members = count(g->sg_mem);
	return outcome_of(entries == ENTRIES && members == MEMBERS);
}

static enum outcome gshadow_by_name(void)
{
	const struct sgrp *g = getsgnam("group19");

	return outcome_of(g && count(g->sg_mem) == MEMBERS);
}

#define FROM_STREAM(label, type, path, call) \
	static enum outcome label(void) \
	{ \
		FILE *file = fopen(path, "re"); \
		int entries = 0, error; \
		if (!file) \
			return outcome_of(0); \
		errno = 0; \
		while ((call)) \
			entries++; \
		error = errno; \
		fclose(file); \
		errno = error; \
		return outcome_of(entries == ENTRIES); \
	}

FROM_STREAM(passwd_stream, passwd, "/etc/passwd", fgetpwent(file))
FROM_STREAM(group_stream, group, "/etc/group", fgetgrent(file))
FROM_STREAM(shadow_stream, spwd, "/etc/shadow", fgetspent(file))
FROM_STREAM(gshadow_stream, sgrp, "/etc/gshadow", fgetsgent(file))

/* Once it grew by each call, and was out of memory at the 27th. */
static void again_and_again(void)
{
	int found = 0;

	for (int i = 0; i < 200; i++) {
		const struct sgrp *g = getsgnam("group1");
		found += g && count(g->sg_mem) == 2;
	}
	printf("found %d times\n", found);
}

int main(void)
{
	enter();
	each_failure("getpwent", passwds, endpwent);
	each_failure("getgrent", groups, endgrent);
	each_failure("getspent", shadows, endspent);
	each_failure("getsgent", gshadows, endsgent);
	each_failure("getsgnam", gshadow_by_name, nothing);
	each_failure("fgetpwent", passwd_stream, nothing);
	each_failure("fgetgrent", group_stream, nothing);
	each_failure("fgetspent", shadow_stream, nothing);
	each_failure("fgetsgent", gshadow_stream, nothing);
	again_and_again();
	return 0;
}
