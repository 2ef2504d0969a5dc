// Points of edwards25519 as Ed25519 checks need them, put together from libsodium's point arithmetic.
//
// Nothing here leans on the library's own subgroup check: releases differ in it. Not for secrets: not
// constant time.
#pragma once
#include <optional>

#include "crypto/bytes.h"

namespace inzicht::crypto {

using Point = std::array<std::uint8_t, 32>;
using Scalar = std::array<std::uint8_t, 32>;

// Whether the bytes are the one encoding of a point.
bool is_canonical_point(const Point& p);
// Whether 8p is the neutral element. Requires: p is a canonical point.
bool has_small_order(const Point& p);
// Whether p is a canonical point of the prime-order group, other than its neutral element.
bool is_prime_order_point(const Point& p);
// The summand of p in the prime-order group; p minus it is the torsion. nullopt when p has small order.
// Requires: p is a canonical point.
std::optional<Point> prime_part(const Point& p);

// Whether s < L, as RFC 8032 demands of S.
bool is_canonical_scalar(const Scalar& s);
// s*B - h*a, without cofactor, also when a has a torsion part. nullopt when a has small order.
// Requires: s < L, h < L, a is a canonical point.
std::optional<Point> recompute_r(const Scalar& s, const Scalar& h, const Point& a);

}  // namespace inzicht::crypto
