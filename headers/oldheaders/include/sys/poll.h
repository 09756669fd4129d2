/* SPDX-License-Identifier: MIT
 * sys/poll.h: an old name of poll.h; musl's warns, which breaks -Werror, so there
 * is no #include_next here. glibc's poll.h is the other way round.
 */
#include <poll.h>
