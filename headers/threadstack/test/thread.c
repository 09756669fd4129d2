/* SPDX-License-Identifier: MIT
 * thread.c: the stack of a thread with default attributes. The module's linker
 * flag, which the runner adds, makes it 8 MiB on musl; musl counts the thread's
 * own data in. glibc takes it from RLIMIT_STACK.
 */
#include "stack.h"

int main(void)
{
	return print_thread_stack();
}
