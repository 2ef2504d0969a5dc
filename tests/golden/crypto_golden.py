#!/usr/bin/env python3
"""Writes known answers for hashes of docs/formats.md, computed here from that page on python3's hashlib alone.

    crypto_golden.py > FILE        writes the answers, always the same ones
    crypto_golden.py --check FILE  exits 1 when FILE is not what would be written
"""
import base64
import hashlib
import json
import sys


def h(*pieces):
    return hashlib.sha256(b"".join(pieces)).digest()


def pattern(start, length):
    return bytes((start + i) % 256 for i in range(length))


def key_ids():
    for algorithm in (0x01, 0x06):
        public = pattern(algorithm, 32)
        yield {"what": "key", "algorithm": algorithm, "public": public.hex(),
               "id": h(b"inzicht/v1/key\n", bytes([algorithm]), public).hex()}


def note_ids():
    for name in ("ledger.example/gemeente-a", "ledger.example/gemeente-a/receipt", "getuige.example/één"):
        for algorithm in (0x01, 0x04):
            public = pattern(7, 32)
            material = bytes([algorithm]) + public
            id4 = h(name.encode(), b"\n", material)[:4]
            vkey = "%s+%s+%s" % (name, id4.hex(), base64.b64encode(material).decode())
            yield {"what": "note", "name": name, "algorithm": algorithm, "public": public.hex(),
                   "id": id4.hex(), "vkey": vkey}


def chains():
    for letter, length in (("k", 32), ("g", 32), ("c", 16), ("l", 16), ("s", 16), ("r", 16), ("r", 32)):
        owner = pattern(ord(letter), length)
        head = bytes(32)
        for n in range(1, 5):
            leaf = h(b"\x00", b"leaf %d" % n)
            tag = h(b"inzicht/v1/tag\n", letter.encode(), owner, head)[:16]
            head = h(b"inzicht/v1/chain\n", letter.encode(), owner, head, leaf)
            yield {"what": "chain", "class": letter, "owner": owner.hex(), "n": n, "leaf": leaf.hex(),
                   "tag": tag.hex(), "head": head.hex()}


def tree_root(leaves):
    """RFC 6962 section 2.1, word for word."""
    if len(leaves) < 2:
        return h(b"\x00", leaves[0]) if leaves else h()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return h(b"\x01", tree_root(leaves[:split]), tree_root(leaves[split:]))


def trees():
    leaves = [b"leaf %d" % n for n in range(1000)]
    for size in (0, 1, 2, 3, 5, 8, 255, 256, 257, 700, 1000):
        yield {"what": "tree", "size": size, "root": tree_root(leaves[:size]).hex()}


def main():
    rows = [*key_ids(), *note_ids(), *chains(), *trees()]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if sys.argv[1:2] == ["--check"]:
        sys.exit(0 if open(sys.argv[2], encoding="ascii").read() == text else 1)
    sys.stdout.write(text)


main()
