/* SPDX-License-Identifier: MIT
 * sys/poll.h: an old name of poll.h; musl's warns, which breaks -Werror.
 */
#include <poll.h>
