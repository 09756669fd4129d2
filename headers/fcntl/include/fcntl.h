/* SPDX-License-Identifier: MIT
 * fcntl.h: what glibc's header of this name has and musl's lacks, and O_ACCMODE
 * without O_PATH. Values: the kernel's (asm-generic/fcntl.h, linux/falloc.h).
 */
#include_next <fcntl.h>

#ifndef WILDEBEEST_FCNTL_FCNTL_H
#define WILDEBEEST_FCNTL_FCNTL_H

/* musl counts O_SEARCH and O_EXEC, which are O_PATH, among the access modes;
 * `(flags & O_ACCMODE) == O_RDONLY` then fails for a descriptor with O_PATH. */
#undef O_ACCMODE
#define O_ACCMODE 3

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
/* flock(2). The same as in sys/file.h. */
#ifndef LOCK_SH
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4
#define LOCK_UN 8
#endif
#ifndef O_FSYNC
#define O_FSYNC O_SYNC
#endif
#ifndef F_EXLCK
#define F_EXLCK 4
#define F_SHLCK 8
#endif
#endif

#ifdef _GNU_SOURCE
#ifndef LOCK_MAND
#define LOCK_MAND 32
#define LOCK_READ 64
#define LOCK_WRITE 128
#define LOCK_RW 192
#endif
#ifndef FALLOC_FL_NO_HIDE_STALE
#define FALLOC_FL_NO_HIDE_STALE 0x04
#endif
#ifndef FALLOC_FL_COLLAPSE_RANGE
#define FALLOC_FL_COLLAPSE_RANGE 0x08
#endif
#ifndef FALLOC_FL_ZERO_RANGE
#define FALLOC_FL_ZERO_RANGE 0x10
#endif
#ifndef FALLOC_FL_INSERT_RANGE
#define FALLOC_FL_INSERT_RANGE 0x20
#endif
#ifndef FALLOC_FL_UNSHARE_RANGE
#define FALLOC_FL_UNSHARE_RANGE 0x40
#endif
#ifndef SYNC_FILE_RANGE_WRITE_AND_WAIT
#define SYNC_FILE_RANGE_WRITE_AND_WAIT \
	(SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | \
	 SYNC_FILE_RANGE_WAIT_AFTER)
#endif
#ifndef RWH_WRITE_LIFE_NOT_SET
#define RWH_WRITE_LIFE_NOT_SET 0
#endif
#endif

#endif
