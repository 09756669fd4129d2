/* A directory that may be read and not entered. */
#include "../test/tree.h"

#include <grp.h>

int main(void)
{
	char *const roots[] = {(char *)"read", NULL};
	FTSENT *entry;
	FTS *fts;

	make_dir("user");
	chmod("user", 0777);
	if (chdir("user") ||
	    (geteuid() == 0 && (setgroups(0, NULL) || setgid(65534) || setuid(65534))))
		return 1;
	make_dir("read");
	make_file("read/f");
	chmod("read", 0444);
	fts = fts_open(roots, FTS_PHYSICAL, NULL);
	while ((entry = fts_read(fts)))
		printf("%s %s %d\n", info_name(entry->fts_info), entry->fts_name,
		       entry->fts_errno);
	fts_close(fts);
	chmod("read", 0755);
	return 0;
}
