/* SPDX-License-Identifier: MIT
 * fcntl.h: openat2(2), and newer commands and flags. struct open_how and RESOLVE_
 * are the kernel's.
 */
#include_next <fcntl.h>

#ifndef WILDEBEEST_LINUX_FCNTL_H
#define WILDEBEEST_LINUX_FCNTL_H

#ifdef _GNU_SOURCE
#include <stddef.h>
#include <sys/cdefs.h>
#include <linux/openat2.h>

#ifndef F_DUPFD_QUERY
#define F_DUPFD_QUERY 1027
#endif
#ifndef F_CREATED_QUERY
#define F_CREATED_QUERY 1028
#endif
/* Flags of name_to_handle_at(2). */
#ifndef AT_HANDLE_FID
#define AT_HANDLE_FID 0x200
#endif
#ifndef AT_HANDLE_MNT_ID_UNIQUE
#define AT_HANDLE_MNT_ID_UNIQUE 0x001
#endif
#ifndef AT_HANDLE_CONNECTABLE
#define AT_HANDLE_CONNECTABLE 0x002
#endif

__BEGIN_DECLS

extern int openat2(int dirfd, const char *path, const struct open_how *how, size_t size);

__END_DECLS
#endif

#endif
