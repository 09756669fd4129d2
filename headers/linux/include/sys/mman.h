/* SPDX-License-Identifier: MIT
 * sys/mman.h: memory protection keys (pkeys(7)), process_madvise(2),
 * process_mrelease(2), and newer advice.
 */
#include_next <sys/mman.h>

#ifndef WILDEBEEST_LINUX_SYS_MMAN_H
#define WILDEBEEST_LINUX_SYS_MMAN_H

#include <sys/cdefs.h>
#include <sys/types.h>

#ifdef _GNU_SOURCE
#include <sys/uio.h>

__BEGIN_DECLS

#ifndef PKEY_DISABLE_ACCESS
#define PKEY_DISABLE_ACCESS 0x1
#define PKEY_DISABLE_WRITE 0x2
#endif
#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#define MADV_POPULATE_WRITE 23
#endif
#ifndef MADV_DONTNEED_LOCKED
#define MADV_DONTNEED_LOCKED 24
#endif
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif
#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#define MADV_GUARD_REMOVE 103
#endif
/* Flags of memfd_create(2). */
#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U
#endif
#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U
#endif

extern int pkey_alloc(unsigned flags, unsigned access_rights);
extern int pkey_free(int key);
extern int pkey_set(int key, unsigned access_rights);
extern int pkey_get(int key);
extern int pkey_mprotect(void *address, size_t length, int protection, int key);
extern ssize_t process_madvise(int pidfd, const struct iovec *iov, size_t count,
			       int advice, unsigned flags);
extern int process_mrelease(int pidfd, unsigned flags);
extern int mseal(void *address, size_t length, unsigned long flags);

__END_DECLS
#endif

#endif
