/* SPDX-License-Identifier: MIT
 * sys/signal.h: an old name of signal.h; musl's warns, which breaks -Werror.
 */
#include <signal.h>
