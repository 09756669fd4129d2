/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <string.h>

static int is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* End the field at *at, quotes removed, and go to the next one. Observed on
 * glibc 2.36: a backslash stands only before a quote, and inside quotes. */
static char *field(char **at)
{
	char *start = *at, *to = start, *from = start;
	int quoted = 0;

	for (; *from && (quoted || !is_blank(*from)); from++) {
		if (*from == '"') {
			quoted = !quoted;
			continue;
		}
		if (quoted && *from == '\\' && from[1] == '"')
			from++;
		*to++ = *from;
	}
	while (is_blank(*from))
		from++;
	*at = from;
	*to = '\0';
	return start;
}

/* Whether the field at text is the word. */
static int is_word(const char *text, const char *word)
{
	size_t size = strlen(word);

	return !strncmp(text, word, size) && (!text[size] || is_blank(text[size]));
}

/* Take the word at *at for a status; 0 when it is none. */
static int status(char **at, struct ttyent *entry)
{
	if (is_word(*at, _TTYS_OFF))
		entry->ty_status &= ~TTY_ON;
	else if (is_word(*at, _TTYS_ON))
		entry->ty_status |= TTY_ON;
	else if (is_word(*at, _TTYS_SECURE))
		entry->ty_status |= TTY_SECURE;
	else if (!strncmp(*at, _TTYS_WINDOW "=", sizeof _TTYS_WINDOW))
		entry->ty_window = *at + sizeof _TTYS_WINDOW;
	else
		return 0;
	if (entry->ty_window == *at + sizeof _TTYS_WINDOW)
		*at = entry->ty_window;
	field(at);
	return 1;
}

int wildebeest_ttyent_parse(char *line, struct ttyent *entry)
{
	char *at = line + strspn(line, " \t");

	if (!*at || *at == '#')
		return 0;
	memset(entry, 0, sizeof *entry);
	entry->ty_name = field(&at);
	entry->ty_getty = *at ? field(&at) : NULL;
	entry->ty_type = *at ? field(&at) : NULL;
	while (*at && status(&at, entry))
		;
	/* Observed on glibc 2.36: any other word begins the comment. */
	if (*at == '#')
		entry->ty_comment = at + 1 + strspn(at + 1, " \t");
	else if (*at)
		entry->ty_comment = at;
	return 1;
}
