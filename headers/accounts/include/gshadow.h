/* SPDX-License-Identifier: MIT
 * gshadow.h: the shadow group file, gshadow(5); musl has no header of this name.
 */
#ifndef WILDEBEEST_ACCOUNTS_GSHADOW_H
#define WILDEBEEST_ACCOUNTS_GSHADOW_H

#include <features.h>
#include <paths.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/cdefs.h>

#ifndef _PATH_GSHADOW
#define _PATH_GSHADOW "/etc/gshadow"
#endif
#define GSHADOW _PATH_GSHADOW

__BEGIN_DECLS

struct sgrp {
	char *sg_namp;
	char *sg_passwd;
	char **sg_adm; /* administrators, NULL at the end */
	char **sg_mem; /* members, NULL at the end */
};

extern void setsgent(void);
extern void endsgent(void);
extern struct sgrp *getsgent(void);
extern struct sgrp *getsgnam(const char *name);
extern struct sgrp *sgetsgent(const char *string);
extern struct sgrp *fgetsgent(FILE *stream);
extern int putsgent(const struct sgrp *entry, FILE *stream);

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
/* These return 0 or an errno value: ERANGE where the buffer is too small. */
extern int getsgent_r(struct sgrp *entry, char *buffer, size_t size,
		      struct sgrp **result);
extern int getsgnam_r(const char *name, struct sgrp *entry, char *buffer,
		      size_t size, struct sgrp **result);
extern int sgetsgent_r(const char *string, struct sgrp *entry, char *buffer,
		       size_t size, struct sgrp **result);
extern int fgetsgent_r(FILE *stream, struct sgrp *entry, char *buffer, size_t size,
		       struct sgrp **result);
#endif

__END_DECLS

#endif
