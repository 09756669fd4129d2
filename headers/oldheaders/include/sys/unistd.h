/* SPDX-License-Identifier: MIT
 * sys/unistd.h: an old name of unistd.h; musl's warns, which breaks -Werror.
 */
#include <unistd.h>
