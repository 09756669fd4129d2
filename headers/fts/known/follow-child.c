/* FTS_FOLLOW on the second of fts_children's list, without changing directory. */
#include "../test/tree.h"

int main(void)
{
	char *const roots[] = {(char *)"w", NULL};
	FTSENT *entry, *child;
	FTS *fts;

	make_dir("w");
	make_file("w/1");
	make_link(".", "w/2");
	fts = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
	while ((entry = fts_read(fts))) {
		if (entry->fts_level)
			printf("%s %s\n", entry->fts_name,
			       info_name(entry->fts_info));
		else
			for (child = fts_children(fts, 0); child;
			     child = child->fts_link)
				fts_set(fts, child, FTS_FOLLOW);
	}
	return fts_close(fts);
}
