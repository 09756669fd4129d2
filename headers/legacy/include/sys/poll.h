/* SPDX-License-Identifier: MIT
 * sys/poll.h: an old name of poll.h; musl's warns, which -Werror makes an
 * error; so it is not reached by #include_next.
 */
#ifndef WILDEBEEST_LEGACY_SYS_POLL_H
#define WILDEBEEST_LEGACY_SYS_POLL_H

#include <poll.h>

#endif
