/* SPDX-License-Identifier: MIT
 * sys/signal.h: an old name of signal.h; musl's warns, which -Werror makes an
 * error; so it is not reached by #include_next.
 */
#ifndef WILDEBEEST_LEGACY_SYS_SIGNAL_H
#define WILDEBEEST_LEGACY_SYS_SIGNAL_H

#include <signal.h>

#endif
