/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ARGP_OPTION_H
#define WILDEBEEST_ARGP_OPTION_H

#include <argp.h>

/* Whether an entry ends its array. */
static inline int option_ends(const struct argp_option *option)
{
	return !option->name && !option->key && !option->doc && !option->group;
}

/* Whether an entry can be given as -k. */
static inline int option_is_short(const struct argp_option *option)
{
	return !(option->flags & OPTION_DOC) && option->key > 0 &&
	       option->key <= UCHAR_MAX && isprint(option->key);
}

/* Whether an entry is the header of a group. */
static inline int option_is_header(const struct argp_option *option)
{
	return !option->name && !option->key;
}

#endif
