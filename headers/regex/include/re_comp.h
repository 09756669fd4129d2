/* SPDX-License-Identifier: MIT
 * re_comp.h: the old name of regex.h.
 */
#include <regex.h>
