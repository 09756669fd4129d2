/* SPDX-License-Identifier: MIT
 * fstab.h: getfsent(3); musl has no header of this name.
 */
#ifndef WILDEBEEST_FSTAB_FSTAB_H
#define WILDEBEEST_FSTAB_FSTAB_H

#include <features.h>
#include <sys/cdefs.h>

#ifndef _PATH_FSTAB
#define _PATH_FSTAB "/etc/fstab"
#endif
#define FSTAB _PATH_FSTAB

/* What fs_type points to, from the options. */
#define FSTAB_RW "rw"
#define FSTAB_RQ "rq"
#define FSTAB_RO "ro"
#define FSTAB_SW "sw"
#define FSTAB_XX "xx"

struct fstab {
	char *fs_spec;	     /* the device */
	char *fs_file;	     /* where it is mounted */
	char *fs_vfstype;
	char *fs_mntops;
	const char *fs_type; /* FSTAB_RW and so on */
	int fs_freq;	     /* days between dumps */
	int fs_passno;	     /* when fsck looks at it */
};

__BEGIN_DECLS

extern struct fstab *getfsent(void) __THROW;
extern struct fstab *getfsspec(const char *name) __THROW;
extern struct fstab *getfsfile(const char *name) __THROW;
extern int setfsent(void) __THROW;
extern void endfsent(void) __THROW;

__END_DECLS

#endif
