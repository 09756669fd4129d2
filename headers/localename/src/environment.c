/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "names.h"

#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static const char *const categories[CATEGORIES] = {
	[LC_CTYPE] = "LC_CTYPE",     [LC_NUMERIC] = "LC_NUMERIC",
	[LC_TIME] = "LC_TIME",	     [LC_COLLATE] = "LC_COLLATE",
	[LC_MONETARY] = "LC_MONETARY", [LC_MESSAGES] = "LC_MESSAGES",
};

const char *wildebeest_localename_category(int category)
{
	return categories[category];
}

/* The variable that decides (locale(7)), or NULL. */
static const char *variable(int category)
{
	const char *const order[] = {"LC_ALL", categories[category], "LANG"};

	for (unsigned i = 0; i < sizeof order / sizeof *order; i++) {
		const char *name = getenv(order[i]);

		if (name && *name)
			return name;
	}
	return NULL;
}

const char *wildebeest_localename_environment(int category)
{
	const char *name = variable(category);
	int usable = name && wildebeest_localename_is_usable(name);

	switch (category) {
	case LC_CTYPE: /* of any name, musl makes UTF-8 */
		return usable ? name : "C.UTF-8";
	case LC_MESSAGES:
		return usable ? name : "C";
	case LC_TIME:
		if (usable && wildebeest_localename_has_file(name))
			return name;
	}
	return usable && wildebeest_localename_is_c(name) ? name : "C";
}

static char noted[CATEGORIES][NAME_LENGTH + 1];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void wildebeest_localename_note(int category, const char *name)
{
	pthread_mutex_lock(&lock);
	strcpy(noted[category], name);
	pthread_mutex_unlock(&lock);
}

int wildebeest_localename_is_noted(int category, const char *name)
{
	pthread_mutex_lock(&lock);
	int same = strcmp(noted[category], name) == 0;
	pthread_mutex_unlock(&lock);
	return same;
}
