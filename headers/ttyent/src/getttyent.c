/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <string.h>

enum { LINE_SIZE = 8192 };

/* Skip what does not fit the buffer: such a line has no entry. */
static int whole(const char *line)
{
	int c = '\n';

	if (strchr(line, '\n') || feof(wildebeest_ttys))
		return 1;
	while ((c = getc(wildebeest_ttys)) != '\n' && c != EOF)
		;
	return 0;
}

struct ttyent *getttyent(void)
{
	static struct ttyent entry;
	static char line[LINE_SIZE];

	if (!wildebeest_ttys && !setttyent())
		return NULL;
	while (fgets(line, sizeof line, wildebeest_ttys)) {
		if (!whole(line))
			continue;
		line[strcspn(line, "\n")] = '\0';
		if (wildebeest_ttyent_parse(line, &entry))
			return &entry;
	}
	return NULL;
}
