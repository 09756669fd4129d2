/* SPDX-License-Identifier: MIT
 * dlfcn.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <dlfcn.h>

#ifndef WILDEBEEST_DLFCN_DLFCN_H
#define WILDEBEEST_DLFCN_DLFCN_H

#include <features.h>

#define RTLD_BINDING_MASK (RTLD_LAZY | RTLD_NOW)
#ifndef RTLD_DEEPBIND
#define RTLD_DEEPBIND 0
#endif

#ifdef _GNU_SOURCE
/* Call a function of another object. */
#define DL_CALL_FCT(function, arguments) ((*(function)) arguments)
#endif

#endif
