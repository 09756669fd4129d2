/* Walks over a small tree while it changes: the first bytes choose the options,
 * then each entry takes a byte for what is done to it and to the tree. The walk
 * must end, and come back to where it started. */
#include "../test/tree.h"

#include <stdint.h>
#include <stdlib.h>

static char start[4096];

static void change(unsigned what)
{
	static const char *const names[] = {"t/a", "t/b", "t/c", "t/d", "t/e",
					    "t/a/deep", "t/b/x", "t/zz"};
	const char *name = names[what % 8], *other = names[what / 8 % 8];
	int here = open(".", O_RDONLY);

	if (chdir(start))
		abort();
	switch (what / 64) {
	case 0:
		if (!unlink(name))
			break;
		rmdir(name);
		break;
	case 1:
		mkdir(name, 0755);
		break;
	case 2:
		if (symlink("..", name))
			rename(name, other);
		break;
	default:
		rename(name, other);
	}
	if (fchdir(here))
		abort();
	close(here);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char *const roots[] = {(char *)"t", (char *)"link", NULL};
	FTSENT *entry, *child;
	int limit = 300;
	char now[4096];
	FTS *fts;

	if (size < 2)
		return 0;
	if (!*start && !getcwd(start, sizeof start))
		return 0;
	if (system("rm -rf t link; mkdir -p t/a/deep/er t/b t/d; "
		   "echo > t/c; echo > t/a/1; ln -s .. t/d/up; ln -s t link"))
		abort();
	fts = fts_open(roots, (data[0] & 0x7f) | (data[0] & 0x80 ? FTS_PHYSICAL : 0),
		       data[1] & 1 ? by_name : NULL);
	if (!fts)
		return 0;
	for (data += 2, size -= 2; limit-- && (entry = fts_read(fts));) {
		if (strlen(entry->fts_path) > entry->fts_pathlen + 1U)
			abort();
		if (!size)
			continue;
		if (*data % 3 == 0 && size > 1)
			change(data[1]);
		if (*data % 5 == 0)
			fts_set(fts, entry, *data / 5 % 5);
		if (*data % 7 == 0)
			for (child = fts_children(fts, *data & 8 ? FTS_NAMEONLY : 0);
			     child; child = child->fts_link)
				if (child->fts_name[0] == (char)(*data / 8))
					fts_set(fts, child, *data / 7 % 5);
		data++, size--;
	}
	fts_close(fts);
	if (!getcwd(now, sizeof now) || strcmp(now, start))
		abort();
	return 0;
}
