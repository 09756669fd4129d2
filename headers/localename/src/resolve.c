/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "names.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

/* glibc takes no longer ones. */
enum { LONGEST = 255 };

/* Why a name is refused. */
static int refusal(const char *name)
{
	if (strlen(name) > LONGEST || strcmp(name, "..") == 0 ||
	    (*name != '/' && strchr(name, '/')))
		return EINVAL;
	return ENOENT;
}

static void give(struct wildebeest_localename *names, int category, const char *name)
{
	strcpy(names->of[category], strlen(name) > NAME_LENGTH ? "C.UTF-8" : name);
}

/* One category, one name: 0, or an errno value. */
static int one(int category, const char *name, struct wildebeest_localename *names)
{
	int has_data = category == LC_CTYPE || category == LC_TIME || category == LC_MESSAGES;

	if (!*name)
		name = wildebeest_localename_environment(category);
	else if (strpbrk(name, "/;"))
		return refusal(name);
	else if (!wildebeest_localename_is_c(name) &&
		 !(has_data && (strcmp(name, wildebeest_localename_environment(category)) == 0 ||
				wildebeest_localename_is_noted(category, name) ||
				wildebeest_localename_has_file(name))))
		return refusal(name);
	give(names, category, name);
	return 0;
}

/* The locale of a file for all categories: C where it has no data. */
static void whole(const char *name, struct wildebeest_localename *names)
{
	for (int category = 0; category < CATEGORIES; category++)
		give(names, category, "C");
	give(names, LC_CTYPE, name);
	give(names, LC_TIME, name);
	give(names, LC_MESSAGES, name);
}

/* Copies the name up to end. Returns 0, or an errno value. */
static int cut(char copy[LONGEST + 1], const char *name, const char *end)
{
	size_t length = (size_t)(end - name);

	if (length > LONGEST)
		return EINVAL;
	memcpy(copy, name, length);
	copy[length] = '\0';
	return 0;
}

/* The category whose name and "=" text begins with, or -1. */
static int category_of(const char *text)
{
	for (int category = 0; category < CATEGORIES; category++) {
		const char *name = wildebeest_localename_category(category);
		size_t length = strlen(name);

		if (strncmp(text, name, length) == 0 && text[length] == '=')
			return category;
	}
	return -1;
}

/* Whether text begins with a category of glibc's that musl lacks, and "=". It is C
 * here, which is all it may be said to be. */
static int is_foreign(const char *text)
{
	static const char *const foreign[] = {"LC_PAPER=",     "LC_NAME=",	  "LC_ADDRESS=",
					      "LC_TELEPHONE=", "LC_MEASUREMENT=", "LC_IDENTIFICATION="};

	for (unsigned i = 0; i < sizeof foreign / sizeof *foreign; i++)
		if (strncmp(text, foreign[i], strlen(foreign[i])) == 0)
			return 1;
	return 0;
}

/* "LC_CTYPE=a;LC_NUMERIC=b;...", which is what glibc's setlocale returns, or musl's
 * "a;b;c;d;e;f". Every category of the change must be there. */
static int several(int mask, const char *text, struct wildebeest_localename *names)
{
	int seen = 0, is_named = strchr(text, '=') != NULL;

	if (!is_named && mask != LC_ALL_MASK)
		return EINVAL;
	for (int position = 0; *text; position++) {
		const char *end = strchrnul(text, ';'), *name = text;
		int category = is_named ? category_of(text) : position;
		char copy[LONGEST + 1];

		if (is_named) {
			if (category < 0 && !is_foreign(text))
				return EINVAL;
			name = strchr(text, '=') + 1;
		} else if (position >= CATEGORIES) {
			return EINVAL;
		}
		int error = cut(copy, name, end);
		if (!error && category < 0)
			error = wildebeest_localename_is_c(copy) ? 0 : ENOENT;
		else if (!error && mask & 1 << category)
			error = one(category, copy, names);
		if (error)
			return error;
		if (category >= 0)
			seen |= 1 << category;
		text = *end ? end + 1 : end;
	}
	return mask & ~seen ? EINVAL : 0;
}

int wildebeest_localename_resolve(const struct wildebeest_localename_change *change,
				  const char *name, struct wildebeest_localename *names)
{
	if (change->composite && strchr(name, ';'))
		return several(change->mask, name, names);
	if (change->is_all && *name && !wildebeest_localename_is_c(name)) {
		if (!wildebeest_localename_has_file(name))
			return refusal(name);
		whole(name, names);
		return 0;
	}
	for (int category = 0; category < CATEGORIES; category++) {
		int error = change->mask & 1 << category ? one(category, name, names) : 0;

		if (error)
			return error;
	}
	return 0;
}
