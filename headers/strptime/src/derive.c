/* SPDX-License-Identifier: MIT */
#include "reading.h"

static int is_leap(int year)
{
	long long y = 1900LL + year;

	return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

/* Days of the year before a month, 0 to 12. */
static int days_before(int month, int year)
{
	static const short days[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

	return days[month] + (month > 1 && is_leap(year));
}

/* The weekday of the first of January, from the days since one that is known:
 * 1 January 1 was a Monday. */
static int first_weekday(int year)
{
	long long y = 1900LL + year - 1, leap_days;

	if (y < 0) /* the same calendar 400 years later, as often as needed */
		y += 400 * (-y / 400 + 1);
	leap_days = y / 4 - y / 100 + y / 400;
	return (y % 7 + leap_days + 1) % 7;
}

static int weekday(const struct tm *tm)
{
	long long day = days_before(tm->tm_mon, tm->tm_year) + (tm->tm_mday - 1LL);
	int weekday = (first_weekday(tm->tm_year) + day) % 7;

	/* Observed on glibc 2.36: a day before the year gives a rest below 0,
	 * which is brought up once. */
	return weekday < 0 ? weekday + 7 : weekday;
}

/* Month and day from the day of the year; behind December there is a month 12. */
static void date_from_yearday(struct reading *r)
{
	struct tm *tm = r->tm;
	int month = 0;

	while (month < 12 && tm->tm_yday >= days_before(month + 1, tm->tm_year))
		month++;
	if (!r->has_month)
		tm->tm_mon = month;
	if (!r->has_day)
		tm->tm_mday = tm->tm_yday - days_before(month, tm->tm_year) + 1;
}

/* The date from a week of the year and a weekday: the first Sunday (Monday) of
 * January begins week 1. */
static void date_from_week(struct reading *r)
{
	int january = first_weekday(r->tm->tm_year);
	int by_sunday = r->week_sunday >= 0;
	int week = by_sunday ? r->week_sunday : r->week_monday;
	int first = by_sunday ? (7 - january) % 7 : (8 - january) % 7;
	int day = by_sunday ? r->tm->tm_wday : (r->tm->tm_wday + 6) % 7;

	if (!r->has_yearday)
		r->tm->tm_yday = first + (week - 1) * 7 + day;
	if (!r->has_month || !r->has_day)
		date_from_yearday(r);
	r->has_yearday = 1;
}

void wildebeest_strptime_derive(struct reading *r)
{
	struct tm *tm = r->tm;

	if (r->has_twelve && r->is_pm)
		tm->tm_hour += 12;
	if (r->century >= 0) {
		int in_century = r->has_year_of_century ? tm->tm_year % 100 : 0;
		tm->tm_year = in_century + (r->century - 19) * 100;
	}
	if (r->has_date && !(r->has_month && r->has_day) && r->has_yearday)
		date_from_yearday(r);
	if (r->has_weekday && (r->week_sunday >= 0 || r->week_monday >= 0) &&
	    !(r->has_month && r->has_day))
		date_from_week(r);
	/* A month that was neither read nor set can't be counted with. */
	if (r->has_date && tm->tm_mon >= 0 && tm->tm_mon < 12) {
		if (!r->has_weekday)
			tm->tm_wday = weekday(tm);
		if (!r->has_yearday)
			tm->tm_yday = days_before(tm->tm_mon, tm->tm_year) + tm->tm_mday - 1;
	}
}
