/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>
#include <sys/time.h>
#include <utmp.h>

/* logout(3): 1 where the line's record was marked as dead, else 0. */
int logout(const char *line)
{
	struct utmp wanted, entry, *found;
	int result = 0;

	if (utmpname(_PATH_UTMP))
		return 0;
	setutent();
	memset(&wanted, 0, sizeof wanted);
	wanted.ut_type = USER_PROCESS;
	strncpy(wanted.ut_line, line, sizeof wanted.ut_line);
	if (getutline_r(&wanted, &entry, &found) == 0) {
		memset(entry.ut_user, 0, sizeof entry.ut_user);
		memset(entry.ut_host, 0, sizeof entry.ut_host);
		gettimeofday(&entry.ut_tv, NULL);
		entry.ut_type = DEAD_PROCESS;
		result = pututline(&entry) != NULL;
	}
	endutent();
	return result;
}
