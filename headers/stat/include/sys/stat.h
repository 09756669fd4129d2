/* SPDX-License-Identifier: MIT
 * sys/stat.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <sys/stat.h>

#ifndef WILDEBEEST_STAT_SYS_STAT_H
#define WILDEBEEST_STAT_SYS_STAT_H

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
#ifndef ACCESSPERMS
#define ACCESSPERMS (S_IRWXU | S_IRWXG | S_IRWXO)
#endif
#ifndef ALLPERMS
#define ALLPERMS (S_ISUID | S_ISGID | S_ISVTX | ACCESSPERMS)
#endif
#ifndef DEFFILEMODE
#define DEFFILEMODE (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH)
#endif
#ifndef S_BLKSIZE
#define S_BLKSIZE 512
#endif
#endif

#endif
