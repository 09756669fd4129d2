/* SPDX-License-Identifier: MIT
 * proc(5): /proc/self/fdinfo has a line "Pid:" for a descriptor of a process, with
 * 0 for one of another namespace and -1 for one that has ended. The errors are those
 * of the glibc manual.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <unistd.h>

static pid_t process(const char *text)
{
	const char *line = strstr(text, "\nPid:");
	long pid;

	if (!line) {
		errno = EBADF;
		return -1;
	}
	pid = strtol(line + 5, NULL, 10);
	if (pid > 0)
		return (pid_t)pid;
	errno = pid ? ESRCH : EREMOTE;
	return -1;
}

pid_t pidfd_getpid(int pidfd)
{
	char path[40], text[1024];
	ssize_t size;
	int file, error;

	if (pidfd < 0) {
		errno = EBADF;
		return -1;
	}
	snprintf(path, sizeof path, "/proc/self/fdinfo/%d", pidfd);
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0) {
		errno = errno == ENOENT ? EBADF : errno;
		return -1;
	}
	size = read(file, text, sizeof text - 1);
	error = errno;
	close(file);
	errno = error;
	if (size < 0)
		return -1;
	text[size] = '\0';
	return process(text);
}
