/* The same where neither _GNU_SOURCE nor C23 asks for numbers with 0b. */
#define PLAIN
#include "scan.c"
