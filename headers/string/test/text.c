/* The texts of errors and signals, and GNU's strerror_r with unknown numbers
 * and short buffers; errno stays. */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static const char *shown(const char *text)
{
	return text ? text : "(null)";
}

static void unknown(int number, size_t size)
{
	char buffer[64];
	char *text;

	memset(buffer, '#', sizeof buffer - 1);
	buffer[sizeof buffer - 1] = '\0';
	errno = 77;
	text = strerror_r(number, buffer, size);
	printf("%d in %zu: own %d, errno %d, %.30s\n", number, size,
	       text == buffer, errno, buffer);
}

int main(void)
{
	static const int odd[] = {INT_MIN, -1, 41, 58, 134, 200, 4711, INT_MAX};
	char *(*pointer)(int, char *, size_t) = strerror_r;
	struct {
		char *(*strerror_r)(int, char *, size_t);
	} member = {strerror_r};
	char buffer[64];

	for (int i = -3; i < 140; i++) {
		errno = 77;
		printf("%d %s: %s\n", i, shown(strerrorname_np(i)),
		       shown(strerrordesc_np(i)));
		if (strerrordesc_np(i))
			printf("  %d %s\n", strerror_r(i, buffer, 64) != buffer,
			       strerror_r(i, buffer, 0));
		if (errno != 77)
			printf("errno became %d\n", errno);
	}
	for (int i = -2; i < 70; i++)
		printf("%d %s: %s\n", i, shown(sigabbrev_np(i)),
		       shown(sigdescr_np(i)));
	for (unsigned i = 0; i < sizeof odd / sizeof *odd; i++) {
		printf("%s %s %s %s\n", shown(strerrorname_np(odd[i])),
		       shown(strerrordesc_np(odd[i])),
		       shown(sigabbrev_np(odd[i])), shown(sigdescr_np(odd[i])));
		for (size_t size = 0; size < 30; size += 3)
			unknown(odd[i], size);
	}
	puts(pointer(ENOENT, buffer, 1));
	puts(member.strerror_r(EACCES, buffer, 1));
	return 0;
}
