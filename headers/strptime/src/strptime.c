/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "reading.h"

#include <ctype.h>
#include <limits.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

static const char *const days[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday",
				   "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June",
				     "July", "August", "September", "October", "November",
				     "December"};

/* The conversions that are others written out, in the C locale. */
static const char *written_out(char conversion)
{
	switch (conversion) {
	case 'c': return "%a %b %e %H:%M:%S %Y";
	case 'D': return "%m/%d/%y";
	case 'F': return "%Y-%m-%d";
	case 'R': return "%H:%M";
	case 'r': return "%I:%M:%S %p";
	case 'T': return "%H:%M:%S";
	case 'X': return "%H:%M:%S";
	case 'x': return "%m/%d/%y";
	}
	return NULL;
}

static const char *skip_space(const char *at)
{
	while (isspace((unsigned char)*at))
		at++;
	return at;
}

/* Up to width digits with blanks before them, between low and high: the place
 * behind them, or NULL. */
static const char *number(const char *at, int low, int high, int width, int *value)
{
	at = skip_space(at);
	if (!isdigit((unsigned char)*at))
		return NULL;
	int n = 0;
	while (width-- > 0 && isdigit((unsigned char)*at))
		n = 10 * n + (*at++ - '0');
	*value = n;
	return n >= low && n <= high ? at : NULL;
}

/* A name in full or its first three letters, in any case. */
static const char *name(const char *at, const char *const *names, int count, int *value)
{
	for (int i = 0; i < count; i++) {
		size_t length = strlen(names[i]);

		if (strncasecmp(at, names[i], length))
			length = 3;
		if (!strncasecmp(at, names[i], length)) {
			*value = i;
			return at + length;
		}
	}
	return NULL;
}

static const char *half_of_day(const char *at, struct reading *r)
{
	if (strncasecmp(at, "AM", 2) && strncasecmp(at, "PM", 2))
		return NULL;
	r->is_pm = toupper((unsigned char)*at) == 'P';
	return at + 2;
}

/* Seconds since the epoch, as local time. */
static const char *epoch(const char *at, struct tm *tm)
{
	time_t seconds = 0;

	if (!isdigit((unsigned char)*at))
		return NULL;
	for (; isdigit((unsigned char)*at); at++)
		if (__builtin_mul_overflow(seconds, 10, &seconds) ||
		    __builtin_add_overflow(seconds, *at - '0', &seconds))
			return NULL;
	return localtime_r(&seconds, tm) ? at : NULL;
}

/* Z, +hh, +hhmm or +hh:mm (RFC 822, ISO 8601). */
static const char *offset(const char *at, struct tm *tm)
{
	int digits = 0, value = 0;

	at = skip_space(at);
	if (*at == 'Z') {
		tm->tm_gmtoff = 0;
		return at + 1;
	}
	if (*at != '+' && *at != '-')
		return NULL;
	int negative = *at++ == '-';
	while (digits < 4 && isdigit((unsigned char)*at)) {
		value = 10 * value + (*at++ - '0');
		if (++digits == 2 && *at == ':' && isdigit((unsigned char)at[1]))
			at++;
	}
	if (digits == 2)
		value *= 100;
	else if (digits != 4 || value % 100 >= 60)
		return NULL;
	value = (value / 100 * 60 + value % 100) * 60;
	tm->tm_gmtoff = negative ? -value : value;
	return at;
}

static const char *zone_name(const char *at)
{
	at = skip_space(at);
	while (*at && !isspace((unsigned char)*at))
		at++;
	return at;
}

static const char *convert(const char *at, const char *format, struct reading *r);

/* One conversion; NULL where the string does not fit it or it is unknown. */
static const char *conversion(const char *at, char letter, struct reading *r)
{
	struct tm *tm = r->tm;
	const char *format = written_out(letter);
	int value;

	if (format)
		return convert(at, format, r);
	switch (letter) {
	case '%':
		return *at == '%' ? at + 1 : NULL;
	case 'n': case 't':
		return skip_space(at);
	case 'a': case 'A':
		r->has_weekday = 1;
		return name(at, days, 7, &tm->tm_wday);
	case 'b': case 'B': case 'h':
		r->has_month = r->has_date = 1;
		return name(at, months, 12, &tm->tm_mon);
	case 'C':
		r->has_date = 1;
		return number(at, 0, 99, 2, &r->century);
	case 'd': case 'e':
		r->has_day = r->has_date = 1;
		return number(at, 1, 31, 2, &tm->tm_mday);
	case 'G':
		return number(at, 0, 9999, 4, &value);
	case 'g':
		return number(at, 0, 99, 2, &value);
	case 'H': case 'k':
		r->has_twelve = 0;
		return number(at, 0, 23, 2, &tm->tm_hour);
	case 'I': case 'l':
		r->has_twelve = 1;
		if ((at = number(at, 1, 12, 2, &value)))
			tm->tm_hour = value % 12;
		return at;
	case 'j':
		r->has_yearday = 1;
		if ((at = number(at, 1, 366, 3, &value)))
			tm->tm_yday = value - 1;
		return at;
	case 'M':
		return number(at, 0, 59, 2, &tm->tm_min);
	case 'm':
		r->has_month = r->has_date = 1;
		if ((at = number(at, 1, 12, 2, &value)))
			tm->tm_mon = value - 1;
		return at;
	case 'p':
		return half_of_day(at, r);
	case 'S':
		return number(at, 0, 61, 2, &tm->tm_sec);
	case 's':
		return epoch(at, tm);
	case 'U':
		return number(at, 0, 53, 2, &r->week_sunday);
	case 'u':
		r->has_weekday = 1;
		if ((at = number(at, 1, 7, 1, &value)))
			tm->tm_wday = value % 7;
		return at;
	case 'V':
		return number(at, 0, 53, 2, &value);
	case 'W':
		return number(at, 0, 53, 2, &r->week_monday);
	case 'w':
		r->has_weekday = 1;
		return number(at, 0, 6, 1, &tm->tm_wday);
	case 'Y':
		r->has_year_of_century = 0;
		r->century = -1;
		r->has_date = 1;
		if ((at = number(at, 0, 9999, 4, &value)))
			tm->tm_year = value - 1900;
		return at;
	case 'y':
		r->has_year_of_century = r->has_date = 1;
		if ((at = number(at, 0, 99, 2, &value)))
			tm->tm_year = value >= 69 ? value : value + 100;
		return at;
	case 'Z':
		return zone_name(at);
	case 'z':
		return offset(at, tm);
	}
	return NULL;
}

static const char *convert(const char *at, const char *format, struct reading *r)
{
	for (; at && *format; format++) {
		if (isspace((unsigned char)*format)) {
			at = skip_space(at);
		} else if (*format != '%') {
			at = *at == *format ? at + 1 : NULL;
		} else {
			format++;
			format += strspn(format, "_-0^#"); /* strftime's flags */
			if (*format == 'E' && format[1] && strchr("cCxXY", format[1]))
				format++;
			else if (*format == 'O' && format[1] && strchr("bBdeHImMSUVWwy", format[1]))
				format++;
			if (!*format)
				return NULL;
			at = conversion(at, *format, r);
		}
	}
	return at;
}

char *strptime(const char *__restrict string, const char *__restrict format,
	       struct tm *__restrict tm)
{
	struct reading reading = {.tm = tm, .century = -1, .week_sunday = -1, .week_monday = -1};
	const char *end = convert(string, format, &reading);

	if (end)
		wildebeest_strptime_derive(&reading);
	return (char *)end;
}
