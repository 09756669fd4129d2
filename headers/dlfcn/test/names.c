/* The flags as glibc's documentation lets programs combine them. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>

static int add(int a, int b)
{
	return a + b;
}

int main(void)
{
	int flags = RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND;
	int (*function)(int, int) = add;

	printf("%d %d\n", (flags & RTLD_BINDING_MASK) == RTLD_NOW, (flags & RTLD_GLOBAL) != 0);
	printf("%d\n", (RTLD_LAZY & RTLD_BINDING_MASK) == RTLD_LAZY);
	printf("%d\n", DL_CALL_FCT(function, (2, 3)));
	return 0;
}
