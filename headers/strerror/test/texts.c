/* Every number, around and beyond the table; perror, warn and err on stderr. */
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *first;

static void *other_thread(void *unused)
{
	(void)unused;
	puts(strerror(77777));
	return NULL;
}

static void ending(int status, const char *format)
{
	int result;
	pid_t child = fork();

	if (child == 0) {
		errno = EIO;
		if (format)
			err(status, format, 12);
		err(status, NULL);
	}
	waitpid(child, &result, 0);
	fprintf(stderr, "status %d\n", WEXITSTATUS(result));
}

int main(void)
{
	static const int odd[] = {-1, -2, INT_MIN, INT_MAX, 134, 135, 512, 530, 1000};
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	pthread_t thread;

	setvbuf(stdout, NULL, _IONBF, 0);
	program_invocation_short_name = (char *)"texts";
	for (int i = 0; i < 140; i++)
		printf("%d %s\n", i, strerror(i));
	for (unsigned i = 0; i < sizeof odd / sizeof *odd; i++) {
		errno = EDOM;
		printf("%d %s", odd[i], strerror(odd[i]));
		printf(" errno %d %s\n", errno, strerror_l(odd[i], c));
	}
	first = strerror(99999);
	pthread_create(&thread, NULL, other_thread, NULL);
	pthread_join(thread, NULL);
	puts(first);
	for (int i = 0; i < 5; i++) {
		errno = i;
		perror("prefix");
		errno = i; /* glibc's perror may leave another one */
		perror("");
		errno = i;
		perror(NULL);
	}
	errno = ENOTSUP;
	warn("number %d", 5);
	fprintf(stderr, "errno %d\n", errno);
	warn(NULL);
	warn("%s", "");
	ending(3, "gone %d");
	ending(4, NULL);
	return 0;
}
