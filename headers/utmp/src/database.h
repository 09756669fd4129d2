/* SPDX-License-Identifier: MIT
 * database.h: the file of login records that getutxent and its family share. A
 * record is musl's struct utmpx, as it is in memory: its time has 64 bits, and
 * other programs of a musl system read and write the same.
 */
#ifndef WILDEBEEST_UTMP_DATABASE_H
#define WILDEBEEST_UTMP_DATABASE_H

#include <pthread.h>
#include <sys/types.h>
#include <utmpx.h>

struct wildebeest_utmp {
	pthread_mutex_t lock;
	char path[4096];
	int fd;           /* -1: not open */
	int writable;
	off_t next;       /* where the next record begins */
	int has_last;     /* last is the record before next */
	struct utmpx last;
};

extern struct wildebeest_utmp wildebeest_utmp;

/* The functions below are called with the lock held; they return 0, or -1 with
 * errno. */
int wildebeest_utmp_open(int writable);
void wildebeest_utmp_close(void);
int wildebeest_utmp_read(void); /* into last */

/* Searches forward; errno is ESRCH where there is no such record. */
int wildebeest_utmp_find(const struct utmpx *wanted,
			 int (*match)(const struct utmpx *wanted, const struct utmpx *entry));
int wildebeest_utmp_match_id(const struct utmpx *wanted, const struct utmpx *entry);
int wildebeest_utmp_match_line(const struct utmpx *wanted, const struct utmpx *entry);

/* Locks the file for type F_RDLCK, F_WRLCK or F_UNLCK, waiting at most 10 s. */
int wildebeest_utmp_lock(int fd, short type);

/* Appends one record to an open file; what is there of half a record is dropped,
 * and a failed write leaves nothing. */
int wildebeest_utmp_append(int fd, const struct utmpx *entry, off_t *end);

#endif
