#!/usr/bin/env python3
"""Kills recording at any moment, or fills its disk, and looks whether everything acknowledged is there and the ledger verifies.

    torture.py WRITER kill [--rounds N] [--seed N]
    torture.py WRITER full [--on tmpfs|ext4]   needs root, to mount a small disk; says so and stops with 77 otherwise

WRITER is the program torture_writer. Exit 1 with the ledger kept and named when something is wrong.
"""
import argparse
import contextlib
import json
import os
import pathlib
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
MIB = 1 << 20


class Wrong(Exception):
    pass


class Lines:
    """The lines that the writer wrote, as they come."""

    def __init__(self, stream):
        self.fd = stream.fileno()
        self.rest = b""
        self.ended = False
        os.set_blocking(self.fd, False)

    def read(self, seconds):
        """What there is within so many seconds: whole lines."""
        if select.select([self.fd], [], [], max(seconds, 0))[0]:
            with contextlib.suppress(BlockingIOError):
                while chunk := os.read(self.fd, 1 << 16):
                    self.rest += chunk
                self.ended = True
        *lines, self.rest = self.rest.split(b"\n")
        return [line.decode() for line in lines]


class Ground:
    """One ledger, the authors' keys, and what was acknowledged so far."""

    def __init__(self, writer, ledger, keys, notes):
        self.writer = str(writer)
        self.ledger = str(ledger)
        self.keys = str(keys)
        self.acknowledged = notes / "acknowledged"
        self.acknowledged.touch()
        self.lines = 0
        self.fresh_from = 0
        self.full = 0
        self.odd = []
        self.half = []

    def run(self, *words, seconds=None):
        return subprocess.run([self.writer, words[0], self.ledger, self.keys, *words[1:]], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False, timeout=seconds)

    def make(self):
        made = self.run("make")
        if made.returncode != 0:
            raise Wrong(f"make: {made.stderr.strip()}")

    def start(self, part_bytes):
        return subprocess.Popen([self.writer, "write", self.ledger, self.keys, str(part_bytes)], stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE)

    def take(self, lines):
        """Keeps what was acknowledged; answers how many events."""
        events = 0
        with self.acknowledged.open("a", encoding="utf-8") as out:
            for line in lines:
                what = line.split(" ", 1)[0]
                if what in ("event", "checkpoint"):
                    out.write(line + "\n")
                    self.lines += 1
                    events += what == "event"
                elif what == "full":
                    self.full += 1
                else:
                    (self.half if what == "half" else self.odd).append(line)
        return events

    def check(self):
        done = self.run("check", str(self.acknowledged), str(self.fresh_from))
        self.fresh_from = self.lines
        if done.returncode not in (0, 1):
            raise Wrong(f"check: exit {done.returncode}: {done.stderr.strip()}")
        report = json.loads(done.stdout)
        if done.returncode != 0:
            raise Wrong("; ".join(report["wrong"][:5]))
        return report


def finish(process, lines, ground):
    """What is still in the pipe when the writer has gone."""
    process.wait()
    events = 0
    while not lines.ended:
        events += ground.take(lines.read(1))
    process.stdout.close()
    return events


def kill_round(ground, chance):
    """Most rounds are killed while recording, some while opening."""
    process = ground.start(3000)
    lines = Lines(process.stdout)
    events = 0
    opening = chance.random() < 0.15
    if not opening:
        limit = time.monotonic() + 120
        while events == 0 and not lines.ended:
            events += ground.take(lines.read(1))
            if time.monotonic() > limit:
                break
    at = time.monotonic() + chance.uniform(0.05, 0.8)
    while time.monotonic() < at and not lines.ended:
        events += ground.take(lines.read(at - time.monotonic()))
    died = process.poll()
    process.send_signal(signal.SIGKILL)
    events += finish(process, lines, ground)
    if died is not None or ground.odd or ground.full:
        raise Wrong(f"the writer said: {'; '.join(ground.odd[:3]) or 'nothing'} (exit {died}, disk full {ground.full} times)")
    if events == 0 and not opening:
        raise Wrong("nothing was recorded in two minutes")
    return events


def kill(writer, rounds, seed, folder):
    chance = random.Random(seed)
    ground = Ground(writer, folder / "ledger", folder / "ledger" / "keys", folder)
    ground.make()
    started = time.monotonic()
    report, events, settled, torn = {}, 0, 0, 0
    for n in range(1, rounds + 1):
        events += kill_round(ground, chance)
        report = ground.check()
        if report["withoutReceipt"] or report["tornWithin"]:
            raise Wrong(f"receipts: {report['withoutReceipt']} acknowledged without one, {report['tornWithin']} torn")
        settled += report["settled"]
        torn += report["tornLast"]
        if sys.stdout.isatty() or n % 25 == 0 or n == rounds:
            print(f"\rround {n}/{rounds}: {report['events']} events, {events} acknowledged, verify {report['verify']} in {report['seconds']:.1f} s",
                  end="\n" if n == rounds or not sys.stdout.isatty() else "", flush=True)
    last = ground.check()  # also what the authors sent again after the last round
    print(f"kill: {rounds} rounds in {time.monotonic() - started:.0f} s, {events} events and {last['checkpoints']} checkpoints acknowledged, none lost; "
          f"{settled} sent again by their authors, {torn} receipts torn at the end of their file; {last['leaves']} events {last['verify']} "
          f"with {last['receipts']} receipts; seed {seed}")


@contextlib.contextmanager
def small_disk(kind, size, folder):
    """A file system of its own, mounted while it is used."""
    at = folder / "disk"
    at.mkdir()
    if kind == "tmpfs":
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "torture", str(at)]
    else:
        image = folder / "image"
        with image.open("wb") as out:
            out.truncate(size)
        if subprocess.run(["mkfs.ext4", "-q", "-m", "0", str(image)], capture_output=True, check=False).returncode != 0:
            yield None
            return
        command = ["mount", "-o", "loop", str(image), str(at)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        yield None
        return
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=False)


def until(lines, ground, seconds, enough):
    """Reads until enough(events) says so."""
    events, limit = 0, time.monotonic() + seconds
    while not enough(events) and time.monotonic() < limit and not lines.ended:
        events += ground.take(lines.read(0.2))
    return events, enough(events)


def open_on_full(ground, ballast):
    """Opens where not a byte can be written: that may be refused, and neither stops the program in its tracks nor does harm."""
    fill_up(ballast)
    for words in (("check", str(ground.acknowledged), str(ground.lines)), ("write", "3000")):
        try:
            done = ground.run(*words, seconds=15 if words[0] == "write" else 120)
        except subprocess.TimeoutExpired:
            if words[0] == "write":
                continue  # it refuses for as long as there is no room
            raise Wrong("check on a full disk does not end") from None
        if done.returncode < 0:
            raise Wrong(f"{words[0]} on a full disk: signal {-done.returncode}: {done.stderr.strip()[-300:]}")


def fill_up(ballast):
    """To the last byte, whatever size of block is left."""
    with ballast.open("ab", buffering=0) as out:
        for size in (MIB, 4096, 512, 1):
            try:
                while True:
                    out.write(os.urandom(size))
            except OSError:
                pass


def full_open(writer, folder):
    """A ledger with some events, then a disk without room: it cannot be opened for writing, and is whole when there is room again."""
    with small_disk("tmpfs", 192 * MIB, folder) as disk:
        if disk is None:
            print("full disk: left out, a small tmpfs disk cannot be mounted here (needs root)")
            return SKIPPED
        ground = Ground(writer, disk / "ledger", disk / "ledger" / "keys", folder)
        ground.make()
        process = ground.start(3000)
        lines = Lines(process.stdout)
        events, met = until(lines, ground, 120, lambda events: events >= 200)
        process.kill()
        events += finish(process, lines, ground)
        if not met:
            raise Wrong("nothing was recorded in two minutes")
        ballast = disk / "ballast"
        open_on_full(ground, ballast)
        ballast.unlink()
        report = ground.check()
        print(f"full disk, opened: {events} events acknowledged; {report['leaves']} events {report['verify']} when there is room again")
    return 0


def full_round(ground, ballast, size, ending):
    """Fills the disk, frees it while the writer goes on, and ends as asked: stopped, killed, or killed while it is full."""
    with ballast.open("wb") as out:
        for _ in range(size // MIB):
            out.write(os.urandom(MIB))
        os.fsync(out.fileno())
    process = ground.start(60000)
    lines = Lines(process.stdout)
    before = ground.full
    filled, met = until(lines, ground, 300, lambda events: ground.full >= before + 60)
    if not met:
        process.kill()
        finish(process, lines, ground)
        raise Wrong(f"the disk did not become full ({filled} events; {'; '.join(ground.odd[:3])})")
    if ending == "killed while full":
        process.kill()
        finish(process, lines, ground)
        open_on_full(ground, ballast)
        ballast.unlink()
        return filled, 0
    ballast.unlink()
    after, met = until(lines, ground, 120, lambda events: events >= 100)
    process.send_signal(signal.SIGTERM if ending == "stopped" else signal.SIGKILL)
    after += finish(process, lines, ground)
    if not met:
        raise Wrong(f"recording did not go on after room was made ({after} events; {'; '.join(ground.odd[:3])})")
    return filled, after


def full_rounds(ground, disk, where, kind):
    for ending in ("stopped", "killed", "killed while full"):
        room = shutil.disk_usage(disk).free
        filled, after = full_round(ground, disk / "ballast", max(room - 96 * MIB, 16 * MIB), ending)
        report = ground.check()
        print(f"full {kind}, keys {where}, {ending}: {filled} events, full {ground.full} times, then {after} events; "
              f"{report['leaves']} events {report['verify']} with {report['receipts']} receipts", flush=True)
        if ground.half:
            raise Wrong(f"{len(ground.half)} refused for want of room and recorded all the same")
        if ground.odd:
            raise Wrong(f"{len(ground.odd)} odd answers: {'; '.join(sorted(set(ground.odd))[:3])}")
        if report["tornWithin"] or (where == "elsewhere" and report["withoutReceipt"]):
            raise Wrong(f"receipts: {report['withoutReceipt']} acknowledged without one, {report['tornWithin']} torn")


def full(writer, kind, folder):
    with small_disk(kind, 448 * MIB, folder) as disk:
        if disk is None:
            print(f"full disk: left out, a small {kind} disk cannot be mounted here (needs root)")
            return SKIPPED
        for where in ("elsewhere", "on it too"):
            place = disk / where.split()[0]
            place.mkdir()
            notes = folder / where.split()[0]
            notes.mkdir()
            keys = place / "ledger" / "keys" if where == "on it too" else notes / "keys"
            ground = Ground(writer, place / "ledger", keys, notes)
            ground.make()
            try:
                full_rounds(ground, disk, where, kind)
            except Wrong:
                (disk / "ballast").unlink(missing_ok=True)
                shutil.copytree(place, folder / "left")  # the disk goes with its mount
                raise
            shutil.rmtree(place)
    return 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("writer", type=pathlib.Path)
    arguments.add_argument("what", choices=("kill", "full", "full-open"))
    arguments.add_argument("--rounds", type=int, default=25)
    arguments.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments.add_argument("--on", choices=("tmpfs", "ext4"), default="tmpfs")
    given = arguments.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="inzicht-torture-"))
    code = 0
    try:
        if given.what == "kill":
            kill(given.writer.resolve(), given.rounds, given.seed, folder)
        elif given.what == "full-open":
            code = full_open(given.writer.resolve(), folder)
        else:
            code = full(given.writer.resolve(), given.on, folder)
    except Wrong as wrong:
        print(f"\n{given.what}: {wrong}\nseed {given.seed}; what is left lies in {folder}", flush=True)
        return 1
    except KeyboardInterrupt:
        code = 130
    shutil.rmtree(folder, ignore_errors=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
