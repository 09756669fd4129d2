/* SPDX-License-Identifier: MIT
 * table.h: the file that the functions of ttyent.h read.
 */
#ifndef WILDEBEEST_TTYENT_TABLE_H
#define WILDEBEEST_TTYENT_TABLE_H

#define _GNU_SOURCE
#include <stdio.h>
#include <ttyent.h>

extern FILE *wildebeest_ttys;

/* Take the line apart, in place. Returns 0 for a line without an entry. */
int wildebeest_ttyent_parse(char *line, struct ttyent *entry);

#endif
