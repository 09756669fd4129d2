/* SPDX-License-Identifier: MIT
 * wait.h: an old name of sys/wait.h; musl's warns, which breaks -Werror.
 */
#include <sys/wait.h>
