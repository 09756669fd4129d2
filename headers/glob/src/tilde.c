/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The home directory of a user, from malloc. NULL when unknown; *failed is set
 * without memory. */
static char *directory_of(const char *name, int *failed)
{
	struct passwd user, *found = NULL;
	size_t size = 1024;
	char *buffer = NULL, *directory = NULL;
	int error;

	do {
		char *grown = realloc(buffer, size);

		if (!grown) {
			free(buffer);
			*failed = GLOB_NOSPACE;
			return NULL;
		}
		buffer = grown;
		error = getpwnam_r(name, &user, buffer, size, &found);
		size *= 2;
	} while (error == ERANGE);
	if (found && !(directory = strdup(user.pw_dir)))
		*failed = GLOB_NOSPACE;
	free(buffer);
	return directory;
}

/* Remove the quoting of name, in place. */
static void unquote(char *name)
{
	char *to = name;

	for (; *name; name++)
		if (*name != '\\' || *++name)
			*to++ = *name;
		else
			break;
	*to = '\0';
}

int wildebeest_glob_tilde(const char *pattern, int flags, char **home,
			  size_t *size)
{
	const char *set;
	char *name, login[256];
	int failed = 0;

	*home = NULL;
	*size = 0;
	if (!(flags & (GLOB_TILDE | GLOB_TILDE_CHECK)) || *pattern != '~')
		return 0;
	*size = strcspn(pattern, "/");
	name = strndup(pattern + 1, *size - 1);
	if (!name)
		return GLOB_NOSPACE;
	if (!(flags & GLOB_NOESCAPE))
		unquote(name);
	set = getenv("HOME");
	/* glob(3): "~" is HOME, and without it who logged in. */
	if (*name)
		*home = directory_of(name, &failed);
	else if (!set || !*set)
		*home = getlogin_r(login, sizeof login)
			? NULL : directory_of(login, &failed);
	else if (!(*home = strdup(set)))
		failed = GLOB_NOSPACE;
	free(name);
	if (failed || *home)
		return failed;
	*size = 0;
	return flags & GLOB_TILDE_CHECK ? GLOB_NOMATCH : 0;
}
