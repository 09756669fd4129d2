/* SPDX-License-Identifier: MIT */
#include "reader.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int wildebeest_glob_open(struct reader *reader, const struct run *run,
			 const char *directory, int flags)
{
	reader->functions = flags & GLOB_ALTDIRFUNC ? run->functions : NULL;
	reader->at = reader->end = 0;
	if (reader->functions) {
		reader->stream = reader->functions->gl_opendir(directory);
		return reader->stream != NULL;
	}
	reader->fd = openat(AT_FDCWD, directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return reader->fd >= 0;
}

/* Both libcs' struct dirent is the kernel's linux_dirent64, getdents64(2). */
const struct dirent *wildebeest_glob_next(struct reader *reader)
{
	const struct dirent *entry;

	if (reader->functions)
		return reader->functions->gl_readdir(reader->stream);
	if (reader->at >= reader->end) {
		long got = syscall(SYS_getdents64, reader->fd, reader->buffer, sizeof reader->buffer);

		if (got <= 0)
			return NULL;
		reader->at = 0;
		reader->end = (size_t)got;
	}
	entry = (const void *)(reader->buffer + reader->at);
	reader->at += entry->d_reclen;
	return entry;
}

void wildebeest_glob_close(struct reader *reader)
{
	if (reader->functions)
		reader->functions->gl_closedir(reader->stream);
	else
		close(reader->fd);
}
