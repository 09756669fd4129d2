/* SPDX-License-Identifier: MIT
 * time.h: the old name of locale_t.
 */
#include_next <time.h>
#include <bits/wildebeest_locale.h>
