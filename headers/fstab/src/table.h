/* SPDX-License-Identifier: MIT
 * table.h: the file that the functions of fstab.h read.
 */
#ifndef WILDEBEEST_FSTAB_TABLE_H
#define WILDEBEEST_FSTAB_TABLE_H

#define _GNU_SOURCE
#include <fstab.h>

/* Go to the first line, opening the file when it is not. Returns success. */
int wildebeest_fstab_rewind(void);
/* The next line; NULL at the end, or when the file can't be opened. */
struct fstab *wildebeest_fstab_next(void);
void wildebeest_fstab_close(void);

#endif
