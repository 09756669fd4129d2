/* Account files that are missing, directories, loops, unreadable for an ordinary
 * user, or one long line. Where a file can't be opened glibc tells no errno. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <gshadow.h>
#include <pwd.h>
#include <sched.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const names[] = {"passwd", "group", "shadow", "gshadow"};

static void each(const char *what)
{
	printf("%s: %d %d", what, getpwent() != NULL, getgrent() != NULL);
	printf(" %d %d %d\n", getspent() != NULL, getsgent() != NULL, getsgnam("a") != NULL);
	endpwent();
	endgrent();
	endspent();
	endsgent();
}

static void with(const char *what, uid_t user)
{
	fflush(stdout);
	if (fork() == 0) {
		if (user && geteuid() == 0 && (setgroups(0, NULL) || setgid(user) || setuid(user)))
			perror("setuid");
		each(what);
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
}

static void all_files(void (*make)(const char *path))
{
	char path[64];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "/etc/%s", names[i]);
		remove(path);
		make(path);
	}
}

static void directory(const char *path) { mkdir(path, 0755); }
static void nothing(const char *path) { (void)path; }

static void loop(const char *path)
{
	if (symlink(path, path))
		perror(path);
}

static void write_to(const char *path, const char *text, size_t size)
{
	FILE *file = fopen(path, "we");

	if (!file || fwrite(text, 1, size, file) != size || fclose(file))
		perror(path);
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
	if ((unshare(CLONE_NEWNS) && unshare(CLONE_NEWUSER | CLONE_NEWNS)) ||
	    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) || mount("tmpfs", "/etc", "tmpfs", 0, NULL))
		perror("/etc of its own");
	chmod("/etc", 0755);
	write_to("/etc/nsswitch.conf", "passwd: files\ngroup: files\nshadow: files\ngshadow: files\n", 57);
	all_files(nothing);
	with("missing", 0);
	all_files(directory);
	with("directory", 0);
	all_files(loop);
	with("loop", 0);
	all_files(secret);
	with("unreadable", 65534);
	all_files(long_line);
	with("long line", 0);
	streams();
	return 0;
}
