/* A directory that can be opened and not read. */
#include "../../testing/failing_call.h"

#include "../test/tree.h"

int main(void)
{
	char *const roots[] = {(char *)"d", NULL};
	FTSENT *entry;
	FTS *fts;

	make_dir("d");
	make_dir("d/a");
	make_file("d/a/f");
	fts = fts_open(roots, FTS_PHYSICAL, NULL);
	while ((entry = fts_read(fts))) {
		if (entry->fts_info == FTS_D && !strcmp(entry->fts_name, "a"))
			fail_call(SYS_getdents64, EIO);
		printf("%s %s %d\n", entry->fts_info == FTS_D ? "D" : entry->fts_info == FTS_DP ? "DP" : entry->fts_info == FTS_ERR
		       ? "ERR" : "?", entry->fts_name, entry->fts_errno);
	}
	fts_close(fts);
	return 0;
}
