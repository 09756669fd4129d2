/* Each string by each format, into a struct tm of zeros, of one that says no, and
 * of a date; strftime and back for every day of some years. A day that the year
 * has not is left out: glibc 2.36 makes it month 24. */
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct {
	const char *string, *format;
} cases[] = {
	{"2012-10-01", "%Y-%m-%d"}, {"2012", "%Y"}, {"10", "%m"}, {"5", "%d"}, {"2012 5", "%Y %m"},
	{"2012 300", "%Y %j"}, {"300", "%j"}, {"12:01:02", "%T"}, {"Mon", "%a"}, {"monday", "%A"},
	{"+2012", "%Y"}, {"-12", "%Y"}, {" 12", "%H"}, {"1 PM", "%I %p"}, {"12 am", "%I %p"},
	{"pm 3", "%p %I"}, {"20", "%C"}, {"20 12", "%C %y"}, {"12 20", "%y %C"}, {"12", "%y"},
	{"69", "%y"}, {"68", "%y"}, {"1234567890", "%s"}, {"+0130", "%z"}, {"-01:30", "%z"},
	{"Z", "%z"}, {"+01", "%z"}, {"+1", "%z"}, {"+011", "%z"}, {"+0160", "%z"}, {"+9959", "%z"},
	{" +0200", "%z"}, {"+02:", "%z"}, {"z", "%z"}, {"GMT", "%Z"}, {"EST x", "%Z x"},
	{"52", "%U"}, {"2012 10 1", "%Y %U %w"}, {"2012 10 Mon", "%Y %W %a"},
	{"2013 10 Sun", "%Y %W %a"}, {"2013 10 Sun", "%Y %U %a"}, {"2015 1 0", "%Y %U %w"},
	{"60", "%S"}, {"61", "%S"}, {"62", "%S"}, {"24", "%H"},
	{"23", "%H"}, {"2012-W10-1", "%G-W%V-%u"}, {"10/11/12", "%D"}, {"10/11/12", "%x"},
	{"01:02:03", "%X"}, {"Sun Oct  1 10:11:12 2012", "%c"}, {"a%b", "a%%b"}, {"a   b", "a b"},
	{"ab", "a b"}, {"a b", "ab"}, {"12", "%e"}, {"123456", "%H%M%S"}, {"20121001", "%Y%m%d"},
	{"2012-10-01T01:02:03", "%FT%T"}, {"12345", "%Y"}, {"999", "%Y"}, {"5", "%Od"},
	{"1", "%0d"}, {"13", "%m"}, {"0", "%m"}, {"0", "%d"}, {"32", "%d"}, {"0", "%j"},
	{"366", "%j"}, {"367", "%j"}, {"01:02", "%R"}, {"11:12:13 PM", "%r"}, {"octo", "%b"},
	{"oct", "%h"}, {"ma", "%b"}, {"may", "%B"}, {"7", "%u"}, {"0", "%u"}, {"7", "%w"},
	{"6", "%w"}, {"4", "%_d"}, {"4", "%-d"}, {"x", "%Q"}, {"12", "%k"}, {"3", "%l"},
	{"3 pm", "%l %P"}, {"", ""}, {" ", ""}, {"abc", ""}, {"2021-02-29", "%F"}, {"@5", "@%s"},
	{"-5", "%s"}, {"x", "%s"}, {"2012-10", "%Y-%m"}, {"70", "%C"}, {"12:30", "%I:%M"},
	{"13", "%I"}, {"0", "%I"}, {"1970-01-01", "%Y-%m-%d"}, {"+5", "%d"}, {"-5", "%m"},
	{"Mon, 05 Mar 2012", "%a, %d %b %Y"}, {"Tue, 05 Mar 2012", "%a, %d %b %Y"},
	{"2012-10-01 UTC", "%Y-%m-%d %Z"}, {"99999999999", "%s"}, {"99999999999999999999", "%s"},
	{"\t12", "%n%d"}, {"12 ", "%d%t"}, {"2012 1", "%Y %U"}, {"2000-02-29", "%F"},
	{"1900-02-29", "%F"}, {"1600-01-01", "%F"}, {"0001-01-01", "%F"}, {"0000-12-31", "%F"},
	{"9999-12-31", "%F"}, {"2012 366", "%Y %j"}, {"2013 060", "%Y %j"},
	{"2012 060 3", "%Y %j %m"}, {"sat 7", "%a %d"},
	{"Thu 2022-05-19 11:22:33", "%a %Y-%m-%d %H:%M:%S"},
	{"Thursday 19 May 2022", "%A %d %B %Y"}, {"12", "%"}, {"%", "%%"}, {"12", "%E"},
	{"12", "%O"}, {"2012", "%EY"}, {"20", "%EC"}, {"12", "%Oy"}, {"5 pm", "%H %p"},
	{"5 pm", "%I %H %p"}, {"05 05 pm", "%H %I %p"}, {"1 2 3", "%d %m %y"},
	{"31/12/99", "%d/%m/%y"}, {"11:59:60", "%T"}, {"2012-1-2", "%F"}, {" 2012", "%Y"},
	{"2012- 1- 2", "%F"}, {"\n2012", "%Y"}, {"\t5", "%H"}, {"1e3", "%s"}, {"12am", "%I%p"},
	{"12PM", "%I%p"}, {"am", "%p"}, {"xm", "%p"},
	{"2012-10-01 00:00:00 +0200 Mon", "%F %T %z %a"},
};

static void fill(struct tm *tm, int kind)
{
	memset(tm, 0, sizeof *tm);
	if (kind == 1)
		*tm = (struct tm){.tm_sec = -7, .tm_min = -7, .tm_hour = -7, .tm_mday = -7,
				  .tm_mon = -7, .tm_year = -7, .tm_wday = -7, .tm_yday = -7,
				  .tm_isdst = -7};
	if (kind == 2)
		*tm = (struct tm){.tm_sec = 1, .tm_min = 2, .tm_hour = 3, .tm_mday = 30,
				  .tm_mon = 10, .tm_year = 124, .tm_wday = 5, .tm_yday = 200};
}

static void show(const char *string, const char *end, const struct tm *tm)
{
	printf(" %d: %d-%d-%d %d:%d:%d w%d y%d dst%d off%ld\n", end ? (int)(end - string) : -1,
	       tm->tm_year, tm->tm_mon, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec,
	       tm->tm_wday, tm->tm_yday, tm->tm_isdst, tm->tm_gmtoff);
}

static void each_case(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

	for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int kind = 0; kind < 3; kind++) {
			struct tm tm, other;

			fill(&tm, kind);
			fill(&other, kind);
			const char *end = strptime(cases[i].string, cases[i].format, &tm);
			printf("'%s' '%s'", cases[i].string, cases[i].format);
			if (end)
				show(cases[i].string, end, &tm);
			else
				puts(" NULL"); /* what is in tm then is nobody's business */
			if (strptime_l(cases[i].string, cases[i].format, &other, c) != end)
				puts("strptime_l differs");
		}
}

static void round_trip(int year)
{
	static const char *const formats[] = {"%Y %j", "%Y %U %w", "%Y %W %u", "%c", "%F %a"};
	unsigned long sum = 0;

	for (int day = 1; day <= 366; day++) {
		struct tm tm = {.tm_year = year - 1900, .tm_mday = day, .tm_hour = 12}, back;
		char text[64];

		timegm(&tm);
		for (unsigned i = 0; i < sizeof formats / sizeof *formats; i++) {
			memset(&back, 0, sizeof back);
			strftime(text, sizeof text, formats[i], &tm);
			if (!strptime(text, formats[i], &back) || back.tm_mon != tm.tm_mon ||
			    back.tm_mday != tm.tm_mday || back.tm_wday != tm.tm_wday ||
			    back.tm_yday != tm.tm_yday)
				printf("%s by %s: %d-%d w%d y%d\n", text, formats[i], back.tm_mon,
				       back.tm_mday, back.tm_wday, back.tm_yday);
			sum = sum * 31 + back.tm_yday + back.tm_wday;
		}
	}
	printf("%d %lx\n", year, sum);
}

int main(void)
{
	setenv("TZ", "UTC0", 1);
	each_case();
	for (int year = 1995; year < 2025; year++)
		round_trip(year);
	return 0;
}
