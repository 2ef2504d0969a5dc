#include "crypto/point.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

constexpr Point neutral{1};
constexpr Scalar eight{8};

Point add(const Point& a, const Point& b) {
  Point out{};
  must(crypto_core_ed25519_add(out.data(), a.data(), b.data()) == 0, "adding what is not a point");
  return out;
}

Point subtract(const Point& a, const Point& b) {
  Point out{};
  must(crypto_core_ed25519_sub(out.data(), a.data(), b.data()) == 0, "subtracting what is not a point");
  return out;
}

Point times_eight(const Point& p) {
  const Point two = add(p, p);
  const Point four = add(two, two);
  return add(four, four);
}

// The library answers an error for a scalar of zero, where the product is neutral.
Point times_base(const Scalar& n) {
  Point out{};
  if (crypto_scalarmult_ed25519_base_noclamp(out.data(), n.data()) != 0) return neutral;
  return out;
}

// Requires: p is in the prime-order group and not neutral, so that only n = 0 is an error.
Point times(const Scalar& n, const Point& p) {
  Point out{};
  if (crypto_scalarmult_ed25519_noclamp(out.data(), n.data(), p.data()) != 0) return neutral;
  return out;
}

Scalar inverse_of_eight() {
  Scalar out{};
  must(crypto_core_ed25519_scalar_invert(out.data(), eight.data()) == 0, "8 has an inverse");
  return out;
}

}  // namespace

bool is_canonical_point(const Point& p) {
  // Adding nothing writes the point again, in the one way that points are written.
  Point again{};
  return crypto_core_ed25519_add(again.data(), p.data(), neutral.data()) == 0 && again == p;
}

bool has_small_order(const Point& p) { return times_eight(p) == neutral; }

bool is_prime_order_point(const Point& p) { return is_canonical_point(p) && prime_part(p) == p; }

std::optional<Point> prime_part(const Point& p) {
  const Point eightfold = times_eight(p);
  if (eightfold == neutral) return std::nullopt;
  static const Scalar inverse = inverse_of_eight();
  return times(inverse, eightfold);
}

bool is_canonical_scalar(const Scalar& s) {
  std::array<std::uint8_t, 64> wide{};
  std::ranges::copy(s, wide.begin());
  Scalar reduced{};
  crypto_core_ed25519_scalar_reduce(reduced.data(), wide.data());
  return reduced == s;
}

std::optional<Point> recompute_r(const Scalar& s, const Scalar& h, const Point& a) {
  const auto prime = prime_part(a);
  if (!prime) return std::nullopt;
  Point r = subtract(times_base(s), times(h, *prime));
  if (*prime == a) return r;
  const Point torsion = subtract(a, *prime);
  for (int i = 0; i < (h[0] & 7); ++i) r = subtract(r, torsion);
  return r;
}

}  // namespace inzicht::crypto
