/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "names.h"

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* C[_territory].codeset[@modifier], where the codeset is utf8 or utf-8 in any case. */
static int is_c_in_utf8(const char *name)
{
	if (*name++ != 'C' || strpbrk(name, "/;="))
		return 0;
	if (*name == '_')
		name += strcspn(name, ".@");
	if (*name++ != '.')
		return 0;
	size_t length = strcspn(name, "@");

	return (length == 4 && strncasecmp(name, "utf8", length) == 0) ||
	       (length == 5 && strncasecmp(name, "utf-8", length) == 0);
}

int wildebeest_localename_is_c(const char *name)
{
	return strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0 || is_c_in_utf8(name);
}

int wildebeest_localename_is_usable(const char *name)
{
	return *name && *name != '.' && strlen(name) <= NAME_LENGTH && !strpbrk(name, "/;=");
}

/* musl's locales are message catalogues as msgfmt writes them, in either byte order. */
static int is_catalogue(const char *path)
{
	uint32_t magic = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return 0;
	ssize_t got = read(fd, &magic, sizeof magic);
	close(fd);
	return got == sizeof magic && (magic == 0x950412de || magic == 0xde120495);
}

int wildebeest_localename_has_file(const char *name)
{
	const char *directories = secure_getenv("MUSL_LOCPATH");
	char path[PATH_MAX];

	if (!directories || !wildebeest_localename_is_usable(name))
		return 0;
	while (*directories) {
		size_t length = strcspn(directories, ":");
		int written = snprintf(path, sizeof path, "%.*s/%s",
				       length < PATH_MAX ? (int)length : PATH_MAX, directories, name);

		if (written < PATH_MAX && is_catalogue(path))
			return 1;
		directories += length + (directories[length] == ':');
	}
	return 0;
}
