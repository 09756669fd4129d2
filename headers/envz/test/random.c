/* Operations drawn from a fixed sequence on vectors of few names, some without
 * a value, some with a "=" in the name that is given. */
#include <envz.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned long seed = 4;

static unsigned draw(unsigned bound)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % bound;
}

static void show(const char *envz, size_t len)
{
	printf(" %zu%s:", len, envz ? "" : " NULL");
	for (size_t i = 0; i < len; i++)
		putchar(envz[i] ? envz[i] : '|');
	putchar('\n');
}

static const char *const names[] = {"a", "ab", "abc", "b", "", "c", "=", "a=x",
				    "b="};
static const char *const values[] = {"", "1", "two", "x=y", NULL, NULL, "="};

int main(void)
{
	char *envz = NULL, *other = NULL;
	size_t len = 0, other_len = 0;

	for (int i = 0; i < 2000; i++) {
		unsigned kind = draw(10);
		const char *name = names[draw(9)], *value = values[draw(7)];
		const char *found, *entry;
		error_t error = 0;

		switch (kind) {
		case 0:
		case 1:
		case 2:
			error = envz_add(&envz, &len, name, value);
			break;
		case 3:
			error = envz_add(&other, &other_len, name, value);
			break;
		case 4:
			error = envz_merge(&envz, &len, other, other_len,
					   (int)draw(2));
			break;
		case 5:
			envz_remove(&envz, &len, name);
			break;
		case 6:
			if (draw(3) == 0)
				envz_strip(&envz, &len);
			else
				envz_strip(&other, &other_len);
			break;
		case 7:
			error = argz_add(&envz, &len, name);
			break;
		default:
			if (len > 100) {
				free(envz);
				envz = NULL;
				len = 0;
			}
		}
		found = envz_get(envz, len, name);
		entry = envz_entry(envz, len, name);
		printf("%u %d \"%s\" get %s entry %s", kind, error, name,
		       found ? found : "(none)", entry ? entry : "(none)");
		show(envz, len);
	}
	free(envz);
	free(other);
	return 0;
}
