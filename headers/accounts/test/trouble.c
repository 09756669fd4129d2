/* Account files that are missing, directories, loops, unreadable for an ordinary
 * user, or one long line. Where a file can't be opened glibc tells no errno. */
#define _GNU_SOURCE
#include "../../testing/own_etc.h"

#include <gshadow.h>
#include <pwd.h>
#include <shadow.h>

static const char *const files[] = {"/etc/passwd", "/etc/group", "/etc/shadow", "/etc/gshadow", NULL};

static void each(const char *what)
{
	printf("%s: %d %d", what, getpwent() != NULL, getgrent() != NULL);
	printf(" %d %d %d\n", getspent() != NULL, getsgent() != NULL, getsgnam("a") != NULL);
	endpwent();
	endgrent();
	endspent();
	endsgent();
}

static void secret(const char *path)
{
	write_to(path, "a:b:1:2:c:d:e\n", 14);
	chmod(path, 0);
}

static void long_line(const char *path)
{
	static char text[100000];

	memset(text, 'x', sizeof text);
	memcpy(text + sizeof text - 10, "\na:!:a:b\n", 9);
	text[sizeof text - 1] = '\n';
	write_to(path, text, sizeof text);
}

#define STREAM(function) \
	do { \
		FILE *file = fopen("/etc", "re"); \
		errno = 0; \
		printf("%s %d", #function, function(file) != NULL); \
		printf(" errno %d\n", errno); \
		fclose(file); \
	} while (0)

/* Streams that fail: of a directory. */
static void streams(void)
{
	STREAM(fgetpwent);
	STREAM(fgetgrent);
	STREAM(fgetspent);
	STREAM(fgetsgent);
}

int main(void)
{
	own_etc();
	remake(files, missing);
	print_as(0, each, "missing");
	remake(files, directory);
	print_as(0, each, "directory");
	remake(files, loop);
	print_as(0, each, "loop");
	remake(files, secret);
	print_as(65534, each, "unreadable");
	remake(files, empty);
	print_as(0, each, "empty");
	remake(files, long_line);
	print_as(0, each, "long line");
	streams();
	return 0;
}
