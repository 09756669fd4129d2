/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

ssize_t process_madvise(int pidfd, const struct iovec *iov, size_t count,
			int advice, unsigned flags)
{
	return syscall(SYS_process_madvise, pidfd, iov, count, advice, flags);
}
