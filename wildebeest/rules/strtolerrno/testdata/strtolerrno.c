#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>
#define unlikely(x) __builtin_expect(!!(x), 0)
long f(const char *s, char **end)
{
	long n;
	errno = 0;
	n = strtol(s, end, 10); // want
	if (errno)
		return -1;
	n = strtol(s, end, 10);
	if (errno == ERANGE)
		return -1;
	return n;
}
long without_end(const char *s)
{
	long n;
	errno = 0;
	n = strtoul(s, NULL, 0); // want
	if (errno != 0 || n > 5)
		return -errno;
	n = strtol(s, NULL, 0); // want
	return errno == EINVAL ? -1 : n;
}
long unlikely_too(const char *s)
{
	errno = 0;
	unsigned long long n = strtoull(s, NULL, 16); // want
	if (unlikely(errno))
		return -errno;
	n = (long) strtoll(s, NULL, 16); // want
	if (!errno)
		return n;
	return 0;
}
long the_end_is_checked(const char *s)
{
	char *end;
	errno = 0;
	long n = strtol(s, &end, 10);
	if (errno || end == s)
		return -1;
	errno = 0;
	n = strtol(s, &end, 10);
	if (errno != 0) {
		return -1;
	}
	if (*end)
		return -1;
	return n;
}
long of_another_call(const char *s)
{
	long n = strtol(s, NULL, 10);
	if (close(n) < 0 && errno != 0)
		return -1;
	n = strtol(s, NULL, 10);
	errno = 0;
	if (n == LONG_MAX && errno == ERANGE)
		return -1;
	n = strtol(s, NULL, 10);
	return n ? n : -errno;
}
struct parser { char *end; };
long in_a_member(const char *s, struct parser *p)
{
	errno = 0;
	long n = strtol(s, &p->end, 10);
	if (errno)
		return -1;
	return p->end == s ? -1 : n;
}
long begins_with_a_digit(const char *s)
{
	if (isdigit((unsigned char) s[0])) {
		errno = 0;
		long n = strtol(s, NULL, 10);
		if (errno)
			return -1;
		return n;
	}
	return 0;
}
