/* A directory that becomes another one before it is entered. */
#include "../test/tree.h"

int main(void)
{
	char *const roots[] = {(char *)"w", NULL};
	FTSENT *entry;
	FTS *fts;

	make_dir("w");
	make_dir("w/sub");
	make_dir("other");
	make_file("other/secret");
	fts = fts_open(roots, FTS_PHYSICAL, NULL);
	while ((entry = fts_read(fts))) {
		printf("%s %s %d\n", info_name(entry->fts_info), entry->fts_name,
		       entry->fts_errno);
		if (entry->fts_info == FTS_D && entry->fts_level == 1)
			if (rename("sub", "away") || rename("../other", "sub"))
				return 1;
	}
	fts_close(fts);
	return 0;
}
