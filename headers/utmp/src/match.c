/* SPDX-License-Identifier: MIT */
#include "database.h"

#include <string.h>

static int is_process(int type)
{
	return type == INIT_PROCESS || type == LOGIN_PROCESS || type == USER_PROCESS ||
	       type == DEAD_PROCESS;
}

/* getutxid(3): the kinds of system event by their type, processes by their id;
 * where one of them has no id, by their line (observed on glibc 2.36). */
int wildebeest_utmp_match_id(const struct utmpx *wanted, const struct utmpx *entry)
{
	if (!is_process(wanted->ut_type))
		return wanted->ut_type == entry->ut_type;
	if (!is_process(entry->ut_type))
		return 0;
	if (wanted->ut_id[0] && entry->ut_id[0])
		return !strncmp(wanted->ut_id, entry->ut_id, sizeof entry->ut_id);
	return !strncmp(wanted->ut_line, entry->ut_line, sizeof entry->ut_line);
}

int wildebeest_utmp_match_line(const struct utmpx *wanted, const struct utmpx *entry)
{
	return (entry->ut_type == LOGIN_PROCESS || entry->ut_type == USER_PROCESS) &&
	       !strncmp(wanted->ut_line, entry->ut_line, sizeof entry->ut_line);
}
