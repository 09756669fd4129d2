// SPDX-License-Identifier: MIT
// Preloaded into glibc's getconf: writes to descriptor 3 which function it
// calls with which number.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

long sysconf(int name)
{
	long (*real)(int) = dlsym(RTLD_NEXT, "sysconf");

	dprintf(3, "sysconf %d\n", name);
	return real(name);
}

long pathconf(const char *path, int name)
{
	long (*real)(const char *, int) = dlsym(RTLD_NEXT, "pathconf");

	dprintf(3, "pathconf %d\n", name);
	return real(path, name);
}

size_t confstr(int name, char *buffer, size_t size)
{
	size_t (*real)(int, char *, size_t) = dlsym(RTLD_NEXT, "confstr");

	dprintf(3, "confstr %d\n", name);
	return real(name, buffer, size);
}
