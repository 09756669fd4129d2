#include <iconv.h>
const char *s = "ASCII//NOTHING"; /* "ASCII//TRANSLIT" */
iconv_t f(void) { return iconv_open("ASCII//TRANSLIT", "UTF-8"); } // want
