/* SPDX-License-Identifier: MIT
 * fts.h: glibc's walks through file hierarchies; musl has no header of this
 * name.
 */
#ifndef WILDEBEEST_FTS_FTS_H
#define WILDEBEEST_FTS_FTS_H

#include <features.h>
#include <sys/cdefs.h>
#include <sys/stat.h>
#include <sys/types.h>

typedef struct {
	struct _ftsent *fts_cur;    /* what fts_read returned last */
	struct _ftsent *fts_child;  /* what fts_children made */
	struct _ftsent **fts_array; /* unused: lists are sorted in place */
	dev_t fts_dev;              /* device of the current root */
	char *fts_path;             /* path of fts_cur */
	int fts_rfd;                /* the directory of fts_open */
	int fts_pathlen;            /* size of fts_path */
	int fts_nitems;             /* unused */
	int (*fts_compar)(const void *, const void *);
	int fts_options;
} FTS;

/* fts_open's options. */
#define FTS_COMFOLLOW 0x0001 /* follow links named as roots */
#define FTS_LOGICAL 0x0002   /* follow links */
#define FTS_NOCHDIR 0x0004   /* stay in the directory */
#define FTS_NOSTAT 0x0008    /* fts_statp is not needed */
#define FTS_PHYSICAL 0x0010  /* return links themselves */
#define FTS_SEEDOT 0x0020    /* return "." and ".." */
#define FTS_XDEV 0x0040      /* stay on the device */
#define FTS_WHITEOUT 0x0080  /* return whiteouts, where a file system has them */
#define FTS_OPTIONMASK 0x00ff

#define FTS_NAMEONLY 0x0100 /* fts_children: names are enough */
#define FTS_STOP 0x0200     /* private */

#define FTS_ROOTPARENTLEVEL -1
#define FTS_ROOTLEVEL 0

/* fts_info */
#define FTS_D 1
#define FTS_DC 2
#define FTS_DEFAULT 3
#define FTS_DNR 4
#define FTS_DOT 5
#define FTS_DP 6
#define FTS_ERR 7
#define FTS_F 8
#define FTS_INIT 9
#define FTS_NS 10
#define FTS_NSOK 11
#define FTS_SL 12
#define FTS_SLNONE 13
#define FTS_W 14

/* fts_flags, private */
#define FTS_DONTCHDIR 0x01
#define FTS_SYMFOLLOW 0x02

/* fts_set */
#define FTS_AGAIN 1
#define FTS_FOLLOW 2
#define FTS_NOINSTR 3
#define FTS_SKIP 4

typedef struct _ftsent {
	struct _ftsent *fts_cycle;  /* FTS_DC: the same directory above */
	struct _ftsent *fts_parent;
	struct _ftsent *fts_link;   /* next of a list */
	long fts_number;            /* the program's own */
	void *fts_pointer;          /* the program's own */
	char *fts_accpath;          /* path from the current directory */
	char *fts_path;             /* path from a root */
	int fts_errno;
	int fts_symfd;              /* private: where a followed link came from */
	unsigned short fts_pathlen;
	unsigned short fts_namelen;
	ino_t fts_ino;
	dev_t fts_dev;
	nlink_t fts_nlink;
	short fts_level;
	unsigned short fts_info;
	unsigned short fts_flags;
	unsigned short fts_instr;
	struct stat *fts_statp;
	char fts_name[1];           /* goes on after the structure */
} FTSENT;

__BEGIN_DECLS

FTSENT *fts_children(FTS *fts, int instr);
int fts_close(FTS *fts);
FTS *fts_open(char *const *paths, int options,
	      int (*compare)(const FTSENT **, const FTSENT **));
FTSENT *fts_read(FTS *fts);
int fts_set(FTS *fts, FTSENT *entry, int instr) __THROW;

/* Files are as large in all of musl's calls: the two sets are one. */
#if defined _GNU_SOURCE || defined _LARGEFILE64_SOURCE
typedef FTS FTS64;
typedef FTSENT FTSENT64;

FTSENT64 *fts64_children(FTS64 *fts, int instr) __asm__("fts_children");
int fts64_close(FTS64 *fts) __asm__("fts_close");
FTS64 *fts64_open(char *const *paths, int options,
		  int (*compare)(const FTSENT64 **, const FTSENT64 **))
	__asm__("fts_open");
FTSENT64 *fts64_read(FTS64 *fts) __asm__("fts_read");
int fts64_set(FTS64 *fts, FTSENT64 *entry, int instr) __asm__("fts_set");
#endif

__END_DECLS

#endif
