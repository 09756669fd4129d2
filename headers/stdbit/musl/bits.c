/* Every function, by its definition bit by bit: the test prints where it differs. */
#include <stdbit.h>
#include <stdio.h>

static int wrong, tried;

static void is(const char *name, unsigned long long value, unsigned long long got, unsigned long long want)
{
	tried++;
	if (got != want) {
		wrong++;
		printf("%s(%#llx): %llu, want %llu\n", name, value, got, want);
	}
}

/* The bits of a value, the highest first, as text. */
static int run(unsigned long long v, int width, int from_top, int bit)
{
	int n = 0;

	while (n < width && (int)(v >> (from_top ? width - 1 - n : n) & 1) == bit)
		n++;
	return n;
}

static int count(unsigned long long v, int width, int bit)
{
	int n = 0;

	for (int i = 0; i < width; i++)
		n += (int)(v >> i & 1) == bit;
	return n;
}

static int first(int n, int width)
{
	return n == width ? 0 : n + 1;
}

#define TRY(suffix, type) do { \
	type x = (type)v; \
	int w = (int)sizeof(type) * 8, high = w - run(x, w, 1, 0); \
	is("leading_zeros", x, stdc_leading_zeros_##suffix(x), (unsigned)run(x, w, 1, 0)); \
	is("leading_ones", x, stdc_leading_ones_##suffix(x), (unsigned)run(x, w, 1, 1)); \
	is("trailing_zeros", x, stdc_trailing_zeros_##suffix(x), (unsigned)run(x, w, 0, 0)); \
	is("trailing_ones", x, stdc_trailing_ones_##suffix(x), (unsigned)run(x, w, 0, 1)); \
	is("first_leading_zero", x, stdc_first_leading_zero_##suffix(x), (unsigned)first(run(x, w, 1, 1), w)); \
	is("first_leading_one", x, stdc_first_leading_one_##suffix(x), (unsigned)first(run(x, w, 1, 0), w)); \
	is("first_trailing_zero", x, stdc_first_trailing_zero_##suffix(x), (unsigned)first(run(x, w, 0, 1), w)); \
	is("first_trailing_one", x, stdc_first_trailing_one_##suffix(x), (unsigned)first(run(x, w, 0, 0), w)); \
	is("count_zeros", x, stdc_count_zeros_##suffix(x), (unsigned)count(x, w, 0)); \
	is("count_ones", x, stdc_count_ones_##suffix(x), (unsigned)count(x, w, 1)); \
	is("has_single_bit", x, stdc_has_single_bit_##suffix(x), count(x, w, 1) == 1); \
	is("bit_width", x, stdc_bit_width_##suffix(x), (unsigned)high); \
	is("bit_floor", x, stdc_bit_floor_##suffix(x), high ? 1ULL << (high - 1) : 0); \
	is("bit_ceil", x, stdc_bit_ceil_##suffix(x), count(x, w, 1) == 1 ? x : high == w ? 0 : 1ULL << high); \
	is("generic", x, stdc_leading_zeros(x) + stdc_bit_ceil(x) + stdc_has_single_bit(x), \
	   stdc_leading_zeros_##suffix(x) + stdc_bit_ceil_##suffix(x) + stdc_has_single_bit_##suffix(x)); \
} while (0)

int main(void)
{
	for (int i = 0; i < 64; i++)
		for (int j = 0; j < 64; j++) {
			unsigned long long both[] = { 1ULL << i | 1ULL << j, ~(1ULL << i | 1ULL << j), (1ULL << i) - (1ULL << j) };

			for (int k = 0; k < 3; k++) {
				unsigned long long v = both[k];

				TRY(uc, unsigned char);
				TRY(us, unsigned short);
				TRY(ui, unsigned int);
				TRY(ul, unsigned long);
				TRY(ull, unsigned long long);
			}
		}
	printf("%d tried, %d wrong, native %d\n", tried, wrong, __STDC_ENDIAN_NATIVE__ == __STDC_ENDIAN_LITTLE__
	       || __STDC_ENDIAN_NATIVE__ == __STDC_ENDIAN_BIG__);
	return 0;
}
