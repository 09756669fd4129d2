_Float64 half(_Float64 x) { return x / 2; } // want
_Float128 sum(const _Float128 *p) // want
{
	_Float128 s = p[0]; // want
	return s;
}
struct row { _Float32x a; _Float64x b; }; // want
_Decimal64 price; // want
__float128 fine;
double plain(double x) { return x; }
const char *text = "_Float64";
