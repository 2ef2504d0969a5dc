// Included before everything when clang compiles: Cap'n Proto 0.9 compares `const char*` with its strings through a reversed
// operator== that clang no longer considers beside an operator!= (P2468); gcc 12 still does.
#pragma once
#ifdef __cplusplus
#include <kj/string.h>

namespace kj {
inline bool operator==(const char* a, const StringPtr& b) { return b == StringPtr(a); }
inline bool operator!=(const char* a, const StringPtr& b) { return !(b == StringPtr(a)); }
}  // namespace kj
#endif
