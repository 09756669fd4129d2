/* What the functions do with buffers, registers, ranges and flags. */
#define _GNU_SOURCE
#include <limits.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void show(const char *label, int result, const struct re_registers *registers)
{
	printf("%s: %d", label, result);
	for (unsigned i = 0; registers && i < registers->num_regs; i++)
		printf(" %d,%d", registers->start[i], registers->end[i]);
	printf("\n");
}

static void compile(struct re_pattern_buffer *buffer, const char *pattern, reg_syntax_t syntax)
{
	const char *error;

	memset(buffer, 0, sizeof *buffer);
	re_set_syntax(syntax);
	error = re_compile_pattern(pattern, strlen(pattern), buffer);
	printf("%s: %s, %zu groups, regs %d, no_sub %d, bol %d, eol %d, newline %d\n", pattern, error ? error : "compiled",
	       buffer->re_nsub, buffer->regs_allocated, buffer->no_sub, buffer->not_bol, buffer->not_eol,
	       buffer->newline_anchor);
}

/* Out of the compiler's sight: it warns of lengths that can't be. */
static volatile int below = -1, most = INT_MAX;

static void ranges(void)
{
	static const int ways[][2] = { {0, 4}, {4, -4}, {3, -1}, {0, 0}, {1, 0}, {5, 1}, {-1, 3}, {1, 100}, {3, -100},
				       {2, 2}, {0, 1}, {2, -1}, {4, 0} };
	struct re_pattern_buffer buffer;
	struct re_registers registers = { 0, NULL, NULL };

	compile(&buffer, "\\(a\\)\\(b\\)*", RE_SYNTAX_EMACS);
	show("length -4", re_search(&buffer, "abab", 4 * below, 0, 1, NULL), NULL);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		show("search", re_search(&buffer, "abab", 4, ways[i][0], ways[i][1], &registers), &registers);
	for (int i = -1; i < 6; i++)
		show("match", re_match(&buffer, "abab", 4, i, &registers), &registers);
	for (int stop = -1; stop < 7; stop++) {
		show("search_2", re_search_2(&buffer, "xa", 2, "bbb", 3, 0, 5, &registers, stop), &registers);
		show("match_2", re_match_2(&buffer, "xa", 2, "bbb", 3, 1, &registers, stop), &registers);
	}
	show("second alone", re_match_2(&buffer, NULL, 0, "abb", 3, 0, &registers, 3), &registers);
	show("first alone", re_match_2(&buffer, "abb", 3, NULL, 0, 0, &registers, 3), &registers);
	show("negative", re_search_2(&buffer, "ab", below, "b", 1, 0, 1, NULL, 1), NULL);
	show("too long", re_search_2(&buffer, "ab", most, "b", 1, 0, 1, NULL, 1), NULL);
	regfree(&buffer);
	free(registers.start);
	free(registers.end);
}

static void registers_given(void)
{
	regoff_t starts[5] = { 7, 7, 7, 7, 7 }, ends[5] = { 7, 7, 7, 7, 7 };
	struct re_registers registers = { 0, NULL, NULL }, fixed = { 1, starts, ends };
	struct re_pattern_buffer buffer;

	compile(&buffer, "(a)(b)*", RE_SYNTAX_POSIX_EXTENDED);
	re_set_registers(&buffer, &registers, 2, malloc(2 * sizeof(regoff_t)), malloc(2 * sizeof(regoff_t)));
	printf("set: %d, %u\n", buffer.regs_allocated, registers.num_regs);
	show("grown", re_search(&buffer, "abab", 4, 0, 4, &registers), &registers);
	printf("then: %d, %u\n", buffer.regs_allocated, registers.num_regs);
	free(registers.start);
	free(registers.end);
	re_set_registers(&buffer, &registers, 0, NULL, NULL);
	printf("none: %d, %u, %d\n", buffer.regs_allocated, registers.num_regs, registers.start == NULL);
	buffer.regs_allocated = REGS_FIXED;
	show("one", re_search(&buffer, "abab", 4, 0, 4, &fixed), &fixed);
	fixed.num_regs = 5;
	show("five", re_search(&buffer, "xab", 3, 0, 3, &fixed), &fixed);
	show("kept", re_search(&buffer, "xyz", 3, 0, 3, &fixed), &fixed);
	regfree(&buffer);
	compile(&buffer, "(a)(b)*", RE_SYNTAX_POSIX_EXTENDED | RE_NO_SUB);
	fixed.num_regs = 0;
	show("no_sub", re_search(&buffer, "ab", 2, 0, 2, &fixed), &fixed);
	regfree(&buffer);
}

static void places(void)
{
	static const char *const patterns[] = { "^b", "b$", "\\`b", "b\\'", "\\bb", "b\\b", "\\Bb", "b\\B", "\\<b", "b\\>", "^$" };
	static const char *const texts[] = { "b", "ab", "b\na", "a\nb", "abc", "b c", "", "\n", "a\n" };
	struct re_pattern_buffer buffer;

	for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
		compile(&buffer, patterns[p], RE_SYNTAX_EMACS);
		for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
			int length = (int)strlen(texts[t]);

			for (int flags = 0; flags < 8; flags++) {
				buffer.not_bol = flags & 1;
				buffer.not_eol = flags >> 1 & 1;
				buffer.newline_anchor = flags >> 2;
				printf(" %d", re_search(&buffer, texts[t], length, 0, length, NULL));
			}
			printf(" | %d\n", length ? re_search_2(&buffer, NULL, 0, texts[t], length, 0, length, NULL, length - 1) : 0);
		}
		regfree(&buffer);
	}
}

static void translated(void)
{
	struct re_pattern_buffer buffer;
	unsigned char *table = malloc(256);

	for (int i = 0; i < 256; i++)
		table[i] = (unsigned char)(i >= 'A' && i <= 'Z' ? i + 32 : i);
	memset(&buffer, 0, sizeof buffer);
	buffer.translate = table;
	buffer.fastmap = malloc(256);
	re_set_syntax(RE_SYNTAX_POSIX_EXTENDED);
	printf("translate: %s\n", re_compile_pattern("A[b-c]+(X|y)\\1", 14, &buffer) ? "error" : "compiled");
	show("translated", re_search(&buffer, "zzaBcBxXq", 9, 0, 9, NULL), NULL);
	printf("fastmap %d:", re_compile_fastmap(&buffer));
	for (int i = 0; i < 256; i++)
		if (buffer.fastmap[i])
			printf(" %d", i);
	printf("\n");
	regfree(&buffer);
	printf("freed: %d %d\n", buffer.fastmap == NULL, buffer.translate == NULL);
}

static void nul_bytes(void)
{
	struct re_pattern_buffer buffer;

	memset(&buffer, 0, sizeof buffer);
	re_set_syntax(RE_SYNTAX_EMACS);
	printf("%d\n", re_compile_pattern("a\0b", 3, &buffer) == NULL);
	show("nul", re_search(&buffer, "xa\0b", 4, 0, 4, NULL), NULL);
	regfree(&buffer);
	compile(&buffer, "a.b", RE_SYNTAX_EMACS);
	show("dot, emacs", re_search(&buffer, "xa\0b", 4, 0, 4, NULL), NULL);
	regfree(&buffer);
	compile(&buffer, "a.b", RE_SYNTAX_POSIX_EXTENDED);
	show("dot, posix", re_search(&buffer, "xa\0b", 4, 0, 4, NULL), NULL);
	regfree(&buffer);
}

static void posix(void)
{
	static const int flags[] = { 0, REG_EXTENDED, REG_EXTENDED | REG_ICASE, REG_EXTENDED | REG_NEWLINE, REG_EXTENDED | REG_NOSUB, REG_ICASE | REG_NEWLINE };
	static const char *const patterns[] = { "(a)(b)?", "^b$", "[^x]*y", "a.b", "\\(a\\)", "a)", "(a", "[[:upper:]]", "B" };
	static const char *const texts[] = { "a", "ab", "a\nb", "x\ny", "(a)(b)?", "AB", "" };
	char message[100];
	regex_t buffer;

	for (size_t f = 0; f < sizeof flags / sizeof *flags; f++) {
		for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
			int error = regcomp(&buffer, patterns[p], flags[f]);

			printf("%d %s: %d", flags[f], patterns[p], error);
			for (size_t t = 0; !error && t < 4 * sizeof texts / sizeof *texts; t++) {
				regmatch_t matches[4];

				memset(matches, 0x55, sizeof matches);
				printf(" %d", regexec(&buffer, texts[t / 4], 4, matches, (int)(t % 4)));
				for (int i = 0; i < 4; i++)
					printf(",%d-%d", matches[i].rm_so, matches[i].rm_eo);
			}
			printf("\n");
			if (!error)
				regfree(&buffer);
		}
	}
	for (int i = REG_NOERROR; i <= REG_ERPAREN; i++) {
		size_t size = regerror(i, NULL, message, sizeof message);

		printf("%d: %zu %s\n", i, size, message);
	}
	printf("%zu", regerror(REG_NOMATCH, NULL, message, 5));
	printf(" %s %zu\n", message, regerror(REG_NOMATCH, NULL, NULL, 0));
}

static void start_and_end(void)
{
	static const char *const patterns[] = { "b", "b$", "^b", "\\<b", "b\\>", "" };
	regmatch_t matches[2];
	regex_t buffer;

	for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
		for (int nosub = 0; nosub < 2; nosub++) {
			regcomp(&buffer, patterns[p], nosub ? REG_NOSUB : 0);
			for (int i = 0; i < 16; i++) {
				if (i / 4 > i % 4)
					continue; /* the end before the start */
				matches[0].rm_so = i / 4;
				matches[0].rm_eo = i % 4;
				matches[1].rm_so = 9;
				printf(" %d", regexec(&buffer, "abbc", (size_t)(i % 3), matches, REG_STARTEND));
				printf(",%d-%d,%d", matches[0].rm_so, matches[0].rm_eo, matches[1].rm_so);
			}
			printf("\n");
			regfree(&buffer);
		}
	}
	regcomp(&buffer, "a", 0);
	printf("%d\n", regexec(&buffer, "a", 0, NULL, 64) != 0);
	regfree(&buffer);
}

int main(void)
{
	ranges();
	registers_given();
	places();
	translated();
	nul_bytes();
	posix();
	start_and_end();
	return 0;
}
