/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *stream;

int wildebeest_fstab_rewind(void)
{
	if (stream)
		rewind(stream);
	else
		stream = fopen(_PATH_FSTAB, "re");
	return stream != NULL;
}

/* What the escape at text stands for; its size goes to *size. fstab(5), and
 * observed on glibc 2.36: blanks, newlines and backslashes have one. */
static char escaped(const char *text, size_t *size)
{
	static const struct {
		char text[5], stands_for;
	} escapes[] = {
		{"\\040", ' '}, {"\\011", '\t'}, {"\\012", '\n'}, {"\\134", '\\'},
		{"\\\\", '\\'},
	};

	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
		*size = strlen(escapes[i].text);
		if (!strncmp(text, escapes[i].text, *size))
			return escapes[i].stands_for;
	}
	*size = 1;
	return *text;
}

/* The next field at *at, its escapes decoded; "" when there is none. */
static char *field(char **at)
{
	char *start = *at + strspn(*at, " \t"), *to = start, *from = start;
	size_t size;

	for (; *from && *from != ' ' && *from != '\t'; from += size)
		*to++ = escaped(from, &size);
	*at = *from ? from + 1 : from;
	*to = '\0';
	return start;
}

/* Whether the options, separated by commas, have one, with or without value. */
static int has_option(const char *options, const char *option)
{
	size_t size = strlen(option);

	for (; options; options = strchr(options, ',')) {
		options += *options == ',';
		if (!strncmp(options, option, size) &&
		    (!options[size] || strchr(",=", options[size])))
			return 1;
	}
	return 0;
}

static const char *type_of(const char *options)
{
	static const char *const types[] = {
		FSTAB_RW, FSTAB_RQ, FSTAB_RO, FSTAB_SW, FSTAB_XX,
	};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (has_option(options, types[i]))
			return types[i];
	return "??"; /* observed on glibc 2.36 */
}

static void parse(char *line, struct fstab *entry)
{
	entry->fs_spec = field(&line);
	entry->fs_file = field(&line);
	entry->fs_vfstype = field(&line);
	entry->fs_mntops = field(&line);
	entry->fs_type = type_of(entry->fs_mntops);
	entry->fs_freq = atoi(field(&line));
	entry->fs_passno = atoi(field(&line));
}

struct fstab *wildebeest_fstab_next(void)
{
	static struct fstab entry;
	static char *line;
	static size_t room;
	ssize_t length;

	if (!stream && !wildebeest_fstab_rewind())
		return NULL;
	while ((length = getline(&line, &room, stream)) > 0) {
		char *text = line + strspn(line, " \t");

		if (line[length - 1] == '\n')
			line[length - 1] = '\0';
		if (!*text || *text == '\n' || *text == '#')
			continue;
		parse(text, &entry);
		return &entry;
	}
	return NULL;
}

void wildebeest_fstab_close(void)
{
	if (stream)
		fclose(stream);
	stream = NULL;
}
