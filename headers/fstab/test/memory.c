/* /etc/fstab when memory runs out, at every allocation there is: a list that ends
 * early says so in errno. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"
#include "../../testing/root.h"

#include <fstab.h>
#include <stdlib.h>

static enum outcome all(void)
{
	int count = 0;
	size_t longest = 0;

	for (struct fstab *entry; (entry = getfsent()); count++)
		longest = strlen(entry->fs_mntops);
	return outcome_of(count == 3 && longest == 2000);
}

static enum outcome by_file(void)
{
	const struct fstab *entry = getfsfile("/last");

	return outcome_of(entry && !strcmp(entry->fs_spec, "/dev/last"));
}

static enum outcome by_spec(void)
{
	const struct fstab *entry = getfsspec("/dev/last");

	return outcome_of(entry && !strcmp(entry->fs_file, "/last"));
}

static enum outcome set(void)
{
	return outcome_of(setfsent() == 1);
}

int main(void)
{
	FILE *file;

	own_root();
	file = fopen("/etc/fstab", "w");
	fprintf(file, "/dev/a / ext4 rw 0 1\n/dev/b /b xfs ro 0 2\n/dev/last /last tmpfs ");
	for (int i = 0; i < 2000; i++)
		fputc('x', file);
	fprintf(file, " 0 0\n");
	fclose(file);
	each_failure("getfsent", all, endfsent);
	each_failure("getfsfile", by_file, endfsent);
	each_failure("getfsspec", by_spec, endfsent);
	each_failure("setfsent", set, endfsent);
	return 0;
}
