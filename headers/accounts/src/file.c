/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>

/* The stream, opened if it is not; NULL with errno. */
static FILE *opened(struct wildebeest_accounts_file *file)
{
	if (!file->stream)
		file->stream = fopen(file->path, "rce");
	return file->stream;
}

void wildebeest_accounts_rewind(struct wildebeest_accounts_file *file)
{
	pthread_mutex_lock(&file->lock);
	if (file->stream)
		rewind(file->stream);
	pthread_mutex_unlock(&file->lock);
}

void wildebeest_accounts_close(struct wildebeest_accounts_file *file)
{
	int caller = errno;

	pthread_mutex_lock(&file->lock);
	if (file->stream)
		fclose(file->stream);
	file->stream = NULL;
	pthread_mutex_unlock(&file->lock);
	errno = caller;
}

int wildebeest_accounts_get_r(struct wildebeest_accounts_file *file, void *entry,
			      char *buffer, size_t size)
{
	int caller = errno, error;

	pthread_mutex_lock(&file->lock);
	if (opened(file)) {
		errno = caller;
		error = wildebeest_accounts_read(file->stream, file->parse, entry, buffer, size);
	} else {
		error = errno;
	}
	pthread_mutex_unlock(&file->lock);
	return error;
}

void *wildebeest_accounts_get(struct wildebeest_accounts_file *file, void *entry)
{
	int caller = errno;
	void *result = NULL;

	pthread_mutex_lock(&file->lock);
	if (opened(file)) {
		errno = caller;
		result = wildebeest_accounts_next(file->stream, file->parse, entry, &file->store);
		if (result || errno == ENOENT)
			errno = caller;
	}
	pthread_mutex_unlock(&file->lock);
	return result;
}
