/* SPDX-License-Identifier: MIT
 * sys/mount.h: the mount API of Linux 5.2 and later: fsopen(2) and its family.
 * Constants and structures are the kernel's.
 */
#ifndef WILDEBEEST_LINUX_SYS_MOUNT_H
/* musl and linux/mount.h write the same values otherwise. */
#undef MS_NOUSER
#undef MS_RMT_MASK
#undef MS_MGC_VAL
#endif
#include_next <sys/mount.h>

#ifndef WILDEBEEST_LINUX_SYS_MOUNT_H
#define WILDEBEEST_LINUX_SYS_MOUNT_H

#ifndef _UAPI_LINUX_MOUNT_H
#undef MS_NOUSER
#undef MS_RMT_MASK
#undef MS_MGC_VAL
#endif

#include <fcntl.h>
#include <stddef.h>
#include <sys/cdefs.h>

#include <linux/mount.h>

__BEGIN_DECLS

#ifndef BLOCK_SIZE
#define BLOCK_SIZE_BITS 10
#define BLOCK_SIZE (1 << BLOCK_SIZE_BITS)
#endif

extern int fsopen(const char *fs_name, unsigned flags);
extern int fsmount(int fd, unsigned flags, unsigned ms_flags);
extern int fsconfig(int fd, unsigned command, const char *key, const void *value,
		    int aux);
extern int fspick(int dirfd, const char *path, unsigned flags);
extern int move_mount(int from_dirfd, const char *from_path, int to_dirfd,
		      const char *to_path, unsigned flags);
extern int open_tree(int dirfd, const char *path, unsigned flags);
extern int mount_setattr(int dirfd, const char *path, unsigned flags,
			 struct mount_attr *attributes, size_t size);

__END_DECLS

#endif
