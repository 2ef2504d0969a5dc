#include "crypto/point.h"

#include "crypto/signer.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

constexpr Point neutral{1};
const char* const order_less_one = "ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
const char* const order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
const char* const order_eight = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";

}  // namespace

TEST_CASE("a scalar is canonical exactly below the order of the group", "[point]") {
  REQUIRE(is_canonical_scalar(Scalar{}));
  REQUIRE(is_canonical_scalar(array_from_hex<32>(order_less_one)));
  REQUIRE(!is_canonical_scalar(array_from_hex<32>(order)));
  Scalar most;
  most.fill(0xff);
  REQUIRE(!is_canonical_scalar(most));
}

TEST_CASE("a point is canonical in one encoding only", "[point]") {
  REQUIRE(is_canonical_point(neutral));
  Point with_sign = neutral;
  with_sign[31] = 0x80;
  REQUIRE(!is_canonical_point(with_sign));
  Point above{0xee};  // p + 1, which is 1 again
  std::fill(above.begin() + 1, above.end() - 1, std::uint8_t{0xff});
  above[31] = 0x7f;
  REQUIRE(!is_canonical_point(above));
  REQUIRE(is_canonical_point(Signer::generate().public_key()));
  REQUIRE(!is_canonical_point(Point{2}));  // not on the curve
}

TEST_CASE("a key of ours is its own prime part", "[point]") {
  const PublicKey key = Signer::generate().public_key();
  REQUIRE(!has_small_order(key));
  REQUIRE(prime_part(key) == key);
  REQUIRE(is_prime_order_point(key));
}

TEST_CASE("a point of small order has no prime part", "[point]") {
  for (const Point& p : {neutral, array_from_hex<32>(order_eight)}) {
    REQUIRE(has_small_order(p));
    REQUIRE(!prime_part(p));
    REQUIRE(!is_prime_order_point(p));
    REQUIRE(!recompute_r(Scalar{1}, Scalar{1}, p));
  }
}

TEST_CASE("products with zero are neutral, not an error", "[point]") {
  const PublicKey a = Signer::from_seed(Buffer(32, 1)).value().public_key();
  REQUIRE(recompute_r(Scalar{}, Scalar{}, a) == neutral);
  REQUIRE(hex(recompute_r(Scalar{1}, Scalar{}, a).value()) ==
          "5866666666666666666666666666666666666666666666666666666666666666");
  // 0*B - 1*a: a with its other sign.
  Point negated = a;
  negated[31] ^= 0x80;
  REQUIRE(recompute_r(Scalar{}, Scalar{1}, a) == negated);
}
