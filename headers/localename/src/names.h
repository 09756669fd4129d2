/* SPDX-License-Identifier: MIT
 * names.h: from what a program says to a name for each category that musl can
 * take. Rules without a source were observed on glibc 2.36 and musl 1.2.3.
 */
#ifndef WILDEBEEST_LOCALENAME_NAMES_H
#define WILDEBEEST_LOCALENAME_NAMES_H

/* LC_CTYPE to LC_MESSAGES, in musl's order, which is that of their numbers. */
enum { CATEGORIES = 6 };

/* musl takes a longer name for C.UTF-8. */
enum { NAME_LENGTH = 23 };

struct wildebeest_localename {
	char of[CATEGORIES][NAME_LENGTH + 1];
};

/* What one call changes. */
struct wildebeest_localename_change {
	int mask;      /* the categories' bits */
	int is_all;    /* whether the program said "all", not which */
	int composite; /* whether the name may be one of several names */
};

/* Gives each category of the change its name: 0, or an errno value. */
int wildebeest_localename_resolve(const struct wildebeest_localename_change *change,
				  const char *name, struct wildebeest_localename *names);

/* "LC_CTYPE" and so on. */
const char *wildebeest_localename_category(int category);

/* Whether name is C, POSIX, or C in UTF-8. */
int wildebeest_localename_is_c(const char *name);

/* Whether $MUSL_LOCPATH has a locale of this name. */
int wildebeest_localename_has_file(const char *name);

/* Whether name can be one of several that musl takes: it has no slash, semicolon,
 * equals sign, or leading dot, and is not too long. */
int wildebeest_localename_is_usable(const char *name);

/* The name that the environment gives a category, as musl understands it. */
const char *wildebeest_localename_environment(int category);

/* Notes the name that a category has got from the environment, and answers
 * whether it is the noted one: what setlocale returned can be given back to it
 * when the environment has changed. Any thread may call them. */
void wildebeest_localename_note(int category, const char *name);
int wildebeest_localename_is_noted(int category, const char *name);

#endif
