/* A chain of directories with a path of 40,000 bytes. */
#include "../test/tree.h"

int main(void)
{
	char *const roots[] = {(char *)"chain", NULL};
	char name[201];
	int start = open(".", O_RDONLY), bottom = 0;
	FTSENT *entry;
	FTS *fts;

	memset(name, 'n', 200);
	name[200] = 0;
	make_dir("chain");
	if (chdir("chain"))
		return 1;
	for (int i = 0; i < 200; i++)
		if (mkdir(name, 0755) || chdir(name))
			return 1;
	make_file("bottom");
	if (fchdir(start))
		return 1;
	fts = fts_open(roots, FTS_PHYSICAL, NULL);
	errno = 0;
	while ((entry = fts_read(fts)))
		bottom += entry->fts_info == FTS_F;
	printf("bottom %d errno %d\n", bottom, errno);
	fts_close(fts);
	return system("rm -rf chain") != 0;
}
