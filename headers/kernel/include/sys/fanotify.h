/* SPDX-License-Identifier: MIT
 * sys/fanotify.h: fanotify(7). Constants and structures are the kernel's, as with
 * glibc.
 */
#ifndef _SYS_FANOTIFY_H
#define _SYS_FANOTIFY_H

#include <features.h>
#include <stdint.h>
#include <sys/cdefs.h>

#include <linux/fanotify.h>

__BEGIN_DECLS

extern int fanotify_init(unsigned flags, unsigned event_f_flags) __THROW;
extern int fanotify_mark(int fanotify_fd, unsigned flags, unsigned long long mask,
			 int dirfd, const char *pathname) __THROW;

__END_DECLS

#endif
