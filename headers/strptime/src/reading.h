/* SPDX-License-Identifier: MIT
 * reading.h: what has been read, beside the fields of struct tm.
 */
#ifndef WILDEBEEST_STRPTIME_READING_H
#define WILDEBEEST_STRPTIME_READING_H

#include <time.h>

struct reading {
	struct tm *tm;
	int century, week_sunday, week_monday; /* -1: not read */
	unsigned has_twelve : 1, is_pm : 1, has_year_of_century : 1, has_date : 1,
		has_month : 1, has_day : 1, has_weekday : 1, has_yearday : 1;
};

/* Computes the fields that follow from what was read. */
void wildebeest_strptime_derive(struct reading *reading);

#endif
