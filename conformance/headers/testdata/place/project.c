/* A project with overlays of its own, and two names that module string gives it. */
#include <string.h>
#include <sys/pidfd.h>

int main(void)
{
	const char *copy = strndupa("text", 2);

	return project_streq(copy, basename("a/te")) ? 0 : PIDFD_SELF_PROJECT;
}
