/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
#include <utmp.h>

/* logwtmp(3): without a name it is the end of a session. */
void logwtmp(const char *line, const char *name, const char *host)
{
	struct utmp entry;

	memset(&entry, 0, sizeof entry);
	entry.ut_pid = getpid();
	entry.ut_type = *name ? USER_PROCESS : DEAD_PROCESS;
	strncpy(entry.ut_line, line, sizeof entry.ut_line);
	strncpy(entry.ut_user, name, sizeof entry.ut_user);
	strncpy(entry.ut_host, host, sizeof entry.ut_host);
	gettimeofday(&entry.ut_tv, NULL);
	updwtmp(_PATH_WTMP, &entry);
}
