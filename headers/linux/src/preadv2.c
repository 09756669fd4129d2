/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* The kernel takes the offset as two longs, low before high; where a long holds
 * all of it, the second is not looked at. */
ssize_t preadv2(int fd, const struct iovec *iov, int count, off_t offset, int flags)
{
	return syscall(SYS_preadv2, fd, iov, count, (long)offset,
		       (long)(offset >> (sizeof(long) * 4) >> (sizeof(long) * 4)), flags);
}
