/* Any pattern under any syntax bits, flags and range, searched in any text, by
 * GNU's functions and by POSIX's. Matches must be inside the text. */
#define _GNU_SOURCE
#include <locale.h>
#include <regex.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void check(int start, int end, int length)
{
	if ((start < 0) != (end < 0) || start > end || end > length)
		abort();
}

static void gnu(const uint8_t *data, int pattern, int text)
{
	struct re_registers registers = { 0, NULL, NULL };
	struct re_pattern_buffer buffer;
	int start = data[4] % (text + 1), found;

	memset(&buffer, 0, sizeof buffer);
	re_syntax_options = ((unsigned)data[0] | (unsigned)data[1] << 8 | (unsigned)data[2] << 16
			     | (unsigned)(data[3] & 3) << 24) & ~RE_NO_SUB;
	if (data[3] & 4)
		buffer.fastmap = malloc(256);
	if (!re_compile_pattern((const char *)data + 8, (size_t)pattern, &buffer)) {
		buffer.not_bol = data[3] >> 3 & 1;
		buffer.not_eol = data[3] >> 4 & 1;
		buffer.newline_anchor = data[3] >> 5 & 1;
		found = re_search(&buffer, (const char *)data + 8 + pattern, text, start,
			data[3] & 0x40 ? -start : text - start, &registers);
		for (unsigned i = 0; found >= 0 && i < registers.num_regs; i++)
			check(registers.start[i], registers.end[i], text);
		re_match(&buffer, (const char *)data + 8 + pattern, text, start, &registers);
	}
	regfree(&buffer);
	free(registers.start);
	free(registers.end);
}

static void posix(const uint8_t *data, size_t pattern, size_t text)
{
	char *a = strndup((const char *)data + 8, pattern), *b = strndup((const char *)data + 8 + pattern, text);
	regmatch_t matches[5];
	regex_t buffer;

	if (regcomp(&buffer, a, data[5] & 15) == 0) {
		if (regexec(&buffer, b, 5, matches, data[6] & 3) == 0 && !(data[5] & REG_NOSUB))
			for (int i = 0; i < 5; i++)
				check(matches[i].rm_so, matches[i].rm_eo, (int)strlen(b));
		regfree(&buffer);
	}
	free(a);
	free(b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t pattern;

	if (size < 10)
		return 0;
	setlocale(LC_CTYPE, data[7] & 0x80 ? "C.UTF-8" : "C");
	pattern = (size - 8) * (data[7] & 0x7f) / 0x80;
	gnu(data, (int)pattern, (int)(size - 8 - pattern));
	posix(data, pattern, size - 8 - pattern);
	return 0;
}
