/* The same with the functions of utmp.h. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utmp.h>

int main(void)
{
	struct utmp login, *entry;

	close(open("records", O_CREAT | O_RDWR, 0644));
	utmpname("records");
	memset(&login, 0, sizeof login);
	login.ut_type = USER_PROCESS;
	strcpy(login.ut_user, "bob");
	strcpy(login.ut_line, "tty2");
	strcpy(login.ut_id, "2");
	setutent();
	pututline(&login);
	setutent();
	while ((entry = getutent()))
		printf("%s on %s, ", entry->ut_user, entry->ut_line);
	setutent();
	printf("%d ", getutline(&login) != NULL);
	setutent();
	printf("%d\n", getutid(&login) != NULL);
	endutent();
	updwtmp("records", &login);
	printf("%d\n", lseek(open("records", O_RDONLY), 0, SEEK_END) > 0);
	return 0;
}
