/* /etc/fstab as a directory, a loop, unreadable for an ordinary user, empty, one
 * long line, and with bytes that are no text. */
#define _GNU_SOURCE
#include "../../testing/root.h"

#include <fstab.h>
#include <grp.h>
#include <stdlib.h>
#include <sys/wait.h>

static void use(const char *what, uid_t user)
{
	fflush(stdout);
	if (fork() == 0) {
		struct fstab *entry;

		if (user && geteuid() == 0 && (setgroups(0, NULL) || setgid(user) || setuid(user)))
			perror("setuid");
		printf("%s: set %d", what, setfsent());
		for (int i = 0; i < 5 && (entry = getfsent()); i++)
			printf(" [%zu %zu %s %d %d]", strlen(entry->fs_spec), strlen(entry->fs_mntops), entry->fs_type,
			       entry->fs_freq, entry->fs_passno);
		printf(" file %d", getfsfile("/") != NULL);
		printf(" spec %d\n", getfsspec("none") != NULL);
		endfsent();
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
}

static void write_bytes(const char *text, size_t size)
{
	FILE *file = fopen("/etc/fstab", "w");

	if (!file || fwrite(text, 1, size, file) != size || fclose(file))
		perror("fstab");
}

int main(void)
{
	static char longest[3000];

	own_root();
	mkdir("/etc/fstab", 0755);
	use("directory", 0);
	rmdir("/etc/fstab");
	if (symlink("fstab", "/etc/fstab"))
		perror("symlink");
	use("loop", 0);
	unlink("/etc/fstab");
	write_file("/etc/fstab", "");
	use("empty", 0);
	chmod("/etc", 0755);
	chmod("/", 0755);
	chmod("/etc/fstab", 0);
	use("unreadable", 65534);
	chmod("/etc/fstab", 0644);
	memset(longest, 'o', sizeof longest);
	memcpy(longest, "/dev/x / ext4 ", 14);
	memcpy(longest + sizeof longest - 5, " 1 2\n", 5);
	write_bytes(longest, sizeof longest);
	use("long", 0);
	write_bytes("\xff\xfe\x80 / t rw 1 2\n", 15);
	use("bytes", 0);
	write_bytes("/dev/x / t rw 99999999999 -3\n", 29);
	use("numbers", 0);
	return 0;
}
