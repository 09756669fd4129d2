/* Operations drawn from a fixed sequence on vectors of short strings, and the
 * cases that the man page leaves open. */
#include <argz.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned long seed = 9;

static unsigned draw(unsigned bound)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % bound;
}

static void show(const char *argz, size_t len)
{
	printf(" %zu/%zu%s:", argz_count(argz, len), len, argz ? "" : " NULL");
	for (size_t i = 0; i < len; i++)
		putchar(argz[i] ? argz[i] : '|');
	putchar('\n');
}

static const char *draw_text(char *text)
{
	unsigned length = draw(9);

	for (unsigned i = 0; i < length; i++)
		text[i] = "ab:,:"[draw(5)];
	text[length] = 0;
	return text;
}

static char *draw_entry(const char *argz, size_t len)
{
	size_t count = argz_count(argz, len), skip = count ? draw((unsigned)count) : 0;
	char *entry = argz_next(argz, len, NULL);

	while (skip--)
		entry = argz_next(argz, len, entry);
	return entry;
}

static void separators(void)
{
	static const char *const strings[] = {
		"", ":", "::", "a", "a:", ":a", "a:b", "a::b", "::a::b::", "a:b:",
		"abc:def:ghi", ":::", "a,b:c", " : ",
	};
	static const int seps[] = {':', ',', 0, 'a', ' '};

	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
		for (size_t j = 0; j < sizeof seps / sizeof *seps; j++) {
			char *argz = (char *)"garbage";
			size_t len = 99;
			error_t error = argz_create_sep(strings[i], seps[j], &argz,
							&len);

			printf("\"%s\" %d: %d", strings[i], seps[j], error);
			show(argz, len);
			error = argz_add_sep(&argz, &len, strings[i], seps[j]);
			printf(" again %d", error);
			show(argz, len);
			argz_stringify(argz, len, '+');
			printf(" \"%s\"\n", len ? argz : "(none)");
			free(argz);
		}
	}
}

static void edges(void)
{
	char *none[] = {NULL};
	char *empty[] = {(char *)"", (char *)"", NULL};
	char *some[] = {(char *)"one", (char *)"", (char *)"three", NULL};
	char *argv[8], *argz, *entry;
	unsigned count = 5;
	size_t len;

	printf("%d", argz_create(none, &argz, &len));
	show(argz, len);
	argz_extract(argz, len, argv);
	printf("%d\n", argv[0] == NULL);
	argz_stringify(argz, len, ':');
	printf("%d\n", argz_next(argz, len, NULL) == NULL);
	printf("%d", argz_append(&argz, &len, "x\0y", 4));
	show(argz, len);
	printf("%d %d\n", argz_insert(&argz, &len, argz - 1, "no"),
	       argz_insert(&argz, &len, argz + len, "no"));
	argz_delete(&argz, &len, NULL);
	show(argz, len);
	argz_delete(&argz, &len, argz);
	argz_delete(&argz, &len, argz);
	show(argz, len);
	printf("%d", argz_create(empty, &argz, &len));
	show(argz, len);
	free(argz);
	printf("%d", argz_create(some, &argz, &len));
	show(argz, len);
	argz_extract(argz, len, argv);
	for (int i = 0; argv[i]; i++)
		printf("<%s>", argv[i]);
	putchar('\n');
	for (entry = NULL; (entry = argz_next(argz, len, entry));)
		printf("<%s>", entry);
	printf(" %d\n", argz_next(argz, len, argz + len) == NULL);
	/* Inside of a string is before it. */
	printf("%d", argz_insert(&argz, &len, argz + 2, "zero"));
	show(argz, len);
	printf("%d", argz_insert(&argz, &len, argz + len - 2, "two"));
	show(argz, len);
	printf("%d", argz_insert(&argz, &len, NULL, "four"));
	show(argz, len);
	printf("%d", argz_replace(&argz, &len, "o", "00", &count));
	show(argz, len);
	printf("%u\n", count);
	printf("%d", argz_replace(&argz, &len, "", "00", &count));
	show(argz, len);
	printf("%d", argz_replace(&argz, &len, "000", "", NULL));
	show(argz, len);
	printf("%d", argz_replace(&argz, &len, "none", "some", &count));
	printf(" %u\n", count);
	free(argz);
}

int main(void)
{
	char text[16], other[16], *argz = NULL, *entry;
	unsigned count = 0;
	size_t len = 0;

	separators();
	edges();
	for (int i = 0; i < 1500; i++) {
		unsigned kind = draw(8);
		error_t error = 0;

		switch (kind) {
		case 0:
			error = argz_add(&argz, &len, draw_text(text));
			break;
		case 1:
			error = argz_add_sep(&argz, &len, draw_text(text), ':');
			break;
		case 2:
			error = argz_append(&argz, &len, "p\0q", 4);
			break;
		case 3:
		case 4:
			argz_delete(&argz, &len, draw_entry(argz, len));
			break;
		case 5:
			entry = draw_entry(argz, len);
			error = argz_insert(&argz, &len, entry, draw_text(text));
			break;
		case 6:
			draw_text(text)[0] ? (void)0 : (void)strcpy(text, "a");
			text[2] = 0;
			error = argz_replace(&argz, &len, text, draw_text(other),
					     &count);
			break;
		default:
			if (len > 200) {
				free(argz);
				argz = NULL;
				len = 0;
			}
		}
		printf("%u %d %u", kind, error, count);
		show(argz, len);
	}
	free(argz);
	return 0;
}
