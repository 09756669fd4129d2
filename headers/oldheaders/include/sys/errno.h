/* SPDX-License-Identifier: MIT
 * sys/errno.h: an old name of errno.h; musl's warns, which breaks -Werror.
 */
#include <errno.h>
