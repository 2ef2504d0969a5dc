#!/usr/bin/env python3
"""What the command publishes of a real ledger, checked by the Go program: ledger_interop.py INZICHT CHECKER

The example family, its checkpoint, its tiles and the proof of every event; then each with a byte changed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def run(*words):
    return subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def need(*words):
    done = run(*words)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def accepted(checker, published):
    return run(checker, published).returncode == 0


def main():
    inzicht, checker = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    with tempfile.TemporaryDirectory(prefix="inzicht-interop-") as place:
        ledger, published = pathlib.Path(place) / "ledger", pathlib.Path(place) / "published"
        need(inzicht, "demo", ledger)
        need(inzicht, "--ledger", ledger, "checkpoint")
        need(inzicht, "--ledger", ledger, "tiles", published)
        lines = [json.loads(line) for line in need(inzicht, "--ledger", ledger, "--as", "po1", "export", "jsonl").splitlines()]
        events = [line["event"] for line in lines if not line.get("purged")]  # of a purged one only the leaf is left
        if len(events) != len(lines) - 1:
            sys.exit(f"expected one purged event, found {len(lines) - len(events)}")
        need(inzicht, "--ledger", ledger, "checkpoint")
        need(inzicht, "--ledger", ledger, "tiles", published)
        for event in events:
            proof = json.loads(need(inzicht, "--ledger", ledger, "--json", "prove", event))
            inclusion = published / "inclusion.txt"
            inclusion.write_text("\n".join([str(proof["index"]), *proof["proof"]]) + "\n")
            if not accepted(checker, published):
                sys.exit(f"refused: the proof of {event} at {proof['index']}: {run(checker, published).stdout}")
            inclusion.write_text("\n".join([str(proof["index"] ^ 1), *proof["proof"]]) + "\n")
            if accepted(checker, published):
                sys.exit(f"accepted: the proof of {proof['index']} for its neighbour")
            inclusion.write_text("\n".join([str(proof["index"]), *proof["proof"]]) + "\n")
        files = [file for file in published.rglob("*") if file.is_file() and file.name != "vkey"]
        for file in files:
            right = file.read_bytes()
            for at in range(0, len(right), max(1, len(right) // 9)):
                file.write_bytes(right[:at] + bytes([right[at] ^ 4]) + right[at + 1:])
                if accepted(checker, published):
                    sys.exit(f"accepted: {file.relative_to(published)} with byte {at} changed")
            file.write_bytes(right)
        if not accepted(checker, published):
            sys.exit("refused: the same again")
        print(f"{len(events)} events proven to the Go program, {len(files)} files; every change noticed")


if __name__ == "__main__":
    main()
