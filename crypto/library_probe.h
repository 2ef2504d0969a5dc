// Whether the linked libsodium already checks signatures exactly as docs/formats.md §2 asks (as 1.0.18 does).
#pragma once

namespace inzicht::crypto {

// Shows the library a signature that only a check with cofactor accepts. Decided once per program.
bool library_checks_without_cofactor();

}  // namespace inzicht::crypto
