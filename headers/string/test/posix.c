/* Without _GNU_SOURCE strerror_r is POSIX's: it returns an int. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	int (*function)(int, char *, size_t) = strerror_r;
	char buffer[64], path[] = "a/b/", *rest;

	printf("%d\n", function(ENOENT, buffer, sizeof buffer));
	puts(buffer);
	printf("%d\n", strerror_r(ENOENT, buffer, 3) == ERANGE);
	printf("%zu\n", sizeof strerror_r(0, buffer, sizeof buffer));
	puts(basename(path));
	puts(__strtok_r(path, "/", &rest));
	printf("%d\n", (int)(__stpcpy(buffer, "four") - buffer));
	printf("%d\n", (int)(__stpncpy(buffer, "four", 9) - buffer));
	return 0;
}
