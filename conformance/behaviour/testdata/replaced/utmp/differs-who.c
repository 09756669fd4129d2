/* A login is recorded, and read back as who(1) does. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utmpx.h>

int main(void)
{
	struct utmpx login, *entry;

	close(open("records", O_CREAT | O_RDWR, 0644));
	utmpxname("records");
	memset(&login, 0, sizeof login);
	login.ut_type = USER_PROCESS;
	login.ut_pid = 4711;
	strcpy(login.ut_user, "ann");
	strcpy(login.ut_line, "tty1");
	strcpy(login.ut_id, "1");
	setutxent();
	printf("%d ", pututxline(&login) != NULL);
	setutxent();
	while ((entry = getutxent()))
		printf("%s on %s, ", entry->ut_user, entry->ut_line);
	setutxent();
	printf("%d ", getutxline(&login) != NULL);
	setutxent();
	printf("%d\n", getutxid(&login) != NULL);
	endutxent();
	updwtmpx("records", &login);
	printf("%d\n", lseek(open("records", O_RDONLY), 0, SEEK_END) > 0);
	return 0;
}
