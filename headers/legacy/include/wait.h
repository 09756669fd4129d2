/* SPDX-License-Identifier: MIT
 * wait.h: an old name of sys/wait.h; musl's warns, which -Werror makes an
 * error; so it is not reached by #include_next.
 */
#ifndef WILDEBEEST_LEGACY_WAIT_H
#define WILDEBEEST_LEGACY_WAIT_H

#include <sys/wait.h>

#endif
