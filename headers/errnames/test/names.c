/* Every number, around and beyond the table; errno stays. */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static void show(int number)
{
	const char *name, *text;

	errno = 77;
	name = strerrorname_np(number);
	text = strerrordesc_np(number);
	printf("%d %s: %s, errno %d\n", number, name ? name : "(null)",
	       text ? text : "(null)", errno);
}

int main(void)
{
	static const int odd[] = {INT_MIN, -4711, 512, 530, 4711, INT_MAX};

	for (int i = -3; i < 140; i++)
		show(i);
	for (unsigned i = 0; i < sizeof odd / sizeof *odd; i++)
		show(odd[i]);
	return 0;
}
