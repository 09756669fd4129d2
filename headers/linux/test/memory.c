/* Every allocation of scandirat fails once: the list is whole, or the call fails
 * with ENOMEM and leaves nothing behind. glibc's own answers are not what this is
 * about: there none fails. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../../testing/failing_malloc.h"

static int not_hidden(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int is_right(int directory)
{
	struct dirent **names = NULL;
	int found = scandirat(directory, "d", &names, not_hidden, alphasort), right = found == 40;

	if (found < 0)
		return errno == ENOMEM;
	for (int i = 0; i < found; i++) {
		right = right && names[i]->d_name[0] == 'f';
		free(names[i]);
	}
	free(names);
	return right;
}

int main(void)
{
	char name[20];
	int wrong = 0, leaked = 0, ended = 0, directory = open(".", O_RDONLY | O_DIRECTORY);

	setvbuf(stdout, NULL, _IONBF, 0);
	mkdir("d", 0755);
	for (int i = 0; i < 40; i++) {
		snprintf(name, sizeof name, "d/f%d", i);
		close(open(name, O_CREAT | O_WRONLY, 0644));
	}
	malloc_set_mark();
	for (long n = 1; n < 1000 && !ended; n++) {
		long live = malloc_live;

		malloc_rewind();
#ifndef __GLIBC__
		malloc_fail_at(n);
#endif
		wrong += !is_right(directory);
		ended = !malloc_failed;
		malloc_fail_at(-1);
		leaked += malloc_live != live;
	}
	printf("%d wrong, %d leaked, %s\n", wrong, leaked, ended ? "ended" : "did not end");
	return 0;
}
