/* SPDX-License-Identifier: MIT
 * own_etc.h: an empty /etc for one test program, in a mount namespace, and the
 * ways in which its files can be bad. Define _GNU_SOURCE before.
 */
#include <errno.h>
#include <grp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static inline void write_to(const char *path, const char *text, size_t size)
{
	FILE *file = fopen(path, "we");

	if (!file || fwrite(text, 1, size, file) != size || fclose(file)) {
		perror(path);
		exit(1);
	}
}

/* Call it before the libc opens anything. glibc is told to look into files. */
static inline void own_etc(void)
{
	static const char files[] = "passwd: files\ngroup: files\nshadow: files\ngshadow: files\nnetworks: files\n"
				    "services: files\nprotocols: files\nrpc: files\nnetgroup: files\n";

	if ((unshare(CLONE_NEWNS) && unshare(CLONE_NEWUSER | CLONE_NEWNS)) ||
	    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) || mount("tmpfs", "/etc", "tmpfs", 0, NULL)) {
		perror("/etc of its own");
		exit(1);
	}
	chmod("/etc", 0755);
	write_to("/etc/nsswitch.conf", files, sizeof files - 1);
}

/* Makes something else of each of the files, whose names end with NULL. */
static inline void remake(const char *const *paths, void (*make)(const char *path))
{
	for (; *paths; paths++) {
		remove(*paths);
		make(*paths);
	}
}

static inline void missing(const char *path) { (void)path; }
static inline void empty(const char *path) { write_to(path, "", 0); }
static inline void directory(const char *path) { mkdir(path, 0755); }

static inline void loop(const char *path)
{
	if (symlink(path, path))
		perror(path);
}

/* Prints in a child, which is the user of that number where it may be: as root
 * everything can be read. */
static inline void print_as(uid_t user, void (*print)(const char *what), const char *what)
{
	fflush(stdout);
	if (fork() == 0) {
		if (user && geteuid() == 0 && (setgroups(0, NULL) || setgid(user) || setuid(user)))
			perror("setuid");
		print(what);
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
}
