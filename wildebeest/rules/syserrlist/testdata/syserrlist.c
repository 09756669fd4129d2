#include <stdio.h>
#include <errno.h>
void f(void)
{
	puts(sys_errlist[errno]); // want
	puts("sys_errlist");
}
