/* SPDX-License-Identifier: MIT
 * sys/wait.h: how a status is put together, and 4.3BSD's names for pids.
 */
#include_next <sys/wait.h>

#ifndef WILDEBEEST_WAIT_SYS_WAIT_H
#define WILDEBEEST_WAIT_SYS_WAIT_H

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
#ifndef WAIT_ANY
#define WAIT_ANY (-1)
#define WAIT_MYPGRP 0
#endif
#ifndef WCOREFLAG
#define WCOREFLAG 0x80
#endif
/* The exit status is above the signal; a stop is 0x7f below its signal. */
#ifndef W_EXITCODE
#define W_EXITCODE(status, signal) ((status) << 8 | (signal))
#define W_STOPCODE(signal) ((signal) << 8 | 0x7f)
#endif
#endif

#endif
