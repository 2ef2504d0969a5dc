#!/usr/bin/env python3
"""Plants one thing that is not allowed in a small tree, and expects tools/check_arrows.py to name it."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_arrows.py"
MODULE = "inzicht_module({} SOURCES {}.cpp HEADERS {}.h PUBLIC {})\n"
SOUND = {
    "crypto/CMakeLists.txt": MODULE.format("crypto", "digest", "digest", ""),
    "crypto/digest.h": "#pragma once\n#include <array>\n",
    "crypto/digest.cpp": '#include "crypto/digest.h"\n#include <sodium.h>\n',
    "ledger/base/CMakeLists.txt": MODULE.format("base", "ids", "ids", ""),
    "ledger/base/ids.h": "#pragma once\n",
    "ledger/base/ids.cpp": '#include "ledger/base/ids.h"\n',
    "ledger/log/CMakeLists.txt": MODULE.format("log", "record", "log", "inzicht::crypto inzicht::base"),
    "ledger/log/log.h": '#pragma once\n#include "crypto/digest.h"\n#include "ledger/base/ids.h"\n',
    "ledger/log/record.cpp": '#include "ledger/log/log.h"\n#include <rocksdb/db.h>\n',
    "ledger/verify/CMakeLists.txt": MODULE.format("verify", "run", "verify", "inzicht::crypto inzicht::base"),
    "ledger/verify/verify.h": '#pragma once\n#include "ledger/log/log.h"\n',
    "ledger/verify/run.cpp": '#include "ledger/verify/verify.h"\n',
    "projections/view_store.h": "#pragma once\n#include <rocksdb/db.h>\n",
    "tests/crypto/CMakeLists.txt": "inzicht_tests(crypto_tests SOURCES digest_test.cpp)\n",
    "tests/crypto/digest_test.cpp": '#include "crypto/digest.h"\n#include <catch2/catch.hpp>\n',
}
PLANTED = [
    ("a module without an arrow", {"crypto/digest.h": '#include "ledger/base/ids.h"\n'}, "crypto/digest.h:1: no arrow crypto -> ledger/base"),
    ("a header that is not for this module", {"ledger/verify/run.cpp": '#include "ledger/log/store.h"\n', "ledger/log/store.h": ""},
     "ledger/verify may see only log.h record.h of ledger/log"),
    ("tools included", {"ledger/log/record.cpp": '\n#include "tools/exchange/a.h"\n', "tools/exchange/a.h": ""}, "ledger/log/record.cpp:2: no arrow ledger/log -> tools/exchange"),
    ("a store outside its place", {"projections/timeline.h": "#include <rocksdb/db.h>\n"}, "projections/timeline.h:1: rocksdb/db.h may be seen only in"),
    ("cryptography outside its place", {"ledger/log/log.h": "#include <sodium.h>\n"}, "ledger/log/log.h:1: sodium.h may be seen only in"),
    ("a clock in a pure module", {"crypto/digest.h": "#include <chrono>\n"}, "crypto has no files, clocks, threads or chance"),
    ("a link without an arrow", {"ledger/verify/CMakeLists.txt": MODULE.format("verify", "run", "verify", "inzicht::log")}, "links inzicht::log"),
    ("a link to nothing", {"ledger/log/CMakeLists.txt": MODULE.format("log", "record", "log", "inzicht::nothing")}, "inzicht::nothing is made nowhere"),
    ("headers that go round", {"ledger/base/ids.h": '#include "ledger/base/time.h"\n', "ledger/base/time.h": '#include "ledger/base/ids.h"\n'}, "includes go round"),
    ("a file of no module", {"ledger/queue/queue.h": ""}, "ledger/queue/queue.h: no module owns this file"),
    ("a folder for anything", {"tests/common/things.h": ""}, "no folder may be called common"),
    ("an inner folder nobody knows", {"ledger/base/inner/ids2.h": ""}, "ledger/base/inner is no known folder"),
    ("a name with capitals", {"crypto/Digest2.h": ""}, "expected a name like"),
    ("another ending", {"crypto/digest2.hpp": ""}, "expected a name like"),
    ("a long file", {"crypto/digest.h": "\n" * 501}, "expected at most 500 lines, found 501"),
    ("a generated type without its schema",
     {"ledger/schema/parts.capnp": "struct Purged {\n}\n", "ledger/log/record.cpp": '#include "ledger/log/log.h"\nusing A = schema::Purged;\n'},
     "ledger/log/record.cpp: uses types of ledger/schema/parts.capnp.h without including it"),
    ("an include that is not there", {"ledger/base/ids.h": '#include "ledger/base/gone.h"\n'}, "ledger/base/gone.h is not there"),
    ("an include from beside", {"ledger/base/ids.cpp": '#include "ids.h"\n'}, '"ids.h": expected a path from the top folder'),
    ("a test that is never built", {"tests/crypto/lost_test.cpp": ""}, "tests/crypto/CMakeLists.txt does not build it"),
    ("a listed file that is not there", {"tests/crypto/CMakeLists.txt": "inzicht_tests(t SOURCES digest_test.cpp gone_test.cpp)\n"}, "gone_test.cpp is not there"),
]


def check(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        done = subprocess.run([sys.executable, SCRIPT, "--root", folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class CheckArrows(unittest.TestCase):
    def test_sound_tree(self):
        code, said = check(SOUND)
        self.assertEqual((code, said), (0, "arrows: 10 files, 13 includes, 0 not allowed\n"))

    def test_planted(self):
        for name, files, expected in PLANTED:
            with self.subTest(name):
                code, said = check(SOUND | files)
                self.assertEqual(code, 1)
                self.assertIn(expected, said)


if __name__ == "__main__":
    unittest.main()
