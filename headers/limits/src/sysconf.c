/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

extern long libc_sysconf(int name) __asm__("sysconf");

/* The kernel's own number (proc(5)), or the constant where /proc is not mounted. */
static long groups(void)
{
	char text[24];
	int saved = errno;
	long number = 0;
	int fd = open("/proc/sys/kernel/ngroups_max", O_RDONLY | O_CLOEXEC);

	if (fd >= 0) {
		ssize_t length = read(fd, text, sizeof text - 1);

		if (length > 0) {
			text[length] = '\0';
			number = strtol(text, NULL, 10);
		}
		close(fd);
	}
	errno = saved;
	return number > 0 ? number : NGROUPS_MAX;
}

long sysconf(int name)
{
	switch (name) {
	case _SC_HOST_NAME_MAX:
		return HOST_NAME_MAX;
	case _SC_NGROUPS_MAX:
		return groups();
	default:
		return libc_sysconf(name);
	}
}
