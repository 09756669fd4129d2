/* /etc/fstab: every kind of line, searches, and no file. */
#include "../../testing/root.h"

#include <fstab.h>

static void show(const struct fstab *entry)
{
	if (!entry)
		puts("(none)");
	else
		printf("%s|%s|%s|%s|%s|%d|%d\n", entry->fs_spec, entry->fs_file, entry->fs_vfstype,
		       entry->fs_mntops, entry->fs_type, entry->fs_freq, entry->fs_passno);
}

static void all(void)
{
	struct fstab *entry;

	while ((entry = getfsent()))
		show(entry);
}

int main(void)
{
	static const char *const names[] = {
		"/", "/dev/sda1", "/home", "/mnt/with space", "none", "nosuch", "swap", "/dev/b", "",
	};

	own_root();
	printf("%d\n", setfsent());
	show(getfsent());
	show(getfsspec("/"));
	show(getfsfile("/"));
	endfsent();
	write_file("/etc/fstab",
		   "# a comment\n"
		   "/dev/sda1 / ext4 defaults,rw 1 2\n"
		   "\n"
		   "  \t /dev/sda2\t\t/home   xfs ro,noatime 0 1\n"
		   "UUID=12-34 /mnt/with\\040space vfat defaults\n"
		   "#/dev/x /x ext2 rw 0 0\n"
		   "/dev/sdb none swap sw,pri=3 0 0\n"
		   "/dev/b /b ufs rq 5 6\n"
		   "/dev/c /c ufs xx 7 8\n"
		   "/dev/d /d tmpfs rwx,xro,noro 0 0\n"
		   "/dev/e /e tmpfs size=1,rw=3,ro 0 0\n"
		   "/dev/f /f tmpfs ro,rw 1\n"
		   "short\n"
		   "two words\n"
		   "three words here\n"
		   "\\101\\012x /\\\\y t\\04 \\ 1x y2\n"
		   "back\\134slash /g\\011tab t rw 0 0\n"
		   "/dev/last /last ext4 rw 0 3");
	all();
	show(getfsent());
	printf("%d\n", setfsent());
	show(getfsent());
	show(getfsent());
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		show(getfsspec(names[i]));
		show(getfsfile(names[i]));
	}
	show(getfsfile("/home"));
	show(getfsent());
	endfsent();
	endfsent();
	show(getfsent());
	printf("%s %s\n", _PATH_FSTAB, FSTAB);
	return 0;
}
