/* SPDX-License-Identifier: MIT
 * sys/uio.h: preadv2(2) and pwritev2(2). Unlike glibc's they are no
 * cancellation points.
 */
#include_next <sys/uio.h>

#ifndef WILDEBEEST_LINUX_SYS_UIO_H
#define WILDEBEEST_LINUX_SYS_UIO_H

#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
__BEGIN_DECLS

#ifndef RWF_HIPRI
#define RWF_HIPRI 0x00000001
#define RWF_DSYNC 0x00000002
#define RWF_SYNC 0x00000004
#define RWF_NOWAIT 0x00000008
#define RWF_APPEND 0x00000010
#endif
#ifndef RWF_NOAPPEND
#define RWF_NOAPPEND 0x00000020
#endif

extern ssize_t preadv2(int fd, const struct iovec *iov, int count, off_t offset,
		       int flags);
extern ssize_t pwritev2(int fd, const struct iovec *iov, int count, off_t offset,
			int flags);
#define preadv64v2 preadv2
#define pwritev64v2 pwritev2

__END_DECLS
#endif

#endif
