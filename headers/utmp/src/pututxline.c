/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Whether the record that was read last is the one to replace: a caller has
 * found it by getutxid, and may write what it got. */
static int is_here(const struct utmpx *entry)
{
	return wildebeest_utmp.has_last &&
	       wildebeest_utmp_match_id(entry, &wildebeest_utmp.last);
}

/* Replaces the record of this id, searched from the place reached, or adds one. */
static int put(const struct utmpx *entry)
{
	struct wildebeest_utmp *u = &wildebeest_utmp;

	if (!is_here(entry) && wildebeest_utmp_find(entry, wildebeest_utmp_match_id)) {
		if (errno != ESRCH)
			return -1;
		return wildebeest_utmp_append(u->fd, entry, &u->next);
	}
	ssize_t written = pwrite(u->fd, entry, sizeof *entry, u->next - sizeof *entry);
	if (written >= 0 && written != (ssize_t)sizeof *entry)
		errno = ENOSPC;
	return written == (ssize_t)sizeof *entry ? 0 : -1;
}

struct utmpx *pututxline(const struct utmpx *entry)
{
	static struct utmpx written;
	struct utmpx copy = *entry; /* may be what getutxent returned */
	int caller = errno;

	pthread_mutex_lock(&wildebeest_utmp.lock);
	int failed = wildebeest_utmp_open(1);
	if (!failed && !(failed = wildebeest_utmp_lock(wildebeest_utmp.fd, F_WRLCK))) {
		failed = put(&copy);
		int error = errno;
		wildebeest_utmp_lock(wildebeest_utmp.fd, F_UNLCK);
		errno = failed ? error : caller;
		wildebeest_utmp.last = copy;
		wildebeest_utmp.has_last = !failed;
	}
	if (!failed)
		written = copy;
	pthread_mutex_unlock(&wildebeest_utmp.lock);
	return failed ? NULL : &written;
}
