/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>
#include <unistd.h>
#include <utmp.h>

/* The terminal of this process into line, below /dev; 0 where there is one. */
static int own_line(char *line, size_t size)
{
	char name[64];

	for (int fd = 0; fd < 3; fd++)
		if (ttyname_r(fd, name, sizeof name) == 0) {
			strncpy(line, name + (strncmp(name, "/dev/", 5) ? 0 : 5), size);
			return 0;
		}
	strncpy(line, "???", size);
	return -1;
}

/* login(3): type, process and line are filled in; the record goes into wtmp, and
 * into utmp if there is a terminal. */
void login(const struct utmp *given)
{
	struct utmp entry = *given;

	entry.ut_type = USER_PROCESS;
	entry.ut_pid = getpid();
	if (own_line(entry.ut_line, sizeof entry.ut_line) == 0 && utmpname(_PATH_UTMP) == 0) {
		setutent();
		pututline(&entry);
		endutent();
	}
	updwtmp(_PATH_WTMP, &entry);
}
