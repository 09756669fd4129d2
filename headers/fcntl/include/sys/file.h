/* SPDX-License-Identifier: MIT
 * sys/file.h: glibc's includes fcntl.h.
 */
#ifndef WILDEBEEST_FCNTL_SYS_FILE_H
#define WILDEBEEST_FCNTL_SYS_FILE_H

#include <fcntl.h>
#undef LOCK_SH
#undef LOCK_EX
#undef LOCK_NB
#undef LOCK_UN
#include_next <sys/file.h>

#endif
