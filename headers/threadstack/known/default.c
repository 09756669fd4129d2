/* SPDX-License-Identifier: MIT
 * default.c: the same without the linker flag of the module, which the runner
 * does not add to the programs of known/.
 */
#include "../test/stack.h"

int main(void)
{
	return print_thread_stack();
}
