/* /etc/ttys as a directory, a loop, unreadable for an ordinary user, empty, and
 * with a line longer than any that means something. */
#define _GNU_SOURCE
#include "../../testing/root.h"

#include <grp.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <ttyent.h>

static void use(const char *what, uid_t user)
{
	fflush(stdout);
	if (fork() == 0) {
		struct ttyent *entry;

		if (user && geteuid() == 0 && (setgroups(0, NULL) || setgid(user) || setuid(user)))
			perror("setuid");
		printf("%s: set %d", what, setttyent());
		for (int i = 0; i < 5 && (entry = getttyent()); i++)
			printf(" [%s %d]", entry->ty_name, entry->ty_status);
		printf(" name %d", getttynam("tty1") != NULL);
		printf(" end %d\n", endttyent());
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
}

int main(void)
{
	static char longest[100000];

	own_root();
	mkdir("/etc/ttys", 0755);
	use("directory", 0);
	rmdir("/etc/ttys");
	if (symlink("ttys", "/etc/ttys"))
		perror("symlink");
	use("loop", 0);
	unlink("/etc/ttys");
	write_file("/etc/ttys", "");
	use("empty", 0);
	chmod("/etc", 0755);
	chmod("/", 0755);
	chmod("/etc/ttys", 0);
	use("unreadable", 65534);
	chmod("/etc/ttys", 0644);
	memset(longest, 'o', sizeof longest - 1);
	memcpy(longest, "tty0 a b on\n", 12);
	memcpy(longest + sizeof longest - 15, "\ntty1 a b on\n", 14);
	write_file("/etc/ttys", longest);
	use("long", 0);
	return 0;
}
