/* SPDX-License-Identifier: MIT
 * rpmatch.h: rpmatch(3), under the name of the header that comes with -lrpmatch.
 */
#ifndef WILDEBEEST_SHIM_RPMATCH_H
#define WILDEBEEST_SHIM_RPMATCH_H

/* For the overlay's declaration, which this one repeats. */
#include <stdlib.h>
#include <sys/cdefs.h>

__BEGIN_DECLS
extern int rpmatch(const char *response) __THROW;
__END_DECLS

#endif
