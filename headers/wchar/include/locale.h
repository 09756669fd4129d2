/* SPDX-License-Identifier: MIT
 * locale.h: the old name of locale_t.
 */
#include_next <locale.h>
#include <bits/wildebeest_locale.h>
