/* SPDX-License-Identifier: MIT
 * readable FILE...: says which files can't be read, and how many. */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	if (argc < 2)
		error(2, 0, "usage: %s FILE...", "readable");
	for (int i = 1; i < argc; i++) {
		int file = open(argv[i], O_RDONLY);
		if (file < 0)
			error(0, errno, "open %s", argv[i]);
		else
			close(file);
	}
	if (error_message_count > 1)
		error_at_line(0, 0, "readable.c", 23, "more than one");
	error(error_message_count > 0, 0, "%u messages", error_message_count);
	puts("all can be read");
	return 0;
}
