#!/usr/bin/env python3
"""Who may include whom: the policy as data, and the check of every file against it.

    tools/check_arrows.py [--root DIR]

Looks at the C++ files and the CMake files of crypto, ledger, projections, tools and tests, and says per line what is not
allowed: an include or a link without an arrow, a library seen where it should not be, a cycle, a file that no module owns, a
file that CMake does not build, a name or a length out of bounds. Exit 1 when there is any.
"""
import argparse
import graphlib
import pathlib
import re
import sys

# An arrow points at what may be included and linked. What is not named here is not a module: its files are refused,
# which is what keeps out folders for whatever had no place.
ARROWS = {
    "crypto": "",
    "ledger/base": "",
    "ledger/schema": "ledger/base",
    "ledger/domain": "ledger/base ledger/schema",
    "ledger/registry": "ledger/base ledger/schema",
    "ledger/rules": "ledger/domain ledger/registry ledger/base ledger/schema",
    "ledger/watch": "ledger/rules ledger/domain ledger/registry ledger/base ledger/schema",
    "ledger/log": "crypto ledger/base",
    "ledger/vault": "ledger/log ledger/base crypto",
    "ledger/codec": "ledger/schema ledger/base crypto",
    "ledger/service": "ledger/codec ledger/domain ledger/registry ledger/rules ledger/log ledger/vault ledger/schema ledger/base crypto",
    # The second reader shares nothing that decides or stores: what the log hands out raw is an interface, and not linked.
    "ledger/verify": "ledger/codec ledger/schema ledger/base crypto",
    # Views read the log and never record.
    "projections": "ledger/domain ledger/rules ledger/watch ledger/registry ledger/codec ledger/schema ledger/log ledger/base crypto",
}
LIBRARY = " ".join(ARROWS)
ARROWS |= {
    "tools/families": LIBRARY,
    "tools/exchange": LIBRARY,
    "tools/bench": LIBRARY + " tools/families",
    "tools/pictures": "projections ledger/codec ledger/schema ledger/base",  # rows to drawings: no ledger, no files
    "tools/inzicht": LIBRARY + " tools/families tools/exchange tools/bench tools/pictures",
}
ARROWS["tests"] = " ".join(ARROWS)

# Of the second module the first may see these headers only.
HEADERS_SEEN = {
    ("ledger/verify", "ledger/log"): "log.h record.h",
    ("projections", "ledger/log"): "log.h record.h rocks_quiet.h",
    ("ledger/vault", "ledger/log"): "rocks_quiet.h",
}

# Folders within a module.
INNER_FOLDERS = {"crypto/merkle"}

# Who may see a library's headers: modules, folders or files, by the start of their path.
LIBRARIES = {
    "sodium.h": "crypto/ tests/crypto/",  # one place for cryptography
    # The stores: the log's, the vault's and that of the views. The bench measures the bare store beside ours.
    "rocksdb/": "ledger/log/ ledger/vault/ projections/view_store tools/bench/ tests/",
    # The codec reads untrusted bytes and walks fields by reflection; rules and views look up code names and labels in the
    # schema. Everybody else knows generated readers only (ledger/schema/*.capnp.h).
    "capnp/": "ledger/codec/ ledger/rules/ projections/ tools/ tests/",
    # kj's exceptions stay where untrusted bytes are decoded.
    "kj/": "ledger/codec/ tests/",
    # JSON: the codec's form for people, the rules' tables, an author's own files.
    "nlohmann/": "ledger/codec/ ledger/rules/ ledger/watch/ ledger/service/ tools/ tests/",
    "toml++/": "ledger/service/ledger_folder.cpp tools/",  # settings
    # Whoever is handed a logger, and what the store itself says of its disk.
    "spdlog/": "ledger/log/ ledger/service/ projections/ tools/ tests/",
    "fmt/": "ledger/ projections/ tools/ tests/",
    "date/": "ledger/base/",  # the time zone database
    "expat.h": "tools/exchange/",
    "archive": "tools/exchange/ tests/tools/exchange/",
    "zlib.h": "tools/exchange/ tests/tools/exchange/",
    "CLI/": "tools/inzicht/",
    "xlsxwriter": "tools/inzicht/",
    "pugixml": "tools/pictures/ tests/tools/pictures/",
    "pango/": "tools/pictures/",
    "cairo": "tools/pictures/",
    "catch2/": "tests/",
    "rapidcheck": "tests/",
}
# Files, clocks, threads and chance: the modules that only turn what they are given into an answer see none of them.
WORLD = r"fstream|filesystem|iostream|chrono|thread|random|ctime|unistd\.h|fcntl\.h|time\.h|sys/.*"
PURE = ("crypto", "ledger/base", "ledger/schema", "ledger/domain", "ledger/registry", "ledger/rules", "ledger/codec")

LINES_MAX = 500
NO_FOLDER = {"util", "utils", "common", "helper", "helpers", "misc"}
FILE_NAME = re.compile(r"[a-z0-9_]+\.(h|cpp)")
SOURCE_ENDINGS = {".h", ".cpp", ".c", ".cc", ".cxx", ".hh", ".hpp", ".hxx", ".ipp", ".inl"}
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


class Check:
    def __init__(self, root):
        self.root = root
        self.violations = []
        self.includes = 0
        self.generated = {}  # per file, the generated headers that it includes
        self.files = sorted(p.relative_to(root).as_posix() for top in ("crypto", "ledger", "projections", "tools", "tests")
                            for p in (root / top).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        self.sources = [f for f in self.files if pathlib.PurePath(f).suffix in SOURCE_ENDINGS]
        self.arrows = {module: set(allowed.split()) for module, allowed in ARROWS.items()}

    def refuse(self, path, line, what):
        self.violations.append((path, line, what))

    def module_of(self, path):
        parts = path.split("/")
        for n in (2, 1):
            module = "/".join(parts[:n])
            if len(parts) > n and module in self.arrows:
                return module
        return None

    def run(self):
        try:
            graphlib.TopologicalSorter(self.arrows).prepare()
        except graphlib.CycleError as cycle:
            self.refuse("tools/check_arrows.py", 0, f"the policy has a cycle: {' -> '.join(cycle.args[1])}")
        self.check_places()
        headers = {path: self.check_includes(path) for path in self.sources}
        try:
            graphlib.TopologicalSorter(headers).prepare()
        except graphlib.CycleError as cycle:
            self.refuse(cycle.args[1][0], 0, f"includes go round: {' -> '.join(cycle.args[1])}")
        self.check_generated(headers)
        self.check_builds()

    def check_generated(self, includes):
        """Who names a generated type includes its schema, by itself or by what it includes: presets with precompiled headers do not notice."""
        schema_of = {}
        for path in self.files:
            if path.endswith(".capnp"):
                for name in re.findall(r"^(?:struct|enum) (\w+)", (self.root / path).read_text(encoding="utf-8"), re.M):
                    schema_of[name] = path + ".h"
        imports = {}
        for path in set(schema_of.values()):
            names = re.findall(r'import "(\w+\.capnp)"', (self.root / path[:-2]).read_text(encoding="utf-8"))
            imports[path] = {path.rpartition("/")[0] + "/" + name + ".h" for name in names}
        for path in self.sources:
            text = re.sub(r"//.*", "", (self.root / path).read_text(encoding="utf-8"))
            used = {schema_of[name] for name in re.findall(r"\bschema::(\w+)", text) if name in schema_of}
            reached, waiting = set(), [path]
            while waiting and used - reached:
                here = waiting.pop()
                if here in reached:
                    continue
                reached.add(here)
                waiting += includes.get(here, []) + self.generated.get(here, []) + sorted(imports.get(here, ()))
            for missing in sorted(used - reached):
                self.refuse(path, 0, f"uses types of {missing} without including it")

    def check_places(self):
        for path in self.files:
            folder, _, name = path.rpartition("/")
            for part in folder.split("/"):
                if part in NO_FOLDER:
                    self.refuse(path, 0, f"no folder may be called {part}: put the file where it belongs")
            if path not in self.sources:
                continue
            if not FILE_NAME.fullmatch(name):
                self.refuse(path, 0, "expected a name like some_words.h or some_words.cpp")
            module = self.module_of(path)
            if module is None:
                self.refuse(path, 0, "no module owns this file")
            elif module != "tests" and folder != module and folder not in INNER_FOLDERS:
                self.refuse(path, 0, f"{folder} is no known folder of {module}")
            lines = len((self.root / path).read_text(encoding="utf-8").splitlines())
            if lines > LINES_MAX:
                self.refuse(path, lines, f"expected at most {LINES_MAX} lines, found {lines}")

    def check_includes(self, path):
        """Checks each include of a file, and answers the files of ours that it includes."""
        ours = []
        module = self.module_of(path)
        for number, line in enumerate((self.root / path).read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match or module is None:
                continue
            self.includes += 1
            quoted, target = match[1] == '"', match[2]
            other = self.module_of(target)
            if other:
                self.check_arrow(path, number, module, other, target)
                if (self.root / target).exists():
                    ours.append(target)
                elif target.endswith(".capnp.h"):
                    self.generated.setdefault(path, []).append(target)
                if not (self.root / target).exists() and not (self.root / target.removesuffix(".h")).exists():  # *.capnp.h is generated from *.capnp
                    self.refuse(path, number, f"{target} is not there")
            elif quoted and not target.endswith(".inc"):
                self.refuse(path, number, f'"{target}": expected a path from the top folder')
            self.check_library(path, number, module, target)
        return ours

    def check_arrow(self, path, number, module, other, target):
        seen = HEADERS_SEEN.get((module, other))
        if seen and target.removeprefix(other + "/") not in seen.split():
            self.refuse(path, number, f"{module} may see only {seen} of {other}, not {target}")
        elif not seen and other != module and other not in self.arrows[module]:
            self.refuse(path, number, f"no arrow {module} -> {other} ({target})")

    def check_library(self, path, number, module, target):
        for library, places in LIBRARIES.items():
            if target.startswith(library) and not path.startswith(tuple(places.split())):
                self.refuse(path, number, f"{target} may be seen only in {places}")
        if module in PURE and re.fullmatch(WORLD, target):
            self.refuse(path, number, f"{module} has no files, clocks, threads or chance of its own ({target})")

    def check_builds(self):
        """Links follow the arrows, and every source is named by the CMake file above it."""
        texts = {p: re.sub(r"#.*", "", (self.root / p).read_text(encoding="utf-8")) for p in self.files if p.endswith("/CMakeLists.txt")}
        folder_of = {name: path.rpartition("/")[0] for path, text in texts.items()
                     for name in re.findall(r"(?:inzicht_module\(|ALIAS inzicht_|add_library\(inzicht::)(\w+)", text)}
        for path, text in texts.items():
            module = self.module_of(path)
            for name in re.findall(r"(?<!namespace )inzicht::(\w+)", text) if module and module != "tests" else []:
                other = self.module_of(folder_of.get(name, "") + "/")
                if other is None:
                    self.refuse(path, 0, f"inzicht::{name} is made nowhere")
                elif other != module and other not in self.arrows[module]:
                    self.refuse(path, 0, f"no arrow {module} -> {other} (links inzicht::{name})")
            folder = path.rpartition("/")[0]
            for word in re.findall(r"[^\s()]+", text):
                if re.fullmatch(r"[\w/]+\.(h|cpp)", word) and not (self.root / folder / word).exists():
                    self.refuse(path, 0, f"{word} is not there")
        for path in self.sources:
            if not path.endswith(".cpp") or path == "tests/empty.cpp":
                continue
            folder = path.rpartition("/")[0]
            while folder and folder + "/CMakeLists.txt" not in texts:
                folder = folder.rpartition("/")[0]
            words = set(re.findall(r"[\w/.]+", texts.get(folder + "/CMakeLists.txt", "")))
            named = path.removeprefix(folder + "/")
            if named not in words and named.removesuffix(".cpp") not in words:
                self.refuse(path, 0, f"{folder}/CMakeLists.txt does not build it")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    check = Check(arguments.parse_args().root)
    check.run()
    for path, line, what in sorted(check.violations):
        print(f"{path}:{line}: {what}" if line else f"{path}: {what}")
    print(f"arrows: {len(check.sources)} files, {check.includes} includes, {len(check.violations)} not allowed")
    return 1 if check.violations else 0


if __name__ == "__main__":
    sys.exit(main())
