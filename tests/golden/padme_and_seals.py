#!/usr/bin/env python3
"""Writes known answers for padding, commitments and what is bound to a sealed part, computed here from docs/formats.md §3
with Python's hashlib and arithmetic alone (XChaCha20-Poly1305 is written out below from its draft and RFC 8439).

    padme_and_seals.py > FILE        writes the answers, always the same ones
    padme_and_seals.py --check FILE  exits 1 when FILE is not what would be written
"""
import hashlib
import json
import math
import struct
import sys


def padme(length):
    e = math.floor(math.log2(length))
    s = math.floor(math.log2(e)) + 1
    step = 2 ** (e - s)
    return -(-length // step) * step


def pattern(start, length):
    return bytes((start + i) % 256 for i in range(length))


def rotl(x, n):
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def quarter(w, a, b, c, d):
    for x, y, z, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        w[x] = (w[x] + w[y]) & 0xFFFFFFFF
        w[z] = rotl(w[z] ^ w[x], n)


def rounds(state):
    w = list(state)
    for _ in range(10):
        for q in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(w, *q)
    return w


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def chacha_block(key, counter, nonce):
    state = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(rounds(state), state)))


def hchacha(key, nonce16):
    w = rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce16))
    return struct.pack("<8I", *w[:4], *w[12:])


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    s = int.from_bytes(key[16:], "little")
    acc = 0
    for i in range(0, len(message), 16):
        acc = (acc + int.from_bytes(message[i:i + 16] + b"\x01", "little")) * r % (2 ** 130 - 5)
    return ((acc + s) % 2 ** 128).to_bytes(16, "little")


def pad16(data):
    return data + bytes(-len(data) % 16)


def xchacha_seal(key, nonce, plain, associated):
    subkey, short = hchacha(key, nonce[:16]), bytes(4) + nonce[16:]
    stream = b"".join(chacha_block(subkey, 1 + i, short) for i in range(-(-len(plain) // 64)))
    cipher = bytes(a ^ b for a, b in zip(plain, stream))
    mac = pad16(associated) + pad16(cipher) + struct.pack("<QQ", len(associated), len(cipher))
    return nonce + cipher + poly1305(chacha_block(subkey, 0, short)[:32], mac)


def padded(message):
    length = 4 + len(message)
    return struct.pack(">I", len(message)) + message + bytes(padme(length) - length)


def answers():
    for length in list(range(4, 70)) + [100, 127, 128, 129, 255, 256, 257, 1000, 1024, 1025, 4097, 65535, 65537, 100000, 999999, 1048575, 1048576]:
        yield {"what": "padme", "length": length, "padded": padme(length)}
    event, part_key, subject_key, epoch_key = pattern(16, 16), pattern(64, 32), pattern(96, 32), pattern(128, 32)
    key_id, nonce = pattern(200, 16), pattern(5, 24)
    for number, size in ((0, 8), (3, 100), (63, 1000)):
        message, salt = pattern(number, size), pattern(7 + number, 32)
        plain = padded(message)
        commitment = hashlib.sha256(b"inzicht/v1/part\n" + salt + plain).digest()
        bound = b"inzicht/v1/seal\n\x01" + event + struct.pack(">H", number) + commitment
        sealed = b"\x01" + xchacha_seal(part_key, nonce, salt + plain, bound)
        bound = b"inzicht/v1/partkey\n" + key_id + struct.pack(">I", 2) + event + struct.pack(">H", number)
        wrapped = key_id + struct.pack(">I", 2) + xchacha_seal(subject_key, nonce, part_key, bound)
        yield {"what": "part", "event": event.hex(), "number": number, "message": message.hex(), "salt": salt.hex(), "plain": plain.hex(),
               "commitment": commitment.hex(), "part_key": part_key.hex(), "sealed": sealed.hex(), "subject_key": subject_key.hex(),
               "key_id": key_id.hex(), "generation": 2, "wrapped_part_key": wrapped.hex()}
    bound = b"inzicht/v1/wrap\n" + key_id + struct.pack(">II", 2, 9)
    wrapped = struct.pack(">I", 9) + xchacha_seal(epoch_key, nonce, subject_key, bound)
    yield {"what": "wrap", "key_id": key_id.hex(), "generation": 2, "epoch": 9, "epoch_key": epoch_key.hex(), "subject_key": subject_key.hex(),
           "wrapped": wrapped.hex()}


def main():
    text = "".join(json.dumps(answer) + "\n" for answer in answers())
    if sys.argv[1:2] == ["--check"]:
        with open(sys.argv[2], encoding="ascii") as file:
            sys.exit(0 if file.read() == text else 1)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
