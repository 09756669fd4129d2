void f(void) __attribute__((ifunc("pick"))); // want
int ifunc;
__attribute__((target_clones("avx2","default"))) int g(int x) { return x; } // want
