/* SPDX-License-Identifier: MIT
 * sys/mount.h: the mount API of Linux 5.2 and later: fsopen(2) and its family.
 * Constants and structures are the kernel's.
 */
#include_next <sys/mount.h>

#ifndef WILDEBEEST_LINUX_SYS_MOUNT_H
#define WILDEBEEST_LINUX_SYS_MOUNT_H

#include <fcntl.h>
#include <stddef.h>
#include <sys/cdefs.h>

#include <linux/mount.h>

__BEGIN_DECLS

#ifndef BLOCK_SIZE
#define BLOCK_SIZE_BITS 10
#define BLOCK_SIZE (1 << BLOCK_SIZE_BITS)
#endif

extern int fsopen(const char *fs_name, unsigned flags) __THROW;
extern int fsmount(int fd, unsigned flags, unsigned ms_flags) __THROW;
extern int fsconfig(int fd, unsigned command, const char *key, const void *value,
		    int aux) __THROW;
extern int fspick(int dirfd, const char *path, unsigned flags) __THROW;
extern int move_mount(int from_dirfd, const char *from_path, int to_dirfd,
		      const char *to_path, unsigned flags) __THROW;
extern int open_tree(int dirfd, const char *path, unsigned flags) __THROW;
extern int mount_setattr(int dirfd, const char *path, unsigned flags,
			 struct mount_attr *attributes, size_t size) __THROW;

__END_DECLS

#endif
