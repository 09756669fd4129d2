/* SPDX-License-Identifier: MIT
 * stdlib.h: the old name of locale_t.
 */
#include_next <stdlib.h>
#include <bits/wildebeest_locale.h>
