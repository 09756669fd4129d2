/* SPDX-License-Identifier: MIT
 * root.h: make the program's directory its root, so that it brings the files of
 * /etc along. An ordinary user needs user namespaces for that.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* LeakSanitizer needs /proc, which the new root lacks. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "detect_leaks=0";
}

static inline void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	if (!file || fputs(text, file) < 0 || fclose(file))
		perror(name);
}

/* Call it before the libc opens anything. Where it is not allowed, the outputs
 * differ and the test fails. */
static inline void own_root(void)
{
	mkdir("etc", 0755);
	if (chroot(".") && (unshare(CLONE_NEWUSER) || chroot(".")))
#ifdef __GLIBC__
		printf("no root of its own on glibc: %s\n", strerror(errno));
#else
		printf("no root of its own on musl: %s\n", strerror(errno));
#endif
	if (chdir("/"))
		perror("chdir");
}
