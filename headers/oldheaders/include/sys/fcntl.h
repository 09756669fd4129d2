/* SPDX-License-Identifier: MIT
 * sys/fcntl.h: an old name of fcntl.h; musl's warns, which breaks -Werror.
 */
#include <fcntl.h>
