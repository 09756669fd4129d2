/* Login records are read and written without memory, on musl: a program that has
 * none left still logs its users out. glibc, which asks for some, has it. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>

static int asked;

#ifndef __GLIBC__
void *malloc(size_t size)
{
	(void)size;
	asked++;
	return NULL;
}
void free(void *memory) { (void)memory; }
#endif

int main(void)
{
	static char output[4096];
	struct utmpx entry = {.ut_type = USER_PROCESS, .ut_pid = 9}, *found;
	struct utmp one, *result;
	int count = 0;

	setvbuf(stdout, output, _IOFBF, sizeof output);
	close(open("utmp", O_CREAT | O_WRONLY, 0600));
	printf("name %d\n", utmpxname("utmp"));
	for (int i = 0; i < 20; i++) {
		entry.ut_id[0] = (char)('a' + i);
		entry.ut_line[0] = (char)('A' + i);
		setutxent();
		count += pututxline(&entry) != NULL;
	}
	printf("put %d\n", count);
	setutxent();
	for (count = 0; getutxent(); count++)
		;
	printf("get %d\n", count);
	setutxent();
	found = getutxid(&entry);
	printf("id %s\n", found ? found->ut_line : "none");
	setutxent();
	found = getutxline(&entry);
	printf("line %s\n", found ? found->ut_id : "none");
	setutent();
	printf("r %d\n", getutent_r(&one, &result));
	endutxent();
	updwtmpx("utmp", &entry);
	utmpxname("utmp");
	for (count = 0; getutxent(); count++)
		;
	printf("appended %d\n", count);
	printf("asked for memory %d\n", asked);
	return 0;
}
