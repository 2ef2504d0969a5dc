#!/usr/bin/env python3
"""Writes Ed25519 signatures at the edges: what our rule (docs/formats.md section 2) accepts and refuses.

An implementation of its own of edwards25519 (RFC 8032), slow and plain, on python3's hashlib alone. The rule, again:
S < L, A and R canonical and not of small order, R = S*B - h*A without cofactor, h reduced modulo L.

    ed25519_edge_cases.py > FILE        writes the cases, always the same ones
    ed25519_edge_cases.py --check FILE  exits 1 when FILE is not what would be written
"""
import hashlib
import json
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
NEUTRAL = (0, 1)


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + k, P - 2, P) % P
    y = (y1 * y2 + x1 * x2) * pow(1 - k, P - 2, P) % P
    return x, y


def add_projective(a, b):
    """The same sum with a common denominator, so that only the end of a product needs a division."""
    (x1, y1, z1), (x2, y2, z2) = a, b
    xx, yy, z = x1 * x2 % P, y1 * y2 % P, z1 * z2 % P
    k, zz = D * xx * yy % P, z * z % P
    cross = ((x1 + y1) * (x2 + y2) - xx - yy) % P
    return z * (zz - k) * cross % P, z * (zz + k) * (yy + xx) % P, (zz - k) * (zz + k) % P


def times(n, p):
    out, p = (0, 1, 1), (p[0], p[1], 1)
    while n:
        if n & 1:
            out = add_projective(out, p)
        p = add_projective(p, p)
        n >>= 1
    inverse = pow(out[2], P - 2, P)
    return out[0] * inverse % P, out[1] * inverse % P


def negate(p):
    return (-p[0] % P, p[1])


def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square:
        return None
    return -x % P if x & 1 != sign else x


def encode(p):
    return (p[1] | (p[0] & 1) << 255).to_bytes(32, "little")


def decode(raw):
    """The point that a lenient reader sees: y is taken modulo P, a sign on x = 0 is ignored."""
    number = int.from_bytes(raw, "little")
    y, sign = (number & (2**255 - 1)) % P, number >> 255
    x = recover_x(y, sign)
    return None if x is None else (x, y)


BASE = (recover_x(4 * pow(5, P - 2, P) % P, 0), 4 * pow(5, P - 2, P) % P)


def find_torsion():
    """A point of order 8: L times the first point that gives one."""
    y = 2
    while True:
        x = recover_x(y, 0)
        if x is not None and times(4, times(L, (x, y))) != NEUTRAL:
            return times(L, (x, y))
        y += 1


TORSION = find_torsion()


def wide_challenge(r, a, message):
    return int.from_bytes(hashlib.sha512(r + a + message).digest(), "little")


def scalar(label):
    return int.from_bytes(hashlib.sha512(label.encode()).digest(), "little") % L


def number(s):
    return s.to_bytes(32, "little")


def is_canonical(raw):
    p = decode(raw)
    return p is not None and encode(p) == raw


def rule(a, message, signature):
    """Our rule, word for word."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= L or not is_canonical(a) or not is_canonical(r):
        return False
    if times(8, decode(a)) == NEUTRAL or times(8, decode(r)) == NEUTRAL:
        return False
    h = wide_challenge(r, a, message) % L
    return encode(add(times(s, BASE), negate(times(h, decode(a))))) == r


def acceptable(a):
    return is_canonical(a) and times(8, decode(a)) != NEUTRAL and times(L, decode(a)) == NEUTRAL


CASES = []


def case(name, a, message, signature, valid):
    assert rule(a, message, signature) == valid, name
    CASES.append({"name": name, "key": a.hex(), "message": message.hex(), "signature": signature.hex(),
                  "valid": valid, "keyAcceptable": acceptable(a)})


def search(wanted, a, r):
    """The first message whose challenge is as wanted."""
    counter = 0
    while True:
        message = b"inzicht %d" % counter
        h = wide_challenge(r, a, message)
        if wanted(h):
            return message, h % L
        counter += 1


SECRET = scalar("secret")
NONCE = scalar("nonce")
A = encode(times(SECRET, BASE))
R = encode(times(NONCE, BASE))


def signed(a, r, message, secret=SECRET, nonce=NONCE):
    h = wide_challenge(r, a, message) % L
    return r + number((nonce + h * secret) % L)


def plain_cases():
    message = b"inzicht"
    good = signed(A, R, message)
    s = int.from_bytes(good[32:], "little")
    case("a plain signature", A, message, good, True)
    case("another message", A, b"Inzicht", good, False)
    for n in range(1, 16):
        if s + n * L < 2**256:
            case("S plus %d times L" % n, A, message, R + number(s + n * L), False)
    case("S negated", A, message, R + number(L - s), False)
    case("R negated", A, message, encode(negate(decode(R))) + good[32:], False)
    case("S is L", A, message, R + number(L), False)
    case("S is zero", A, message, R + number(0), False)
    off_curve = next(n for n in range(2, 99) if recover_x(n, 0) is None)
    case("A is not on the curve", number(off_curve), message, good, False)
    case("R is not on the curve", A, message, number(off_curve) + good[32:], False)


def small_order_encodings():
    """Every encoding, canonical or not, of the eight points of small order."""
    points = {times(n, TORSION) for n in range(8)}
    for raw in sorted({encode(p) for p in points}):
        yield "canonical", raw
    for y in (0, 1, P - 1, P, P + 1):
        for sign in range(2):
            raw = (y | sign << 255).to_bytes(32, "little")
            if not is_canonical(raw):
                assert decode(raw) in points
                yield "not canonical", raw


def small_order_cases():
    for kind, raw in small_order_encodings():
        # h*A is neutral, so the equation holds for whoever lets such an A in.
        order = next(n for n in (1, 2, 4, 8) if times(n, decode(raw)) == NEUTRAL)
        message, h = search(lambda w: w % L % order == 0, raw, R)
        case("A of order %d, %s %s" % (order, kind, raw.hex()[:4] + raw.hex()[-2:]), raw, message,
             R + number(NONCE), False)
        # R of small order under a key whose torsion makes the equation hold.
        key_torsion = negate(decode(raw))
        a = encode(add(times(SECRET, BASE), key_torsion))
        message, h = search(lambda w: w % L % order == 1 % order, a, raw)
        case("R of order %d, %s %s" % (order, kind, raw.hex()[:4] + raw.hex()[-2:]), a, message,
             raw + number(h * SECRET % L), False)


def torsion_cases():
    for order in (2, 4, 8):
        t = times(8 // order, TORSION)
        r = encode(add(times(NONCE, BASE), t))
        message, _ = search(lambda w: True, A, r)
        case("torsion of order %d in R alone" % order, A, message, signed(A, r, message), False)
        a = encode(add(times(SECRET, BASE), t))
        message, _ = search(lambda w: w % L % order == 1, a, R)
        case("torsion of order %d in A that stays" % order, a, message, signed(a, R, message), False)
        message, _ = search(lambda w: w % L % order == 0 and w % order != 0, a, R)
        case("torsion of order %d in A that falls away with h modulo L" % order, a, message,
             signed(a, R, message), True)
        message, _ = search(lambda w: w % L % order != 0 and w % order == 0, a, R)
        case("torsion of order %d in A that falls away only without reducing h" % order, a, message,
             signed(a, R, message), False)
        for n in range(1, order):
            # R carries -n*t: right exactly when h is n modulo the order.
            r = encode(add(times(NONCE, BASE), negate(times(n, t))))
            message, _ = search(lambda w: w % L % order == n, a, r)
            case("torsion of order %d in A and R that cancels, %d times" % (order, n), a, message,
                 signed(a, r, message), True)
            message, _ = search(lambda w: w % L % order == (n + 1) % order, a, r)
            case("torsion of order %d in A and R that does not cancel, %d times" % (order, n), a, message,
                 signed(a, r, message), False)


def high_y_cases():
    """y at or above P on points of full order: two texts for one key."""
    for low in range(2, 19):
        for sign in range(2):
            raw = ((low + P) | sign << 255).to_bytes(32, "little")
            if decode(raw) is not None:
                case("A with y = P + %d, sign %d" % (low, sign), raw, b"inzicht", signed(A, R, b"inzicht"), False)
                case("R with y = P + %d, sign %d" % (low, sign), A, b"inzicht", raw + number(NONCE), False)


def main():
    plain_cases()
    small_order_cases()
    torsion_cases()
    high_y_cases()
    text = "".join(json.dumps(c) + "\n" for c in CASES)
    if sys.argv[1:2] == ["--check"]:
        sys.exit(0 if open(sys.argv[2], encoding="ascii").read() == text else 1)
    sys.stdout.write(text)


main()
