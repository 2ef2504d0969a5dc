#!/usr/bin/env python3
"""Every parameter of the catalogue is read by the program: by its key where it is looked up, or by its field of Parameters."""
import json
import pathlib
import re
import sys


def unread(root: pathlib.Path) -> list[str]:
    rules = root / "ledger" / "rules"
    keys = [json.loads(line)["key"] for line in (rules / "parameters.jsonl").read_text().splitlines() if line]
    table = (rules / "parameters.cpp").read_text()
    fields = dict(re.findall(r'\{"(\w+)", into<&Parameters::(\w+)>\}', table))
    sources = [path for folder in ("ledger", "projections") for path in (root / folder).rglob("*.cpp") if path.name != "parameters.cpp"]
    text = "\n".join(path.read_text() for path in sources)
    return [key for key in keys if not (re.search(rf"\.{fields[key]}\b", text) if key in fields else f'"{key}"' in text)]


def main() -> int:
    missing = unread(pathlib.Path(sys.argv[1]))
    for key in missing:
        print(f"parameters.jsonl: {key}: read nowhere in ledger/ or projections/")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
