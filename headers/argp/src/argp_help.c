/* SPDX-License-Identifier: MIT */
#include "help.h"

void argp_help(const struct argp *__restrict argp, FILE *__restrict stream,
	       unsigned flags, char *__restrict name)
{
	wildebeest_argp_write(argp, NULL, stream, flags, name);
}
