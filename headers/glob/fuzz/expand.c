/* Any pattern under any flags over a small tree that exists in memory only; two
 * calls, so that GLOB_APPEND and globfree see what the first left. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const names[] = {".", "..", "a", "b.c", ".h", "[x]", "{y}", NULL};

static int depth(const char *path)
{
	int slashes = 0;

	for (; *path; path++)
		slashes += *path == '/';
	return slashes;
}

static void *my_opendir(const char *path)
{
	errno = path[0] == 'b' ? EACCES : ENOENT;
	return depth(path) < 3 && path[0] != 'b' ? calloc(1, sizeof(int)) : NULL;
}

static struct dirent *my_readdir(void *stream)
{
	static struct dirent entry;
	int *next = stream;

	if (!names[*next])
		return NULL;
	strcpy(entry.d_name, names[*next]);
	entry.d_type = *next % 3 ? DT_UNKNOWN : DT_DIR;
	++*next;
	return &entry;
}

static int my_stat(const char *restrict path, struct stat *restrict status)
{
	memset(status, 0, sizeof *status);
	status->st_mode = depth(path) < 3 ? S_IFDIR : S_IFREG;
	return path[0] == 'n' ? -1 : 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const glob_t empty;
	glob_t found = empty;
	char *pattern;
	int flags, commas = 0;

	if (size < 3 || size > 60)
		return 0;
	for (size_t i = 0; i < size; i++)
		commas += data[i] == ',';
	if (commas > 6) /* braces multiply */
		return 0;
	flags = ((data[0] | data[1] << 8) & 0x7fff) | GLOB_ALTDIRFUNC;
	found.gl_offs = flags & GLOB_DOOFFS ? 3 : 0;
	found.gl_opendir = my_opendir;
	found.gl_readdir = my_readdir;
	found.gl_closedir = free;
	found.gl_stat = my_stat;
	found.gl_lstat = my_stat;
	pattern = strndup((const char *)data + 2, size - 2);
	glob(pattern, flags & ~GLOB_APPEND, NULL, &found);
	glob(pattern, flags | GLOB_APPEND, NULL, &found);
	for (size_t i = 0; found.gl_pathv && i < found.gl_pathc; i++)
		if (!found.gl_pathv[found.gl_offs + i])
			abort();
	if (found.gl_pathv && found.gl_pathv[found.gl_offs + found.gl_pathc])
		abort();
	globfree(&found);
	free(pattern);
	return 0;
}
